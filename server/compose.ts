import type { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { commentTooLarge, cutForm } from "@/lib/comments/gate";
import { receiveComment } from "@/lib/comments/receive";
import { refusal, wrongFields } from "@/lib/comments/refusals/refusal";
import type { Actor } from "@/lib/core/actor";
import { addressHeader, whenceOf } from "@/lib/core/network";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { actorOfCookie, cookieFrom, sessionCookieName } from "@/lib/core/session-check";
import { type Failure, httpStatus } from "@/lib/kernel/failure";
import type { ComposeRequest } from "@/lib/web/compose-request";
import { readerHeaders } from "@/server/headers";
import { answerClosed } from "@/server/closed";
import type { Page } from "@/server/page-cache";
import { answerUnread, readForm } from "@/server/read-form";

type Render = (address: string) => Promise<Page>;

/**
 * The two-step form that works without JavaScript. `POST /comments/compose` changes nothing and shows the form again with a token;
 * `POST /comments` takes the comment and sends the commenter to its own page, or shows the form with the reason. Asked for again without
 * the form, each address leads back to the story's form, which its query names.
 */
export async function answerComposing(request: IncomingMessage, response: ServerResponse, path: string, requests: AsyncLocalStorage<ComposeRequest>, render: Render, https: boolean): Promise<void> {
  const person = await actorOfCookie(cookieFrom(request.headers.cookie, sessionCookieName()));
  const as = person?.name ?? null;
  const draw = async (typed: Record<string, string>, failure: Failure | null) => {
    const page = await requests.run({ typed, failure, as }, () => render("/comments/compose"));
    const status = failure && page.status === 200 ? httpStatus[failure.code] : page.status;
    const headers = {
      ...readerHeaders(https, page.styleHashes),
      "Content-Type": page.type,
      // A form that was sent stays in the browser alone: Back finds it there as it was typed, instead of an error.
      "Cache-Control": request.method === "POST" ? "private, no-cache" : "private, no-store",
      "X-Robots-Tag": "noindex",
    };
    return { status, headers, body: page.body, failed: page.failed };
  };
  const show = async (typed: Record<string, string>, failure: Failure | null) => {
    const { status, headers, body, failed } = await draw(typed, failure);
    if (failure?.retryAfter) response.setHeader("Retry-After", String(failure.retryAfter));
    if (failed) return answerClosed("trouble", request, response, https);
    response.writeHead(status, { ...headers, "Content-Length": body.length });
    response.end(body);
  };

  const seeOther = (location: string) => void response.writeHead(303, { ...readerHeaders(https, []), Location: location, "Cache-Control": "private, no-store", "Content-Length": 0 }).end();

  if (request.method !== "POST") {
    const { search, searchParams: query } = new URL(request.url ?? "/", "http://paper.invalid");
    if (path === "/comments" || !query.get("article")) return seeOther(query.get("article") ? `/comments/compose${search}` : "/");
    return show({ articleId: query.get("article") ?? "", parentId: query.get("parent") ?? "", ...(query.get("quote") ? { quote: "yes" } : {}) }, null);
  }
  const { fields: typed, tooLong, cutOff } = await readForm(request);
  if (tooLong) {
    const { kept, problems } = cutForm(typed);
    const known = Object.keys(problems).length > 0 ? wrongFields("too_large", problems) : null;
    if (!cutOff) return show(kept, known ?? refusal("invalid", "form_too_long"));
    const { headers, body, failed } = await draw(kept, known ?? commentTooLarge);
    if (failed) return answerClosed("trouble", request, response, https);
    return answerUnread(request, response, 413, headers, body);
  }
  if (path === "/comments/compose") return show(typed, null);
  if (!isFromOwnPages({ get: (name) => (request.headers[name] as string | undefined) ?? null })) return show(typed, refusal("forbidden", "foreign_origin"));
  const whence = whenceOf(String(request.headers[addressHeader]), request.headers["user-agent"] ?? "");
  const actor: Actor = person ?? { kind: "visitor", network: whence.network };
  const input = { articleId: typed.articleId ?? "", parentId: typed.parentId || null, name: typed.name ?? "", email: typed.email ?? "", text: typed.comment ?? "", token: typed.token ?? "", website: typed.website ?? "", nudged: typed.nudged === "yes" };
  const result = await receiveComment(input, actor, whence.network, whence);
  if (!result.ok) return show(typed, result.failure);
  seeOther(`/comments/${result.value.key}`);
}
