import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { stepOf } from "@/components/desk/compare/change-keys";
import { Changes } from "@/components/desk/compare/compare";
import { compareStories } from "@/lib/comparison/compare-stories";
import { type Block, emptyStory, type StoryContent } from "@/lib/content/document";

const story = (content: Block[], fields: Partial<StoryContent> = {}): StoryContent => ({ ...emptyStory(), ...fields, body: { type: "doc", content } });
const line = (text: string): Block => ({ type: "paragraph", attrs: { id: "aaaaaaaaaa" }, content: [{ type: "text", text }] });
const material = { pictures: new Map(), stories: new Map(), embeds: new Map() };
const drawn = (before: StoryContent, after: StoryContent) =>
  renderToStaticMarkup(createElement(Changes, { comparison: compareStories(before, after), contents: { before, after }, makers: { blocks: new Map(), fields: new Map() }, material, view: "inline", timeZone: "Europe/Berlin", sectionName: () => null, from: 1 }));

it("says in which language each part is: our words in English, what was taken out in that of the earlier version", () => {
  const page = drawn(story([line("The last boat")], { language: "en", verdict: null, tags: ["boat"] }), story([line("آخرین قایق")], { language: "fa", verdict: "false", tags: [] }));
  expect(page).toContain('<del lang="en" dir="ltr"><span class="hidden" lang="en" dir="ltr">(taken out: </span>The last boat');
  expect(page).toContain('<ins><span class="hidden" lang="en" dir="ltr">(put in: </span>آخرین قایق');
  expect(page).toMatch(/<p lang="en" dir="ltr"><del>.*none/);
});

it("names no two entries alike, and says whose name a byline leads to no longer", () => {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const ana = (personId: string | null) => ({ bylines: [{ role: "by" as const, personId, name: "Ana" }] });
  const [one, other] = ["0190b5a0-0000-7000-8000-00000000a001", "0190b5a0-0000-7000-8000-00000000a002"];
  const told = (before: string | null, after: string | null) => drawn(story([line("x")], ana(before)), story([line("x")], ana(after)));
  expect(told(null, one)).toContain("(now linked to a person)");
  expect(told(one, null)).toContain("(no longer linked to a person)");
  expect(told(one, other)).toContain("(now linked to another person)");
  const bold = (...marks: { type: "strong" }[]): Block => ({ ...line("boat"), content: ["boat", " and ", "boat"].map((text, at) => ({ type: "text", text, ...(at !== 1 && marks.length > 0 ? { marks } : {}) })) }) as Block;
  drawn(story([bold()]), story([bold({ type: "strong" })]));
  expect(complaints.mock.calls).toEqual([]);
  complaints.mockRestore();
});

it("says “an embed”, and never “a embed”", () => {
  const embed: Block = { type: "embed", attrs: { id: "aaaaaaaaaa", provider: "youtube", url: "https://www.youtube.com/watch?v=x", embedId: "0190b5a0-0000-7000-8000-00000000e001" } } as Block;
  const page = drawn(story([embed]), story([line("Words instead.")]));
  expect(page).toContain("Was an embed");
});

it("takes J and K only within the changes, where nobody is typing", () => {
  const at = (...within: string[]) => ({ closest: (selector: string) => (selector.split(", ").some((one) => within.includes(one)) ? {} : null) });
  const press = (key: string, target: object, more: object = {}) => stepOf({ key, metaKey: false, ctrlKey: false, altKey: false, target, ...more } as never);
  expect([press("j", at(".changes")), press("k", at(".changes")), press("x", at(".changes"))]).toEqual([1, -1, 0]);
  expect([press("j", at()), press("j", at(".changes", "input")), press("j", at(".changes"), { ctrlKey: true })]).toEqual([0, 0, 0]);
});
