import { AsyncLocalStorage } from "node:async_hooks";
import { expect, it } from "vitest";
import type { ReaderRequest } from "@/lib/web/reader-request";
import { renderPage } from "@/server/render-page";

const requests = new AsyncLocalStorage<ReaderRequest>();
const rendered = (said: Partial<ReaderRequest>, status: number, html: string) =>
  renderPage(
    {
      requests,
      host: "paper.example",
      styleAt: () => null,
      handle: async (_, response) => {
        Object.assign(requests.getStore() ?? {}, said);
        response.statusCode = status;
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(html);
      },
    },
    "/town/never",
  );

it("a page has the status and the place that it says of itself", async () => {
  expect(await rendered({ status: 404 }, 200, "<html><h1>Lost</h1></html>")).toMatchObject({ status: 404, location: null });
  expect(await rendered({ status: 301, location: "/town/here" }, 200, "<html></html>")).toMatchObject({ status: 301, location: "/town/here" });
});

it.each<Partial<ReaderRequest>>([{}, { status: 404 }, { status: 301, location: "/town/here" }])("a page that failed on its way is none, whatever it had said by then, and nobody is sent an empty one: %j", async (said) => {
  const page = await rendered(said, 500, '<html id="__next_error__"><head><style>h1{}</style></head><body></body></html>');
  expect(page).toMatchObject({ status: 500, location: null, failed: true, styleHashes: [expect.stringMatching(/^'sha256-/)] });
  expect(page.body.toString()).toContain("This page cannot be shown just now");
});
