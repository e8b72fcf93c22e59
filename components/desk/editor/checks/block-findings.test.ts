import { expect, it } from "vitest";
import { findingsByBlock, findingsInWords, missingIn } from "@/components/desk/editor/checks/block-findings";
import type { Check } from "@/lib/articles/checks";
import { storySchema } from "@/lib/content/schema";

const figure = (id: string) => ({ type: "figure", attrs: { id, assetId: "a" } });
const doc = storySchema().nodeFromJSON({
  type: "doc",
  content: [
    { type: "paragraph", attrs: { id: "first" }, content: [{ type: "text", text: "A TK here." }] },
    { type: "gallery", attrs: { id: "gallery" }, content: [figure("one"), figure("two")] },
    { type: "paragraph", attrs: { id: "last" }, content: [{ type: "text", text: "Fine." }] },
  ],
});
const check = (id: string, level: Check["level"], place?: Check["place"]): Check => ({ id, level, message: `About ${id}`, ...(place ? { place } : {}) });

it("gathers what is said of a block and of what it holds, in the order of the text, and in a block what stops the story first", () => {
  const checks = [check("one", "warn", { blockId: "one" }), check("two", "stop", { blockId: "two", part: { setting: "alt" } }), check("first", "warn", { blockId: "first" })];
  expect(findingsByBlock(doc, checks).map(({ block, level, checks: own }) => [block, level, own.map((one) => one.id)])).toEqual([
    ["first", "warn", ["first"]],
    ["gallery", "stop", ["two", "one"]],
  ]);
});

it("leaves out what is in order, what is in no block, and what is gone by now", () => {
  expect(findingsByBlock(doc, [check("fine", "fine", { blockId: "last" }), check("headline", "stop", { field: "headline" }), check("gone", "stop", { blockId: "gone" }), check("nowhere", "warn")])).toEqual([]);
});

it("says what there is to look at", () => {
  expect(findingsInWords({ block: "b", level: "warn", checks: [check("one", "warn")] })).toBe("1 thing to look at: About one");
  expect(findingsInWords({ block: "b", level: "stop", checks: [check("one", "warn"), check("two", "stop")] })).toBe("2 things to look at: About one; About two");
});

it("says at a setting what stops the story there, and nothing at another setting or block", () => {
  const checks = [check("alt", "stop", { blockId: "one", part: { setting: "alt" } }), check("credit", "stop", { blockId: "one", part: { setting: "credit" } }), check("worth a look", "warn", { blockId: "two", part: { setting: "alt" } })];
  expect([missingIn(checks, "one", "credit"), missingIn(checks, "one", "alt"), missingIn(checks, "two", "alt")]).toEqual(["About credit", "About alt", undefined]);
});
