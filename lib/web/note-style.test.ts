import { AsyncLocalStorage } from "node:async_hooks";
import { expect, it } from "vitest";
import { provide } from "@/lib/kernel/process-store";
import { noteStyle } from "@/lib/web/note-style";
import type { ReaderRequest } from "@/lib/web/reader-request";

const requests = new AsyncLocalStorage<ReaderRequest>();
provide("readerRequests", requests);

it("a style of a page is known to its policy by its hash, once, and to no other page", () => {
  const request: ReaderRequest = { tags: new Set(), status: 200, location: null, styleHashes: [], handed: [] };
  noteStyle("a{b:c}");
  requests.run(request, () => {
    noteStyle("a{b:c}");
    noteStyle("a{b:c}");
  });
  expect(request.styleHashes).toEqual(["'sha256-0cRUVYRKwNwnl1hkfkPGjkht16b039TjFdJzmXfFK2o='"]);
});
