import type { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, ServerResponse } from "node:http";
import { withdrawComment } from "@/lib/comments/commands/withdraw-comment";
import { refusal } from "@/lib/comments/refusals/refusal";
import { addressHeader, networkOf } from "@/lib/core/network";
import { isFromOwnPages } from "@/lib/core/own-origin";
import { actorOfCookie, cookieFrom, sessionCookieName } from "@/lib/core/session-check";
import { type Failure, httpStatus } from "@/lib/kernel/failure";
import { fail } from "@/lib/kernel/result";
import type { ComposeRequest } from "@/lib/web/compose-request";
import { answerClosed } from "@/server/closed";
import { readerHeaders } from "@/server/headers";
import type { Page } from "@/server/page-cache";
import { answerUnread, readForm } from "@/server/read-form";
import { privateHeaders, sendPrivately } from "@/server/send-page";

type Render = (address: string) => Promise<Page>;

/** `POST /comments/withdraw`, the form of a comment's own page: takes the comment back and leads to that page, or shows it with the reason. */
export async function answerWithdrawing(request: IncomingMessage, response: ServerResponse, requests: AsyncLocalStorage<ComposeRequest>, render: Render, https: boolean): Promise<void> {
  const { fields, cutOff } = await readForm(request);
  // What is no key at all opens nothing; it must not become another address either.
  const key = /^[\w-]{20,100}$/.exec(fields.key ?? "")?.[0] ?? "none";
  const draw = (failure: Failure) => requests.run({ typed: {}, failure, as: null }, () => render(`/comments/${key}`));
  if (cutOff) {
    const page = await draw(refusal("invalid", "form_too_long"));
    if (page.failed) return answerClosed("trouble", request, response, https);
    return answerUnread(request, response, 413, privateHeaders(page, https), page.body);
  }
  const result = await withdraw(request, key);
  if (result.ok) {
    response.writeHead(303, { ...readerHeaders(https, []), Location: `/comments/${key}`, "Cache-Control": "private, no-store", "Content-Length": 0 });
    response.end();
    return;
  }
  const { failure } = result;
  const page = await draw(failure);
  sendPrivately(request, response, { ...page, status: page.status === 200 ? httpStatus[failure.code] : page.status }, https);
}

async function withdraw(request: IncomingMessage, key: string) {
  if (!isFromOwnPages({ get: (name) => (request.headers[name] as string | undefined) ?? null })) return fail(refusal("forbidden", "foreign_origin"));
  const person = await actorOfCookie(cookieFrom(request.headers.cookie, sessionCookieName()));
  return withdrawComment.execute({ key }, { actor: person ?? { kind: "visitor", network: networkOf(String(request.headers[addressHeader])) } });
}
