import { expect, it } from "vitest";
import { addressOf, choicesOf, pickedOf, whyNoLink } from "@/components/desk/editor/links/choices";
import type { StoryChoice } from "@/lib/articles/desk-views";

const story = (id: string, path: string | null): StoryChoice => ({ id, status: path ? "live" : "draft", headline: "The last boat", path, publishedAt: null, section: null, byline: "" });

it.each([
  ["https://example.org/a?b#c", "https://example.org/a?b#c"],
  ["example.org", "https://example.org/"],
  ["www.example.org/a", "https://www.example.org/a"],
  ["/town/night-ferry-vote", "/town/night-ferry-vote"],
  ["#changes", "#changes"],
  ["desk@halyard.example", "mailto:desk@halyard.example"],
  ["tel:+4712345678", "tel:+4712345678"],
  ["the night ferry", null],
  ["ferry", null],
  ["javascript:alert(1)", null],
  ["//evil.example", null],
  ["", null],
])("%j means the address %j", (typed, address) => {
  expect(addressOf(typed)).toBe(address);
});

it("an address stands before the stories, and not where only stories will do", () => {
  expect(choicesOf("example.org", [story("a", "/town/a")], {}).map((choice) => choice.kind)).toEqual(["address", "story"]);
  expect(choicesOf("example.org", [story("a", "/town/a")], { storiesOnly: true }).map((choice) => choice.kind)).toEqual(["story"]);
});

it("one of our own addresses is its story first", () => {
  for (const typed of ["/town/live", "https://halyard.example/town/live?x"]) expect(choicesOf(typed, [story("live", "/town/live")], {}).map((choice) => choice.kind)).toEqual(["story", "address"]);
});

it("warns of the story itself and of one that readers would not find", () => {
  const warnings = choicesOf("boat", [story("self", "/town/self"), story("draft", null), story("live", "/town/live"), story("again", "/town/again")], { self: "self", already: ["again"] }).map((choice) => choice.kind === "story" && choice.warning);
  expect(warnings).toEqual([expect.stringContaining("that you are in"), expect.stringContaining("Not public"), null, expect.stringContaining("already")]);
});

it("does not offer the story itself before anything is typed", () => {
  expect(choicesOf(" ", [story("self", "/town/self"), story("live", "/town/live")], { self: "self" }).map((choice) => choice.kind === "story" && choice.story.id)).toEqual(["live"]);
});

it("a story is picked with its id, whatever its address", () => {
  expect(choicesOf("", [story("live", "/town/live"), story("draft", null)], {}).map(pickedOf)).toMatchObject([{ href: "/town/live", story: { id: "live" } }, { href: "/desk/articles/draft", story: { id: "draft" } }]);
  expect(choicesOf("example.org", [], {}).map(pickedOf)).toEqual([{ href: "https://example.org/", story: null }]);
});

it.each([
  ["javascript:alert(1)", /not to “javascript:”/],
  ["  JavaScript:alert(1)", /not to “javascript:”/],
  ["data:text/html,<b>x</b>", /not to “data:”/],
  ["file:///etc/passwd", /not to “file:”/],
  ["https://user:secret@example.org", /name and password/],
  ["https://example.org/a", null],
  ["mailto:desk@halyard.example", null],
  ["council: the vote", null],
  ["ferry", null],
] as const)("says of “%s” why it is no link", (typed, why) => {
  if (why) expect(whyNoLink(typed)).toMatch(why);
  else expect(whyNoLink(typed)).toBeNull();
});
