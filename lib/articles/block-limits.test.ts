import { expect, it } from "vitest";
import { blockChecks } from "@/lib/articles/block-checks";
import type { PictureWords } from "@/lib/articles/checks";
import { type Block, parseBody } from "@/lib/content/body";

/* The measures of each block, at the last that is well and at the first that is not. */

const [assetId, other, story] = ["0190b5a0-0000-7000-8000-00000000000a", "0190b5a0-0000-7000-8000-00000000000b", "0190b5a0-0000-7000-8000-00000000000c"];
const picture: PictureWords = { width: 1600, credit: "Ana Ruiz", alt: "" };

const text = (words: string) => ({ type: "text" as const, text: words });
const paragraph = (words: string, id?: string) => ({ type: "paragraph" as const, ...(id ? { attrs: { id } } : {}), content: words ? [text(words)] : [] });
const words = (number: number) => Array.from({ length: number }, () => "word").join(" ");
const list = (...content: unknown[]) => ({ type: "bulletList", content: content.map((inner) => ({ type: "listItem", content: [inner].flat() })) }) as Block;
const box = (title: string, ...content: unknown[]) => ({ type: "factBox", content: [{ type: "boxTitle", content: title ? [text(title)] : [] }, ...content] }) as Block;
const heading = (level: 2 | 3 | 4, content: string): Block => ({ type: "heading", attrs: { level }, content: [text(content)] });
const quote = (content: string): Block => ({ type: "pullQuote", content: content ? [text(content)] : [] });
const figure = (attrs: object = {}, caption = ""): Extract<Block, { type: "figure" }> => ({ type: "figure", attrs: { assetId, alt: "A boat", ...attrs }, content: caption ? [text(caption)] : [] });
const cell = (type: "tableHeader" | "tableCell", content: string) => ({ type, content: [paragraph(content)] });
const table = (rows: number, columns: number, caption = "Boats") => ({ type: "table", attrs: { caption }, content: Array.from({ length: rows }, (_, row) => ({ type: "tableRow", content: Array.from({ length: columns }, () => cell(row === 0 ? "tableHeader" : "tableCell", "x")) })) }) as Block;
const line = (content: string) => paragraph(content);

/** What is said of these blocks, where they stand among others. */
function said(content: Block[], known: Partial<PictureWords> = {}): string[] {
  const targets = { pictures: new Map([[assetId, { ...picture, ...known }]]), stories: new Set([story]), waiting: new Set([other]), addresses: new Map(), embeds: new Map([[other, "ready" as const]]), corrections: new Map() };
  const checks = blockChecks({ type: "doc", content: [line("Before."), ...content, line("After.")] }, { self: assetId, slugTaken: false, sectionExists: true, claimedSlug: null, blockingNotes: [], letters: [], targets });
  return checks.map(({ level, message }) => `${level}: ${message}`);
}

const long = "warn: A paragraph of more than 120 words";
it.each<[string, (paragraph: ReturnType<typeof line>) => Block]>([
  ["the text", (one) => one],
  ["a list", (one) => list(line("One"), one)],
  ["a list within a list", (one) => list([line("One"), list(one)])],
  ["a quotation", (one) => ({ type: "blockquote", content: [line("One."), one] })],
  ["a fact box", (one) => box("Boats", one)],
  ["a list in a fact box", (one) => box("Boats", list(one))],
])("a paragraph of 120 words is well in %s, one more is worth a look", (_, holds) => {
  expect(said([holds(line(words(120)))])).toEqual([]);
  expect(said([holds(line(words(121)))])).toEqual([long]);
});

it("leads to the very paragraph, and looks at none that readers never get", () => {
  const block = { type: "blockquote", attrs: { id: "qqqqqqqqqq" }, content: [paragraph("One.", "aaaaaaaaaa"), paragraph(words(121), "bbbbbbbbbb")] } as Block;
  const targets = { pictures: new Map(), stories: new Set<string>(), waiting: new Set<string>(), addresses: new Map(), embeds: new Map(), corrections: new Map() };
  expect(blockChecks({ type: "doc", content: [block] }, { self: assetId, slugTaken: false, sectionExists: true, claimedSlug: null, blockingNotes: [], letters: [], targets })).toMatchObject([{ place: { blockId: "bbbbbbbbbb" } }]);
  expect(said([{ type: "stash", content: [line(words(121))] }])).toEqual(["warn: There is text in the stash"]);
});

