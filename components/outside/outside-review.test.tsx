import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { OutsideReview } from "@/components/outside/outside-review";
import { conflict, invalid } from "@/lib/kernel/failure";
import { emptyStory } from "@/lib/content/document";
import type { OutsideView } from "@/lib/outside-reviews/views";

const picture = { type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-00000000a001", alt: "A ferry at night" }, content: [] };
const body = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "The ferry leaves." }] }, { type: "sectionBreak" }, { type: "paragraph" }, picture] };
const version = { seq: 3, content: { ...emptyStory("fa"), headline: "A boat", byline: "Ana Vask", body }, material: { pictures: new Map(), stories: new Map(), embeds: new Map() }, timeZone: "UTC" } as unknown as NonNullable<OutsideView["version"]>;
const reader = { name: "Ute Meyer", mark: "abc123", remarks: [{ id: "1", part: "block:0", said: "Really?", instead: null, at: "2026-11-27T07:00:00Z" }] };
const view: OutsideView = { forWhom: "Dr Meyer", word: "Is it right?", from: "Ana", expiresAt: "2026-12-01T00:00:00Z", reader, version };

function drawn(more: Partial<Parameters<typeof OutsideReview>[0]> = {}): string {
  let made = 0;
  return renderToStaticMarkup(<OutsideReview view={view} version={version} reader={reader} home="/for-review/x" language="en" failure={null} typed={{}} until="1 December" today="27 November" said={null} once={() => String(made++)} {...more} />);
}

it("has a form for a remark under each part that says something, with names that are unique, and words for a picture that is not public", () => {
  const html = drawn();
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...html.matchAll(/name="part" value="([^"]+)"/g)].map(([, part]) => part)).toEqual(["field:headline", "block:0", "block:3", "story"]);
  expect([...html.matchAll(/<label for="([^"]+)"/g)].every(([, id]) => ids.includes(id))).toBe(true);
  expect([...html.matchAll(/name="instead"/g)]).toHaveLength(2);
  expect(html).toContain("<b>Picture:</b> A ferry at night");
  expect(html).not.toMatch(/<img|<script|style="/);
  expect(html).toContain('lang="fa" dir="rtl"');
});

it("shows again what was typed where it was not taken, opened, and says why; elsewhere what stands there", () => {
  const html = drawn({ failure: invalid("not_in_words", "x"), typed: { part: "block:0", said: "My word", instead: "Other" } });
  expect(html).toMatch(/id="at-block-0">.*?<details open="">/s);
  expect(html).toContain(">My word</textarea>");
  expect(html).toContain(">Other</textarea>");
  expect(html).toContain('role="alert"><b>This was not sent.</b> This cannot be put in these words here.');
  expect(drawn({ failure: conflict("too_many_remarks", "x"), typed: { part: "story" } })).toContain("This link takes no more.");
});

it("stands under her name from edge to edge, which is said in words to whoever hears the page", () => {
  const html = drawn();
  expect(html.match(/Ute Meyer · 27 November · abc123/g)).toHaveLength(40);
  expect(html).toContain('<div class="outside-mark" aria-hidden="true">');
  expect(html).toContain("Shown to Ute Meyer alone, until 1 December.");
});
