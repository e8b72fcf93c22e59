import type { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { refusal } from "@/lib/comments/refusals/refusal";
import { appDatabase } from "@/db/client";
import type { VisitorActor } from "@/lib/core/actor";
import { limits } from "@/lib/core/limits";
import { addressHeader, networkOf } from "@/lib/core/network";
import { countAgainst, giveBack } from "@/lib/core/rate-limit";
import { cookieFrom } from "@/lib/core/session-check";
import { type Failure, httpStatus, notFound } from "@/lib/kernel/failure";
import { tokenHash } from "@/lib/kernel/ids";
import { fail, type Result } from "@/lib/kernel/result";
import { enterReview, remarkInReview, seeReview } from "@/lib/outside-reviews/commands/read-review";
import { readerCookie, stoppedAtTheDoor } from "@/lib/outside-reviews/reader-cookie";
import { openReview } from "@/lib/outside-reviews/review-row";
import type { ComposeRequest } from "@/lib/web/compose-request";
import { answerClosed } from "@/server/closed";
import { readerHeaders } from "@/server/headers";
import type { Page } from "@/server/page-cache";
import { answerUnread, readForm } from "@/server/read-form";
import { privateHeaders } from "@/server/send-page";

type Render = (address: string) => Promise<Page>;

/** The address is a key: it goes nowhere with a request, not even to ourselves, and into no index. */
const closedMouthed = { "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow" };

/** An address as a log may hold it: what is a key in it is left out. */
export const withoutKey = (address: string | undefined): string | undefined => address?.replace(/^(\/for-review\/)[^/?]+/, "$1…");

/**
 * `/for-review/{token}`, the page that a link for somebody outside leads to, and its two forms. Links that lead nowhere are counted by network, and
 * after a few of them nothing is looked up for a while.
 */
export async function answerForReview(request: IncomingMessage, response: ServerResponse, path: string, requests: AsyncLocalStorage<ComposeRequest>, render: Render, https: boolean): Promise<void> {
  const [, token = "none", named] = /^\/for-review\/([\w-]{43})(?:\/(name|remarks))?$/.exec(path) ?? [];
  // Opened as an address, a form's own shows the page and does nothing.
  const form = request.method === "POST" ? named : undefined;
  const home = `/for-review/${token}`;
  const { fields, tooLong, cutOff } = request.method === "POST" ? await readForm(request) : { fields: {}, tooLong: false, cutOff: false };
  let isStopped = false;
  const draw = (failure: Failure | null, at = home) => requests.run({ typed: fields, failure, as: isStopped ? stoppedAtTheDoor : null }, () => render(at));
  if (cutOff) {
    const page = await draw(refusal("invalid", "form_too_long"));
    if (page.failed) return answerClosed("trouble", request, response, https);
    return answerUnread(request, response, 413, { ...privateHeaders(page, https), ...closedMouthed }, page.body);
  }
  const actor: VisitorActor = { kind: "visitor", network: networkOf(String(request.headers[addressHeader])) };
  const key = cookieFrom(request.headers.cookie, readerCookie) ?? "";
  const result = tooLong ? fail(refusal("invalid", "form_too_long")) : await atTheDoor(token, actor, () => perform(form, request, { token, key, fields, actor }), () => {
    isStopped = true;
  });
  if (result.ok && form) {
    const { key: made, expiresAt } = result.value as { key?: string; expiresAt?: string };
    const cookie = made ? { "Set-Cookie": `${readerCookie}=${made}; Path=${home}; HttpOnly; SameSite=Lax; Expires=${new Date(expiresAt ?? 0).toUTCString()}${https ? "; Secure" : ""}` } : {};
    const part = /^[a-z]+(?::\w+)?$/.test(fields.part ?? "") ? fields.part : "";
    response.writeHead(303, { ...readerHeaders(https, []), ...closedMouthed, ...cookie, Location: form === "name" ? home : `${home}?said=${part}#said`, "Cache-Control": "private, no-store", "Content-Length": 0 });
    response.end();
    return;
  }
  const failure = result.ok ? null : result.failure;
  const said = new URLSearchParams((request.url ?? "").split("?")[1]).get("said");
  const page = await draw(failure, said === null || form ? home : `${home}?${new URLSearchParams({ said: said.slice(0, 40) })}`);
  if (page.failed) return answerClosed("trouble", request, response, https);
  if (failure?.retryAfter) response.setHeader("Retry-After", String(failure.retryAfter));
  response.writeHead(failure && page.status === 200 ? httpStatus[failure.code] : page.status, { ...privateHeaders(page, https), ...closedMouthed, "Content-Length": page.body.length });
  response.end(request.method === "HEAD" ? undefined : page.body);
}

/** Does something where the link stands. A try is counted before it is looked up, so that many at once do not slip through, and taken back where it led somewhere. */
async function atTheDoor(token: string, { network }: VisitorActor, then: () => Promise<Result<unknown>>, stopped: () => void): Promise<Result<unknown>> {
  const tried = await countAgainst(limits.reviewTries, network);
  if (!tried.ok) {
    stopped();
    return tried;
  }
  if (!(await openReview(appDatabase(), token))) return fail(notFound("dead_link", "This link does not lead anywhere."));
  await giveBack(limits.reviewTries, network);
  return then();
}

type Asked = { token: string; key: string; fields: Record<string, string>; actor: VisitorActor };

async function perform(form: string | undefined, request: IncomingMessage, { token, key, fields, actor }: Asked): Promise<Result<unknown>> {
  if (form === undefined) {
    // Whoever gave no name here yet is shown the form for it: that is no failure.
    // What a remark leads back to is the same reading.
    const isBack = new URLSearchParams((request.url ?? "").split("?")[1]).has("said");
    if (key !== "" && request.method === "GET" && !isBack) await seeReview.execute({ token, key }, { actor });
    return { ok: true, value: null };
  }
  // The page sends no referrer, so its own forms come with an origin of null. Nothing is done by a cookie alone: the address is the key.
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin") return fail(refusal("forbidden", "foreign_origin"));
  if (form === "name") {
    const counted = await countAgainst(limits.reviewNames, actor.network);
    return counted.ok ? enterReview.execute({ token, name: fields.name ?? "" }, { actor }) : counted;
  }
  const counted = await countAgainst(limits.reviewRemarks, tokenHash(key));
  const once = tokenHash(`${key} ${fields.once ?? ""}`);
  return counted.ok ? remarkInReview.execute({ token, key, part: fields.part ?? "", said: fields.said ?? "", instead: fields.instead ?? "" }, { actor, ...(fields.once ? { key: once } : {}) }) : counted;
}
