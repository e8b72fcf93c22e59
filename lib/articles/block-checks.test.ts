import { expect, it } from "vitest";
import { blockChecks } from "@/lib/articles/block-checks";
import type { Block } from "@/lib/content/document";
import type { CropBox } from "@/lib/content/stored/figure";
import type { Bar } from "@/lib/media/rights";

const assetId = "0190b5a0-0000-7000-8000-00000000000a";
const found = (crop: CropBox | null, caption = "x") => {
  const figure = { type: "figure" as const, attrs: { id: "ffffffffff", assetId, alt: "A boat", crop }, content: [{ type: "text" as const, text: caption }] };
  const targets = { pictures: new Map([[assetId, { width: 1600, credit: "Ana Ruiz", alt: "" }]]), stories: new Set<string>(), waiting: new Set<string>(), addresses: new Map(), embeds: new Map(), corrections: new Map() };
  return blockChecks({ type: "doc", content: [figure] }, { self: "0190b5a0-0000-7000-8000-00000000000a", slugTaken: false, sectionExists: true, claimedSlug: null, blockingNotes: [], letters: [], targets }).map(({ level, message }) => `${level}: ${message}`);
};

it.each([
  [null, []],
  [{ x: 0.1, y: 0, width: 0.8, height: 1 }, []],
  [{ x: 0, y: 0, width: 0.5, height: 1 }, ["warn: A picture of 800 pixels across, as it is cropped"]],
  [{ x: 0, y: 0, width: 0.2, height: 1 }, ["stop: A picture of 320 pixels across, as it is cropped"]],
])("judges a picture by the part of it that is shown: %j", (crop, checks) => {
  expect(found(crop)).toEqual(checks);
});

it("warns of a caption that is a text of its own", () => {
  expect(found(null, "x".repeat(600))).toEqual([]);
  expect(found(null, "x".repeat(601))).toEqual(["warn: A caption longer than 600 characters"]);
});

const [story, embedId] = ["0190b5a0-0000-7000-8000-00000000000b", "0190b5a0-0000-7000-8000-00000000000e"];
const said = (content: Block[], embeds: [string, "waiting" | "ready" | "failed"][] = []) => {
  const targets = { pictures: new Map(), stories: new Set([story]), waiting: new Set<string>(), addresses: new Map(), embeds: new Map(embeds), corrections: new Map() };
  return blockChecks({ type: "doc", content }, { self: assetId, slugTaken: false, sectionExists: true, claimedSlug: null, blockingNotes: [], letters: [], targets }).map(({ level, message }) => `${level}: ${message}`);
};
const film = (isRequired: boolean): Block => ({ type: "embed", attrs: { id: "eeeeeeeeee", embedId, provider: "vimeo", url: "https://vimeo.com/1", alt: "A film", isRequired } });

it.each([
  [false, "ready", []],
  [true, "ready", []],
  [false, "failed", ["warn: Vimeo could not be asked about an embed"]],
  [true, "failed", ["stop: Vimeo could not be asked about an embed, and the story makes no sense without it"]],
  [false, "waiting", ["warn: Vimeo has not answered yet"]],
  [true, "waiting", ["stop: Vimeo has not answered yet, and the story makes no sense without it"]],
] as const)("lets nothing out without an embed that it makes no sense without: required %s, %s", (isRequired, state, checks) => {
  expect(said([film(isRequired)], [[embedId, state]])).toEqual(checks);
});

it("stops an embed that is gone, required or not", () => {
  for (const isRequired of [true, false]) expect(said([film(isRequired)])).toEqual(["stop: An embed that is not there any more"]);
});

it("tells a quote whose sentence has changed from one that never stood in the text", () => {
  const text: Block = { type: "paragraph", attrs: { id: "pppppppppp" }, content: [{ type: "text", text: "The ferry “stays” for good." }] };
  const quote = (words: string, fromBlockId: string | null): Block => ({ type: "pullQuote", attrs: { id: "qqqqqqqqqq", fromBlockId }, content: [{ type: "text", text: words }] });
  expect(said([text, quote("the ferry stays", "pppppppppp")])).toEqual([]);
  expect(said([text, quote("The ferry goes", "pppppppppp")])).toEqual(["warn: A pull quote that is not in the text any more"]);
  expect(said([text, quote("The ferry goes", null)])).toEqual(["warn: A pull quote that is not in the text"]);
});

it("warns of a story that is related twice, at the second, and offers to take that out", () => {
  const card = (id: string): Block => ({ type: "relatedCard", attrs: { id, story } });
  expect(said([card("cccccccccc"), card("dddddddddd")])).toEqual(["warn: A related story that is there twice"]);
  expect(said([card("cccccccccc")])).toEqual([]);
});

it("stops a picture before and after the days on which it may be used", () => {
  const figure: Block = { type: "figure", attrs: { id: "ffffffffff", assetId, alt: "A boat" } };
  const judged = (bar: Bar | null) => {
    const targets = { pictures: new Map([[assetId, { width: 1600, credit: "Ana Ruiz", alt: "", bar }]]), stories: new Set<string>(), waiting: new Set<string>(), addresses: new Map(), embeds: new Map(), corrections: new Map() };
    return blockChecks({ type: "doc", content: [figure] }, { self: story, slugTaken: false, sectionExists: true, claimedSlug: null, blockingNotes: [], letters: [], targets }).map(({ level, message }) => `${level}: ${message}`);
  };
  expect(judged(null)).toEqual([]);
  expect(judged({ why: "over", day: "2026-11-01" })).toEqual(["stop: A picture that may not be used after 1 November 2026"]);
  expect(judged({ why: "not_yet", day: "2026-12-03" })).toEqual(["stop: A picture that may not be used before 3 December 2026"]);
});
