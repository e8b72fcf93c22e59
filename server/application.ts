import { AsyncLocalStorage } from "node:async_hooks";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import next from "next";
import { appDatabase } from "@/db/client";
import { createCollabServer } from "@/lib/collab/collab-server";
import { refusal } from "@/lib/comments/refusals/refusal";
import { addressHeader, visitorAddress } from "@/lib/core/network";
import { isFromOwnPages, isOwnHost } from "@/lib/core/own-origin";
import { pageTagsOf, takedownsOf } from "@/lib/core/page-tags";
import { actorOfCookie, cookieFrom, sessionCookieName } from "@/lib/core/session-check";
import type { Env } from "@/lib/kernel/env";
import type { Failure } from "@/lib/kernel/failure";
import { log } from "@/lib/kernel/log";
import { fromProcess, provide } from "@/lib/kernel/process-store";
import { keepCounting } from "@/lib/readership/keep-counting";
import { ReadCounter } from "@/lib/readership/read-counter";
import { calmDrops } from "@/server/calm-drops";
import { serveCard } from "@/server/cards";
import { answerClosed } from "@/server/closed";
import { closeWhereUnread } from "@/server/close-unread";
import { type Act, answerAct } from "@/server/comment-acts";
import { answerComposing } from "@/server/compose";
import { answerRead } from "@/server/count-read";
import { deskWorkerScript } from "@/server/desk-worker";
import { type ServerDoor, serverDoorAt, socketDoors } from "@/server/doors";
import { answerForReview, withoutKey } from "@/server/for-review";
import { deskHeaders, fileHeaders } from "@/server/headers";
import { serveMedia } from "@/server/media";
import type { ComposeRequest } from "@/lib/web/compose-request";
import type { DrawnStatus, ReaderRequest } from "@/lib/web/reader-request";
import { PageCache } from "@/server/page-cache";
import { answerUnread } from "@/server/read-form";
import { isReadable, nowhere, previewPath, properAddress, readerKey } from "@/server/reader-paths";
import { readerScript } from "@/server/reader-script";
import { pageStyles } from "@/server/page-styles";
import { type Rendering, renderPage, renderPreview } from "@/server/render-page";
import { privateHeaders, sendPage, sendPreview, sendPrivately } from "@/server/send-page";
import { StaticFiles } from "@/server/static-files";
import { answerWithdrawing } from "@/server/withdraw";
import { withTrueStatus } from "@/server/true-status";
import type { Work } from "@/server/works";

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    pageCache: PageCache;
  }
}

