import { expect, it } from "vitest";
import { emptyStory, type Block, type StoryContent } from "@/lib/content/document";
import type { TextNode } from "@/lib/content/stored/inline";
import { textOfBlock } from "@/lib/content/to-text";
import { oneLine, placeIn, withInstead } from "@/lib/outside-reviews/review";

const link = { type: "link" as const, attrs: { href: "https://example.org/" } };
const story = (...content: Block[]): StoryContent => ({ ...emptyStory(), headline: "A boat", body: { type: "doc", content } });
const paragraph: Block = { type: "paragraph", content: [{ type: "text", text: "The " }, { type: "text", text: "night ferry", marks: [link] }, { type: "text", text: " leaves " }, { type: "text", text: "late", marks: [{ type: "strong" }] }, { type: "text", text: "." }] };
const inOtherWords = (content: TextNode[], words: string) => (withInstead(story({ type: "paragraph", content }), "block:0", words)?.body.content[0] as { content: TextNode[] } | undefined)?.content;

it("other words keep the links and marks of what stands before and behind what is new", () => {
  const changed = withInstead(story(paragraph), "block:0", "The night ferry leaves very early.");
  expect(changed?.body.content[0]).toMatchObject({ content: [{ text: "The " }, { text: "night ferry", marks: [link] }, { text: " leaves " }, { text: "very early", marks: [{ type: "strong" }] }, { text: "." }] });
});

it("other words early and late keep the links and marks of all that stays between them", () => {
  const content: TextNode[] = [{ type: "text", text: "Yesterday", marks: [{ type: "strong" }] }, { type: "text", text: " the " }, { type: "text", text: "night ferry", marks: [link] }, { type: "text", text: " left at 23:40, " }, { type: "text", text: "empty", marks: [{ type: "em" }] }, { type: "text", text: " and late." }];
  expect(inOtherWords(content, "Today the night ferry left at 23:40, empty and early.")).toEqual([{ ...content[0], text: "Today" }, ...content.slice(1, 5), { type: "text", text: " and early." }]);
});

it("what is put in between has the marks that both sides have, and what is rewritten those that all of it had", () => {
  const strong = [{ type: "strong" as const }];
  expect(inOtherWords([{ type: "text", text: "A late boat", marks: strong }, { type: "text", text: " came." }], "A very late boat then came.")).toEqual([{ type: "text", text: "A very late boat", marks: strong }, { type: "text", text: " then came." }]);
  expect(inOtherWords([{ type: "text", text: "Late", marks: strong }, { type: "text", text: "boats came." }], "Some came.")).toEqual([{ type: "text", text: "Some came." }]);
});

it("no link leads from words that its writer never saw", () => {
  const [block] = withInstead(story(paragraph), "block:0", "The day ferry leaves late.")?.body.content ?? [];
  expect(block && textOfBlock(block)).toBe("The day ferry leaves late.");
  expect(JSON.stringify(block)).toContain('{"type":"text","text":"The day"}');
});

it("a link of which little is left is none: one word of it may stand in other words by chance", () => {
  const made = inOtherWords([{ type: "text", text: "See " }, { type: "text", text: "what the harbour master wrote of it", marks: [link] }, { type: "text", text: "." }], "See the list.");
  expect(made).toEqual([{ type: "text", text: "See the list." }]);
});

it("spaces that do not break stay where the words around them do, and doubled ones in words that nobody changed too", () => {
  const said = "At 23:40\u202fUhr, « late\u00a0», it  left.";
  expect(inOtherWords([{ type: "text", text: said }], oneLine(said.replace("left", "sank")))).toEqual([{ type: "text", text: said.replace("left", "sank") }]);
  expect(oneLine(" \n A\u00a0boat,\r\n  late\u202f! \n")).toBe("A\u00a0boat, late\u202f!");
});

it.each(["The night ferry leaves late.", "Gone", "The night ferry leaves late. And more.", "x 🚢 y", "ليل"])("whatever the words are, they are what the block says then: %s", (words) => {
  const [block] = withInstead(story(paragraph), "block:0", words)?.body.content ?? [paragraph];
  expect(block && textOfBlock(block)).toBe(words);
});

it("a paragraph of which hardly a word stays is put in other words all the same, in little time", () => {
  const long = (step: number) => Array.from({ length: 3000 }, (_, at) => `w${(at * step) % 997}`).join(" ");
  const from = performance.now();
  expect(inOtherWords([{ type: "text", text: long(7) }], long(11))?.map(({ text }) => text).join("")).toBe(long(11));
  expect(performance.now() - from).toBeLessThan(1000);
});

it("only what has words of its own can be put in other words, and a stash is no place at all", () => {
  const content = story(paragraph, { type: "sectionBreak" } as Block, { type: "stash", content: [{ type: "paragraph" }] } as unknown as Block, { type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-00000000a001" } } as unknown as Block);
  expect(["block:0", "block:1", "block:2", "block:3", "block:4", "field:headline", "field:kicker", "field:slug", "story"].map((part) => placeIn(content, part) !== null)).toEqual([true, false, false, true, false, true, false, false, true]);
  expect(withInstead(content, "block:3", "x")).toBeNull();
  expect(withInstead(content, "field:headline", "Another boat")).toMatchObject({ headline: "Another boat", body: content.body });
  expect(withInstead(content, "field:headline", "A boat")).toBeNull();
});
