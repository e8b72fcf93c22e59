import { expect, it } from "vitest";
import { savedIn, storyPath } from "@/components/reader/enhance/saved-stories";

const paper = "https://paper.example";
const story = { path: "/town/night-ferry-vote", headline: "The last boat home", language: "en", at: "2026-11-24T09:00:00.000Z" };
const inList = (...entries: unknown[]) => savedIn(JSON.stringify(entries), paper);

it("finds what was saved, as it was saved", () => {
  const other = { ...story, path: "/culture/%D8%A8%D8%A7%D8%B2", headline: "بازگشایی", language: "fa" };
  expect(inList(story, other)).toEqual([story, other]);
});

it.each([null, "", "yes", "{", "null", "7", '"x"', "{}", '{"0":{}}'])("finds nothing in what is no list: %s", (text) => {
  expect(savedIn(text, paper)).toEqual([]);
});

it.each([
  ["nothing", null],
  ["a word", "town"],
  ["a list", [story]],
  ["a path that is no text", { ...story, path: 7 }],
  ["no headline", { ...story, headline: undefined }],
  ["an empty headline", { ...story, headline: "  " }],
  ["a headline that is no text", { ...story, headline: { toString: "x" } }],
  ["no day", { ...story, at: "yesterday" }],
  ["no language", { ...story, language: 'en" onload="x' }],
  ["a script", { ...story, path: "javascript:alert(1)//town/story" }],
  ["data", { ...story, path: "data:text/html,<script>alert(1)</script>" }],
  ["another site", { ...story, path: "https://evil.example/town/story" }],
  ["another site without its scheme", { ...story, path: "//evil.example/town/story" }],
  ["another site with the slashes of Windows", { ...story, path: "\\\\evil.example\\town\\story" }],
  ["a path that begins like a site", { ...story, path: `${paper}//evil.example/x` }],
  ["our site without its lock", { ...story, path: "http://paper.example/town/story" }],
  ["our site under another name", { ...story, path: "https://paper.example@evil.example/town/story" }],
  ["the front", { ...story, path: "/" }],
  ["an address too long for a story", { ...story, path: "/desk/articles/7" }],
])("leaves out %s, and keeps the story beside it", (_what, entry) => {
  expect(inList(entry, story)).toEqual([story]);
});

it("shows a story once, without what hangs on its address, and no headline longer than any", () => {
  const [one, ...others] = inList({ ...story, path: `${story.path}?c=2#comments`, headline: "x".repeat(9000) }, story);
  expect(one).toMatchObject({ path: story.path, headline: "x".repeat(400) });
  expect(others).toEqual([]);
});

it("keeps to what a browser has room for", () => {
  expect(inList(...Array.from({ length: 900 }, (_, number) => ({ ...story, path: `/town/story-${number}` })))).toHaveLength(500);
});

it("knows a story by its address alone", () => {
  expect(storyPath("https://paper.example/town/story", paper)).toBe("/town/story");
  expect(storyPath("", paper)).toBeNull();
  expect(storyPath("https://", paper)).toBeNull();
});
