import type { AsyncLocalStorage } from "node:async_hooks";
import { type IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { addressHeader } from "@/lib/core/network";
import type { ReaderRequest } from "@/lib/web/reader-request";
import { closedPage, closedStyle } from "@/server/closed";
import { freeze } from "@/server/freeze";
import type { StyleAt } from "@/server/page-styles";
import type { Page } from "@/server/page-cache";

type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What rendering needs: Next, the store in which pages note what they used, the paper's own host, and the build's style sheets. */
export type Rendering = { handle: NextHandler; requests: AsyncLocalStorage<ReaderRequest>; host: string; styleAt: StyleAt };

/**
 * Renders a public page for everybody: a request of our own making, without cookies or forwarded headers, answered into memory. The
 * true status and location come from what the page noted, since the server holds the finished response.
 */
export function renderPage(rendering: Rendering, address: string): Promise<Page> {
  return renderFrozen(rendering, address, {});
}

/**
 * Renders a page of the paper for the one person who asks: she is known by her cookie, as on the desk. What comes of it is hers alone
 * and never cached.
 */
export function renderPreview(rendering: Rendering, address: string, { headers }: IncomingMessage): Promise<Page> {
  return renderFrozen(rendering, address, { ...(headers.cookie ? { cookie: headers.cookie } : {}), [addressHeader]: headers[addressHeader] });
}

async function renderFrozen({ handle, requests, host, styleAt }: Rendering, address: string, asker: IncomingHttpHeaders): Promise<Page> {
  const said: ReaderRequest = { tags: new Set(), status: 200, location: null, styleHashes: [], handed: [] };
  const answered = await requests.run(said, () => answerInMemory(handle, address, { host, accept: "text/html,*/*", "user-agent": "standfirst", ...asker }));
  const failed = answered.status >= 500;
  // What a page says of its status counts only where it came to its end.
  const status = failed || said.status === 200 ? answered.status : said.status;
  const location = said.location ?? answered.location;
  const page = { status, location, type: answered.type, tags: [...said.tags], styleHashes: [] as readonly string[] };
  if (failed && answered.type.startsWith("text/html")) return { ...page, location: null, body: Buffer.from(closedPage("trouble", "en")), styleHashes: [closedStyle], failed };
  if (location) return { ...page, body: Buffer.from(`Moved to ${location}\n`), type: "text/plain; charset=utf-8" };
  if (!answered.type.startsWith("text/html")) return { ...page, ...(answered.link ? { link: answered.link } : {}), body: answered.body };
  const frozen = freeze(answered.body.toString("utf8"), styleAt);
  if (!frozen) throw new Error(`The page ${address} is not complete without client code and cannot be frozen.`);
  return { ...page, body: Buffer.from(frozen.html), styleHashes: [...frozen.styleHashes, ...said.styleHashes] };
}

function answerInMemory(handle: NextHandler, address: string, headers: IncomingHttpHeaders): Promise<{ status: number; location: string | null; link: string; type: string; body: Buffer }> {
  return new Promise((done, failed) => {
    const request = new IncomingMessage(new Socket());
    request.method = "GET";
    request.url = address;
    request.headers = headers;
    request.push(null);
    const response = new ServerResponse(request);
    const chunks: Buffer[] = [];
    const take = (chunk: unknown, encoding?: unknown) => {
      if (typeof chunk === "string") chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
      else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
    };
    const callbackOf = (...given: unknown[]) => given.find((one) => typeof one === "function") as (() => void) | undefined;
    response.write = (chunk: unknown, ...rest: unknown[]) => {
      take(chunk, rest[0]);
      callbackOf(...rest)?.();
      return true;
    };
    response.end = ((...given: unknown[]) => {
      if (typeof given[0] !== "function") take(given[0], given[1]);
      callbackOf(...given)?.();
      response.emit("finish");
      response.emit("close");
      done({ status: response.statusCode, location: String(response.getHeader("location") ?? "") || null, link: String(response.getHeader("link") ?? ""), type: String(response.getHeader("content-type") ?? "text/html; charset=utf-8"), body: Buffer.concat(chunks) });
      return response;
    }) as ServerResponse["end"];
    response.flushHeaders = () => undefined;
    handle(request, response).catch(failed);
  });
}
