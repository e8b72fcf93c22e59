import { AsyncLocalStorage } from "node:async_hooks";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { provide } from "@/lib/kernel/process-store";
import { drawnOnce, handOver } from "@/lib/web/handed-over";
import type { ReaderRequest } from "@/lib/web/reader-request";

const requests = new AsyncLocalStorage<ReaderRequest>();
provide("readerRequests", requests);
const request = (): ReaderRequest => ({ tags: new Set(), status: 200, location: null, styleHashes: [], handed: [] });

const Drawn = drawnOnce(({ words }: { words: string }) => createElement("p", null, words));

it("inside a reader's request only a number goes through React, and each view draws what was laid down for it", () => {
  requests.run(request(), () => {
    const [first, second] = [handOver({ words: "one" }), handOver({ words: "two" })];
    expect([first, second]).toEqual([{ place: 0 }, { place: 1 }]);
    expect(renderToStaticMarkup(createElement(Drawn, { view: second }))).toBe("<p>two</p>");
    expect(renderToStaticMarkup(createElement(Drawn, { view: first }))).toBe("<p>one</p>");
  });
});

it("without one the props go along, and nobody draws with another request's", () => {
  const view = handOver({ words: "here" });
  expect(renderToStaticMarkup(createElement(Drawn, { view }))).toBe("<p>here</p>");
  const elsewhere = requests.run(request(), () => handOver({ words: "hers" }));
  expect(() => requests.run(request(), () => renderToStaticMarkup(createElement(Drawn, { view: elsewhere })))).toThrow("while its request is under way");
  expect(() => renderToStaticMarkup(createElement(Drawn, { view: elsewhere }))).toThrow("while its request is under way");
});