export type Application = {
  handle(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Lets people write together; stopped, it sends them away and stores what they wrote. */
  writing(): Work;
  /** Ends once the requests in hand are `answered`. */
  stop(answered: Promise<void>): Promise<void>;
};

type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;
/** "not here": this door has nothing at this address, and the pages are asked. */
type OwnAnswer = (...given: Parameters<Answer>) => unknown;

/** Parts of a path that lead up, or nowhere. */
const dotted = /\/(?:\.|%2e){1,2}(?:\/|$)/i;
const immutable = "public, max-age=31536000, immutable";
/** Longest form that Next reads for a page of the desk or the account, in bytes: its own limit. */
const mostOfAForm = 1024 * 1024;
/** Headers by which something outside could speak to Next in our name. */
const strangers = ["x-middleware-subrequest", "x-middleware-prefetch", "x-middleware-rewrite", "x-nextjs-data", "x-original-url", "x-rewrite-url", "x-invoke-path", "x-invoke-query", "x-invoke-output", "x-matched-path", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "forwarded"];

/** Everything behind the port: the page cache, Next, the sockets, files and pictures. */
export async function createApplication(env: Env, { development, root }: { development: boolean; root: string }): Promise<Application> {
  const https = env.appUrl.startsWith("https:");
  const host = new URL(env.appUrl).host;
  // Next would close our sockets if it saw the real server's upgrades; it gets one that never listens.
  const stub = createServer();
  const script = await readerScript(root, development);
  const worker = await deskWorkerScript(root, development);
  const nextServer = next({ dev: development, dir: root, httpServer: stub, port: env.port, hostname: env.host });
  await nextServer.prepare();
  const nextHandler = nextServer.getRequestHandler();
  const handleByNext = (request: IncomingMessage, response: ServerResponse) => nextHandler(request, response);

  const requests = new AsyncLocalStorage<ReaderRequest>();
  provide("readerRequests", requests);
  const drawnStatuses = new AsyncLocalStorage<DrawnStatus>();
  provide("drawnStatuses", drawnStatuses);
  const rendering: Rendering = { handle: handleByNext, requests, host, styleAt: pageStyles(root) };
  const composeRequests = new AsyncLocalStorage<ComposeRequest>();
  provide("composeRequests", composeRequests);
  const cache = new PageCache();
  provide("pageCache", cache);
  const dropCalmly = calmDrops((tags) => cache.drop(tags));
  fromProcess("events").subscribe((event) => {
    dropCalmly(pageTagsOf(event));
    cache.drop(takedownsOf(event), { takedown: true });
  });

  const collab = createCollabServer({
    identify: (request) => actorOfCookie(cookieFrom(request.headers.cookie, sessionCookieName())),
    isOwnOrigin: (request) => isFromOwnPages({ get: (name) => (name === "sec-fetch-site" ? null : (request.headers[name] as string | undefined) ?? null) }),
  });
  provide("presence", collab.presence);
  const files = new StaticFiles(https, !development);

  const counter = new ReadCounter();
  const counting = keepCounting(counter);

  const compose: Answer = (request, response, path) => answerComposing(request, response, path, composeRequests, (at) => renderPage(rendering, at), https);
  const act = (what: Act): Answer => (request, response) => answerAct(what, request, response, composeRequests, (at) => renderPreview(rendering, at, request), https);
  const review: Answer = (request, response, path) => answerForReview(request, response, path, composeRequests, (at) => renderPreview(rendering, at, request), https);
  const file = (sent: boolean) => (sent ? undefined : "not here");
  const own: Record<ServerDoor, OwnAnswer> = {
    "/healthz": (_, response) => plain(response, 200, "ok", https),
    "/readyz": async (_, response) => ((await isReady()) ? plain(response, 200, "ready", https) : plain(response, 503, "not ready", https)),
    "/_next/static/{file}": (request, response, path) => file(!development && files.send(request, response, join(root, ".next", "static"), path.slice("/_next/static".length), immutable)),
    "/fonts/{file}": (request, response, path) => file(files.send(request, response, join(root, "public"), path, immutable)),
    "/reader-{hash}.js": (request, response, path) => file(script.send(path, request, response, https)),
    "/desk-worker.js": (request, response) => worker.send(request, response, https),
    "POST /comments": compose,
    "POST /comments/compose": compose,
    "POST /comments/withdraw": (request, response) => answerWithdrawing(request, response, composeRequests, (at) => renderPage(rendering, at), https),
    "POST /comments/like": act("like"),
    "POST /comments/report": act("report"),
    "POST /comments/edit": act("edit"),
    "POST /comments/confirm": act("confirm"),
    "POST /comments/appeal": act("appeal"),
    "POST /comments/follow": act("follow"),
    "POST /comments/mute": act("mute"),
    "POST /comments/pick": act("pick"),
    "POST /for-review/{token}/name": review,
    "POST /for-review/{token}/remarks": review,
    "POST /comments/asked": act("answer"),
    "POST /read": (request, response) => answerRead(request, response, counter, https),
    "/media/{id}/{width}": (request, response, path) => serveMedia(request, response, path, https),
    "/media/cards/{of}/{id}/{name}": (request, response, path) => serveCard(request, response, path, https),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? "/";
    // Asked by machines that know our address only (docs/contracts/public-urls.md).
    if (address === "/healthz" || address === "/readyz") return void (await own[address](request, response, address));
    if (!isOwnHost(request.headers.host)) return plain(response, 421, "This server does not answer for this host.", https);
    if (!/^\/(?![/\\])/.test(address)) return plain(response, 400, "This is not an address of this paper.", https);
    if (!["GET", "HEAD", "POST"].includes(request.method ?? "")) return plain(response, 405, "This method is not used here.", https);
    const path = address.split("?")[0] ?? "/";
    const key = readerKey(request.method, address);
    // Of a public page's address only what the page declares is ever read.
    if (!isReadable(key ?? address)) return notHere(request, response);
    const proper = properAddress(request.method, address);
    if (proper !== null) return plain(response, 301, `Moved to ${proper}`, https, { Location: proper });
    // Whoever looks at the address below sees it as it was sent, and Next would see another.
    if (dotted.test(path)) return notHere(request, response);
    for (const name of strangers) delete request.headers[name];
    request.headers[addressHeader] = visitorAddress(request.socket.remoteAddress ?? "unknown", request.headers, env.trustedProxyHops);

    const door = serverDoorAt(request.method, path);
    if (door && (await own[door](request, response, path)) !== "not here") return;
    // Next's own doors, of which we use none: its maker of pictures fetches what it is told to, and keeps it.
    if (path.startsWith("/_next/") && !development) return notHere(request, response);
    if ((path === "/for-review" || path.startsWith("/for-review/")) && request.method !== "POST") return review(request, response, path);
    if (path === "/comments" || path === "/comments/compose") return compose(request, response, path);
    if (path.startsWith("/comments/about/") && request.method !== "POST") return sendPrivately(request, response, await renderPreview(rendering, address, request), https);
    // A mailed key opens it for anybody, a use's id for whoever wrote the comment with her account.
    if (path.startsWith("/comments/asked/") && request.method !== "POST") return sendPrivately(request, response, await renderPreview(rendering, path, request), https);
    if (path.startsWith("/comments/") && key === null && request.method !== "POST") return sendPrivately(request, response, await renderPage(rendering, path), https);

    if (key !== null && !path.startsWith("/__nextjs")) {
      const page = await cache.serve(key, () => renderPage(rendering, key));
      return await sendPage(request, response, page, https);
    }
    // Routes answer in their own words; Next would answer a form from elsewhere with a bare 500.
    if (request.method === "POST" && !path.startsWith("/api/") && !isFormOfThisPage(request)) return notRead(request, response, refusal("forbidden", "foreign_origin"));
    if (request.method === "POST" && !path.startsWith("/api/") && !request.headers["next-action"] && Number(request.headers["content-length"] ?? 0) > mostOfAForm) return notRead(request, response, refusal("invalid", "form_too_long"));
    if (previewPath.test(path) && request.method !== "POST") return sendPreview(request, response, await renderPreview(rendering, address, request), https);
    const { headers, policy } = deskHeaders(https, development);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // Next reads the nonce for its own scripts from here.
    request.headers["content-security-policy"] = policy;
    await withTrueStatus(drawnStatuses, response, () => handleByNext(request, response));
  }

  /** A page that says why a form is not read, where Next would answer with bare words. */
  async function notRead(request: IncomingMessage, response: ServerResponse, failure: Failure): Promise<void> {
    const page = await composeRequests.run({ typed: {}, failure, as: null }, () => renderPage(rendering, nowhere));
    if (page.failed) return answerClosed("trouble", request, response, https);
    // From the browser's memory Back brings the form as it was typed.
    answerUnread(request, response, failure.code === "forbidden" ? 403 : 413, { ...privateHeaders(page, https), "Cache-Control": "private, no-cache" }, page.body);
  }

  /** Says that nothing stands at this address, without looking for it. */
  async function notHere(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === "POST") return plain(response, 404, "There is nothing at this address.", https);
    await sendPage(request, response, await cache.serve(nowhere, () => renderPage(rendering, nowhere)), https);
  }

  return {
    handle(request, response) {
      closeWhereUnread(request, response);
      answer(request, response).catch((error) => {
        log().error({ err: error, url: withoutKey(request.url) }, "a request failed");
        if (response.headersSent) response.destroy();
        else if (request.method === "GET" || request.method === "HEAD") answerClosed("trouble", request, response, https);
        else plain(response, 503, "The paper cannot be reached just now. Please try again in a moment.", https, { "Retry-After": "5" });
      });
    },
    upgrade(request, socket, head) {
      const path = (request.url ?? "").split("?")[0];
      if (!isOwnHost(request.headers.host)) return void socket.end("HTTP/1.1 421 Misdirected Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      if (socketDoors.some((door) => door === path)) return collab.upgrade(request, socket, head);
      if (development && path?.startsWith("/_next/")) return void stub.emit("upgrade", request, socket, head);
      socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
    },
    writing() {
      collab.open();
      return { stop: collab.close };
    },
    async stop(answered) {
      await Promise.all([collab.stop(), answered]);
      await counting.stop();
      await nextServer.close();
    },
  };
}

/** Whether a form was sent from one of our pages, under the very name by which it reached us. */
function isFormOfThisPage({ headers }: IncomingMessage): boolean {
  const name = (one: string) => [headers[one] ?? []].flat()[0] ?? null;
  const origin = name("origin");
  return isFromOwnPages({ get: name }) && (origin === null || new URL(origin).host === headers.host?.toLowerCase());
}

/** Whether the database answers, soon. */
async function isReady(): Promise<boolean> {
  const asked = appDatabase().execute(sql`select 1`).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, new Promise<boolean>((done) => setTimeout(() => done(false), 2000).unref())]);
}

function plain(response: ServerResponse, status: number, text: string, https: boolean, more: Record<string, string> = {}): void {
  response.writeHead(status, { ...fileHeaders(https), "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store", ...more });
  response.end(`${text}\n`);
}
