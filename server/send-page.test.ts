import { createServer } from "node:http";
import { afterAll, expect, it } from "vitest";
import type { CachedPage, Page } from "@/server/page-cache";
import { sendPage, sendPreview, sendPrivately } from "@/server/send-page";

/** What Next says where a page throws: a style that our policy refuses, and for the rest scripts that a reader's page has not. */
const failed: Page = { status: 500, location: null, type: "text/html; charset=utf-8", body: Buffer.from('<!DOCTYPE html><html id="__next_error__"><head><style>h1{}</style></head><body></body></html>'), tags: [], styleHashes: [], failed: true };
const cached: CachedPage = { ...failed, etag: "a", madeAt: new Date(), renderedAt: 0, failing: null, bytes: 0, compressed: {} };

const server = createServer((request, response) => {
  if (request.url === "/preview") sendPreview(request, response, failed, true);
  else if (request.url === "/private") sendPrivately(request, response, failed, true);
  else void sendPage(request, response, cached, true);
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
afterAll(() => server.close());
const at = server.address();

it.each(["/town", "/private", "/preview"])("a page that could not be made says so, in the language of whoever asks, at %s", async (path) => {
  const answer = await fetch(`http://127.0.0.1:${typeof at === "object" && at ? at.port : 0}${path}`, { headers: { Accept: "text/html", "Accept-Language": "de" } });
  expect([answer.status, answer.headers.get("retry-after"), answer.headers.get("cache-control")]).toEqual([503, "15", "no-store"]);
  expect(answer.headers.get("content-security-policy")).toMatch(/style-src 'sha256-/);
  expect(await answer.text()).toMatch(/<html lang="de".*<h1>Gleich wieder da<\/h1><p>Diese Seite lässt sich gerade nicht zeigen/s);
});
