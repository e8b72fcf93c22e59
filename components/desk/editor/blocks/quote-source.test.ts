import { expect, it } from "vitest";
import { sourceOf } from "@/components/desk/editor/blocks/quote-source";
import { storySchema } from "@/lib/content/schema";

const words = (text: string, id: string) => ({ type: "paragraph", attrs: { id }, content: [{ type: "text", text }] });
const quote = (text: string, fromBlockId: string | null) => ({ type: "pullQuote", attrs: { fromBlockId }, content: text ? [{ type: "text", text }] : [] });
const found = (...content: object[]) => {
  const doc = storySchema().nodeFromJSON({ type: "doc", content });
  const source = sourceOf(doc, doc.children.find((node) => node.type.name === "pullQuote") as never);
  return source && doc.textBetween(source.from, source.to);
};

it("finds the sentence in the block that it was made from, wherever that stands now", () => {
  expect(found(words("It stays.", "aaaaaaaaaa"), quote("It stays.", "bbbbbbbbbb"), words("So it was said: It stays. Again.", "bbbbbbbbbb"))).toBe("It stays.");
});

it("finds it elsewhere where that block is gone or says it no more, within lists and quotations too", () => {
  const item = { type: "bulletList", content: [{ type: "listItem", content: [words("The ferry stays here.", "cccccccccc")] }] };
  expect(found(quote("ferry stays", "gone000000"), item)).toBe("ferry stays");
  expect(found(words("Something else.", "aaaaaaaaaa"), quote("ferry stays", "aaaaaaaaaa"), item)).toBe("ferry stays");
});

it("takes other quotation marks for the same, and never the quote itself", () => {
  expect(found(words("She said “it ‘stays’ so” twice.", "aaaaaaaaaa"), quote("it 'stays' so", "aaaaaaaaaa"))).toBe("She said “it ‘stays’ so” twice.");
  expect(found(quote("It stays.", null), words("Nothing of it.", "aaaaaaaaaa"))).toBeNull();
  expect(found(quote("", null), words("Text.", "aaaaaaaaaa"))).toBeNull();
});
