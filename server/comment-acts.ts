import type { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { receiveAppeal, receiveConfirmation, receiveEdit, receiveFollow, receiveLike, receiveMute, receiveReport } from "@/lib/comments/receive-act";
import { refusal } from "@/lib/comments/refusals/refusal";
import type { Actor } from "@/lib/core/actor";
import { receiveAnswer } from "@/lib/newsroom/receive-answer";
import { addressHeader, networkOf, prefixOf } from "@/lib/core/network";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { actorOfCookie, cookieFrom, sessionCookieName } from "@/lib/core/session-check";
import { type Failure, httpStatus } from "@/lib/kernel/failure";
import { fail, type Result } from "@/lib/kernel/result";
import type { ComposeRequest } from "@/lib/web/compose-request";
import { pickComment } from "@/lib/moderation/commands/pick-comment";
import { answerClosed } from "@/server/closed";
import { readerHeaders } from "@/server/headers";
import type { Page } from "@/server/page-cache";
import { answerUnread, readForm } from "@/server/read-form";
import { privateHeaders, sendPrivately } from "@/server/send-page";

export type Act = "like" | "report" | "edit" | "confirm" | "appeal" | "follow" | "mute" | "pick" | "answer";
type Render = (address: string) => Promise<Page>;

/**
 * `POST /comments/like`, `/report`, `/follow`, `/mute`, `/pick`, `/edit`, `/appeal`, `/confirm` and `/asked`, the forms of the page about a comment, of a commenter's own
 * and of those behind mailed links: does what is asked and leads back to that page, or shows it with the reason and what was typed.
 */
export async function answerAct(act: Act, request: IncomingMessage, response: ServerResponse, requests: AsyncLocalStorage<ComposeRequest>, render: Render, https: boolean): Promise<void> {
  const { fields, tooLong, cutOff } = await readForm(request);
  const page = pageOf(fields);
  const draw = (failure: Failure) => requests.run({ typed: { ...fields, act }, failure, as: null }, () => render(page));
  if (cutOff) {
    const unread = await draw(refusal("invalid", "form_too_long"));
    if (unread.failed) return answerClosed("trouble", request, response, https);
    return answerUnread(request, response, 413, privateHeaders(unread, https), unread.body);
  }
  const result = tooLong ? fail(refusal("invalid", "form_too_long")) : await perform(act, request, fields);
  if (result.ok) {
    response.writeHead(303, { ...readerHeaders(https, []), Location: after(act, page, fields, result.value), "Cache-Control": "private, no-store", "Content-Length": 0 });
    response.end();
    return;
  }
  const shown = await draw(result.failure);
  if (result.failure.retryAfter) response.setHeader("Retry-After", String(result.failure.retryAfter));
  sendPrivately(request, response, { ...shown, status: shown.status === 200 ? httpStatus[result.failure.code] : shown.status }, https);
}

/** The page to go on with, told what was done where it cannot show it: a report, and one's own comment that waits for review again. */
function after(act: Act, page: string, { key }: Record<string, string>, value: unknown): string {
  // What is confirmed has a page of its own.
  if (act === "confirm") return `/comments/${(value as { key: string }).key}`;
  if (act === "report") return `${page}?reported=1`;
  return act === "edit" && key === undefined && (value as { state?: string }).state === "waiting" ? `${page}?waiting=1` : page;
}

/** The page whose form this is. What is no key and no id at all opens nothing; it must not become another address either. */
function pageOf({ key, confirm, asked, comment }: Record<string, string>): string {
  if (confirm !== undefined) return `/comments/confirm/${/^[\w-]{20,100}$/.exec(confirm)?.[0] ?? "none"}`;
  if (asked !== undefined) return `/comments/asked/${/^[\w-]{20,100}$/.exec(asked)?.[0] ?? "none"}`;
  if (key !== undefined) return `/comments/${/^[\w-]{20,100}$/.exec(key)?.[0] ?? "none"}`;
  return `/comments/about/${/^[0-9a-f-]{36}$/.exec(comment ?? "")?.[0] ?? "none"}`;
}

async function perform(act: Act, request: IncomingMessage, { key, comment: commentId = "", liked, reason = "", law = "", text = "", revision = "", confirm = "", tell, event = "", hear = "", muted, ...more }: Record<string, string>): Promise<Result<unknown>> {
  if (!isFromOwnPages({ get: (name) => (request.headers[name] as string | undefined) ?? null })) return fail(refusal("forbidden", "foreign_origin"));
  const address = String(request.headers[addressHeader]);
  const network = networkOf(address);
  const actor: Actor = (await actorOfCookie(cookieFrom(request.headers.cookie, sessionCookieName()))) ?? { kind: "visitor", network };
  if (act === "like") return receiveLike({ commentId, liked: liked === "yes" }, actor);
  if (act === "confirm") return receiveConfirmation({ token: confirm, tell: tell === "yes" }, { kind: "visitor", network });
  if (act === "answer") return receiveAnswer({ asked: more.asked ?? "", consentId: more.question ?? "", answer: more.answer ?? "", signedAs: more.signature ?? "", contact: more.contact ?? "" }, actor, network);
  if (act === "appeal") return receiveAppeal({ of: { key: key ?? "" }, eventId: event, text }, actor, network);
  if (act === "pick") return pickComment.execute({ commentId, revisionId: revision, status: more.status ?? "", picked: more.picked === "yes" }, { actor });
  if (act === "mute") return receiveMute({ commentId, muted: muted === "yes" }, actor);
  if (act === "follow") return receiveFollow({ commentId, hear }, actor);
  if (act === "report") return receiveReport({ commentId, reason, law, text, notice: { name: more.name ?? "", email: more.email ?? "", childOffence: more.child === "yes", goodFaith: more.faith === "yes" } }, actor, { network, prefix: prefixOf(address) });
  return receiveEdit({ of: key === undefined ? { commentId } : { key }, revisionId: revision, text }, actor, network);
}
