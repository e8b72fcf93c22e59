import { expect, it } from "vitest";
import { emptyStory, type Block, type StoryContent } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import { placeIn, withInstead } from "@/lib/outside-reviews/review";

const link = { type: "link" as const, attrs: { href: "https://example.org/" } };
const story = (...content: Block[]): StoryContent => ({ ...emptyStory(), headline: "A boat", body: { type: "doc", content } });
const paragraph: Block = { type: "paragraph", content: [{ type: "text", text: "The " }, { type: "text", text: "night ferry", marks: [link] }, { type: "text", text: " leaves " }, { type: "text", text: "late", marks: [{ type: "strong" }] }, { type: "text", text: "." }] };

it("other words keep the links and marks of what stands before and behind what is new", () => {
  const changed = withInstead(story(paragraph), "block:0", "The night ferry leaves very early.");
  expect(changed?.body.content[0]).toMatchObject({ content: [{ text: "The " }, { text: "night ferry", marks: [link] }, { text: " leaves " }, { text: "very early", marks: [{ type: "strong" }] }, { text: "." }] });
});

it("no link leads from words that its writer never saw", () => {
  const [block] = withInstead(story(paragraph), "block:0", "The day ferry leaves late.")?.body.content ?? [];
  expect(block && textOfBlock(block)).toBe("The day ferry leaves late.");
  expect(JSON.stringify(block)).toContain('{"type":"text","text":"The day"}');
});

it.each(["The night ferry leaves late.", "Gone", "The night ferry leaves late. And more.", "x 🚢 y", "ليل"])("whatever the words are, they are what the block says then: %s", (words) => {
  const [block] = withInstead(story(paragraph), "block:0", words)?.body.content ?? [paragraph];
  expect(block && textOfBlock(block)).toBe(words);
});

it("only what has words of its own can be put in other words, and a stash is no place at all", () => {
  const content = story(paragraph, { type: "sectionBreak" } as Block, { type: "stash", content: [{ type: "paragraph" }] } as unknown as Block, { type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-00000000a001" } } as unknown as Block);
  expect(["block:0", "block:1", "block:2", "block:3", "block:4", "field:headline", "field:kicker", "field:slug", "story"].map((part) => placeIn(content, part) !== null)).toEqual([true, false, false, true, false, true, false, false, true]);
  expect(withInstead(content, "block:3", "x")).toBeNull();
  expect(withInstead(content, "field:headline", "Another boat")).toMatchObject({ headline: "Another boat", body: content.body });
  expect(withInstead(content, "field:headline", "A boat")).toBeNull();
});