it.each<[string, Block[], string[], Partial<PictureWords>?]>([
  ["a heading of 90 characters", [heading(2, "x".repeat(90))], []],
  ["one of 91", [heading(2, "x".repeat(91))], ["warn: A heading longer than 90 characters"]],
  ["headings one level apart", [heading(2, "A"), heading(3, "B"), heading(4, "C"), heading(2, "D")], []],
  ["a heading that skips a level", [heading(2, "A"), heading(4, "B")], ["warn: A heading skips a level"]],
  ["a pull quote of 120 characters that stands in the text", [line("q".repeat(120)), quote("q".repeat(120))], []],
  ["one of 121", [line("q".repeat(121)), quote("q".repeat(121))], ["warn: A pull quote longer than 120 characters"]],
  ["one of 300", [line("q".repeat(300)), quote("q".repeat(300))], ["warn: A pull quote longer than 120 characters"]],
  ["one of 301", [line("q".repeat(301)), quote("q".repeat(301))], ["stop: A pull quote is longer than 300 characters"]],
  ["one without a word", [quote("")], ["stop: An empty pull quote"]],
  ["one that stands nowhere", [quote("So it is.")], ["warn: A pull quote that is not in the text"]],
  ["a picture that is described and credited", [figure()], []],
  ["one without alt text", [figure({ alt: " " })], ["stop: A picture without alt text"]],
  ["one that only decorates", [figure({ alt: "", decorative: true })], []],
  ["one without a credit", [figure()], ["stop: A picture without a credit"], { credit: " " }],
  ["one with a credit of its own in the story", [figure({ credit: "Wim Ode" })], [], { credit: "" }],
  ["one of 1,200 pixels", [figure()], [], { width: 1200 }],
  ["one of 1,199", [figure()], ["warn: A picture of 1199 pixels across"], { width: 1199 }],
  ["one of 460", [figure()], ["warn: A picture of 460 pixels across"], { width: 460 }],
  ["one of 459", [figure()], ["stop: A picture of 459 pixels across"], { width: 459 }],
  ["one that the library has no more", [figure({ assetId: story })], ["stop: A picture that is not there any more"]],
  ["a gallery of two", [{ type: "gallery", content: [figure(), figure()] }], []],
  ["one of one, whose picture says nothing", [{ type: "gallery", content: [figure({ alt: "" })] }], ["stop: A gallery of one picture", "stop: A picture without alt text"]],
  ["a picture in a fact box that says nothing", [box("Boats", line("One."), figure({ alt: "" }))], ["stop: A picture without alt text"]],
  ["a fact box of 250 words", [box("word", line(words(119)), line(words(120)), line(words(10)))], []],
  ["one of 251", [box("word", line(words(120)), line(words(120)), line(words(10)))], ["warn: A fact box of more than 250 words"]],
  ["one without a title", [box("", line("One."))], ["stop: A fact box without a title"]],
  ["a table", [table(2, 2)], []],
  ["one without a caption", [table(2, 2, " ")], ["warn: A table without a caption"]],
  ["an embed that says nothing", [{ type: "embed", attrs: { embedId: other, provider: "vimeo", url: "https://vimeo.com/1", alt: "" } }], ["stop: An embed without a description"]],
  ["a public story beside it", [{ type: "relatedCard", attrs: { story } }], []],
  ["one that is not public", [{ type: "relatedCard", attrs: { story: other } }], ["stop: A related story that is not public"]],
  ["one that is gone", [{ type: "relatedCard", attrs: { story: "0190b5a0-0000-7000-8000-00000000000d" } }], ["stop: A related story that is not there any more"]],
  ["itself", [{ type: "relatedCard", attrs: { story: assetId } }], ["stop: A related story that is this one"]],
  ["a break between two parts", [{ type: "sectionBreak" }], []],
  ["two breaks", [{ type: "sectionBreak" }, { type: "sectionBreak" }], ["warn: A section break right behind another"]],
  ["an empty stash", [{ type: "stash", content: [line("")] }], ["warn: An empty stash"]],
])("%s", (_, content, checks, known) => {
  expect(said(content, known)).toEqual(checks);
});

it.each<[string, Block, boolean]>([
  ["a gallery of 50", { type: "gallery", content: Array.from({ length: 50 }, () => figure()) }, true],
  ["one of 51", { type: "gallery", content: Array.from({ length: 51 }, () => figure()) }, false],
  ["a table of 100 rows and 12 columns", table(100, 12), true],
  ["one of 101 rows", table(101, 2), false],
  ["one of 13 columns", table(2, 13), false],
  ["three lists within one another", list([line("a"), list([line("b"), list(line("c"))])]), true],
  ["four", list([line("a"), list([line("b"), list([line("c"), list(line("d"))])])]), false],
  ["a box in a box", box("a", box("b", line("c"))), false],
  ["a heading of the first level", { type: "heading", attrs: { level: 1 as 2 }, content: [text("x")] }, false],
])("%s may be stored or not", (_, block, may) => {
  expect(parseBody({ type: "doc", content: [block] }) !== null).toBe(may);
});

it("holds 2,000 blocks and no more", () => {
  const body = (blocks: number) => ({ type: "doc", content: Array.from({ length: blocks }, () => line("x")) });
  expect([parseBody(body(2000)) !== null, parseBody(body(2001)) !== null]).toEqual([true, false]);
});
