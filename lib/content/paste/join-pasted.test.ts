import { expect, it } from "vitest";
import { joinPasted } from "@/lib/content/paste/join-pasted";
import { Tally } from "@/lib/content/paste/receipt";
import type { Pasted } from "@/lib/content/paste/paste";

const piece = (text: string, comments: number, more: Partial<Pasted> = {}): Pasted => {
  const tally = new Tally();
  tally.count("comments", comments);
  return { body: [{ type: "paragraph", content: [{ type: "text", text }] }], receipt: tally.receipt("word"), images: [], ...more };
};

it("puts several documents one behind the other, with one receipt that counts for all", () => {
  const joined = joinPasted([piece("One.", 1, { aside: ["first"], fields: { slug: "one" } }), piece("Two.", 2, { aside: ["second"], fields: { slug: "two", headline: "Two" } })]);
  expect(joined.body.map((block) => ("content" in block ? JSON.stringify(block.content) : ""))).toEqual(['[{"type":"text","text":"One."}]', '[{"type":"text","text":"Two."}]']);
  expect(joined.receipt).toEqual({ source: "word", lines: [{ what: "comments", count: 3, words: "3 comments left out" }] });
  expect([joined.aside, joined.fields]).toEqual([["first", "second"], { slug: "one", headline: "Two" }]);
});
