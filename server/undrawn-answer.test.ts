import { AsyncLocalStorage } from "node:async_hooks";
import { createServer } from "node:http";
import { afterAll, expect, it } from "vitest";
import { answerAct } from "@/server/comment-acts";
import { closedPage } from "@/server/closed";
import type { Page } from "@/server/page-cache";
import { answerWithdrawing } from "@/server/withdraw";

const failed: Page = { status: 500, location: null, type: "text/html; charset=utf-8", body: Buffer.from(closedPage("trouble", "en")), tags: [], styleHashes: [], failed: true };
const draw = async () => failed;
const server = createServer((request, response) => {
  if (request.url === "/comments/withdraw") void answerWithdrawing(request, response, new AsyncLocalStorage(), draw, true);
  else void answerAct("edit", request, response, new AsyncLocalStorage(), draw, true);
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
afterAll(() => server.close());
const at = server.address();

it.each(["/comments/withdraw", "/comments/edit"])("a form too long to be read whose page cannot be drawn is answered in the visitor's language, without looking again, at %s", async (path) => {
  const body = `text=${"a".repeat(4 * 1024 * 1024)}`;
  const answer = await fetch(`http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}${path}`, { method: "POST", body, headers: { Accept: "text/html", "Accept-Language": "de" } });
  expect(answer.status).toBe(503);
  const page = await answer.text();
  expect(page).toContain('<html lang="de"');
  expect(page).not.toContain('http-equiv="refresh"');
});
