import { type BlockName, blocks } from "@/lib/content/blocks/registry";
import type { BlockquoteNode } from "@/lib/content/stored/blockquote";
import type { CorrectionNoteNode } from "@/lib/content/stored/correction-note";
import type { EmbedNode } from "@/lib/content/stored/embed";
import type { FactBoxNode } from "@/lib/content/stored/fact-box";
import type { FigureNode } from "@/lib/content/stored/figure";
import type { GalleryNode } from "@/lib/content/stored/gallery";
import type { HeadingNode } from "@/lib/content/stored/heading";
import type { ListNode } from "@/lib/content/stored/list";
import type { ParagraphNode } from "@/lib/content/stored/paragraph";
import type { PullQuoteNode } from "@/lib/content/stored/pull-quote";
import type { RelatedCardNode } from "@/lib/content/stored/related-card";
import type { SectionBreakNode } from "@/lib/content/stored/section-break";
import type { StashNode } from "@/lib/content/stored/stash";
import type { TableNode } from "@/lib/content/stored/table";

/* One of each block, as it could stand in a story: for the style guide and the tests. They stand apart from the blocks, so that the editor does not carry their words. */

const paragraph = { type: "paragraph", content: [{ type: "text", text: "The boat that leaves Lower Quay at 23:40 carries nurses, bakers and a double bass." }] } satisfies ParagraphNode;
const heading = { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "A vote that crossed the aisle" }] } satisfies HeadingNode;
const list = { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "Fares stay as they are." }] }] }] } satisfies ListNode;
const blockquote = {
  type: "blockquote",
  attrs: { source: "From the mate’s log, winter 2025" },
  content: [{ type: "paragraph", content: [{ type: "text", text: "Two midwives. A man with a wedding cake." }] }],
} satisfies BlockquoteNode;
const pullQuote = {
  type: "pullQuote",
  attrs: { attribution: "Councillor Edda Brandt, Saltgate ward" },
  content: [{ type: "text", text: "A timetable is a promise the town makes to people it has not met." }],
} satisfies PullQuoteNode;
const figure = {
  type: "figure",
  attrs: { assetId: "0190b5a0-0000-7000-8000-00000000f001", alt: "A lit ferry crosses dark water under a full moon", credit: "Illustration: Halyard Graphics", role: "wide", focal: { x: 0.5, y: 0.4 } },
  content: [{ type: "text", text: "The 23:40 leaves Lower Quay for Skerry." }],
} satisfies FigureNode;
const gallery = {
  type: "gallery",
  attrs: { title: "Lower Quay by night", layout: "grid" },
  content: [figure, { ...figure, attrs: { ...figure.attrs, alt: "The same quay with nobody on it", role: "inline" } }],
} satisfies GalleryNode;
const factBox = {
  type: "factBox",
  attrs: { tone: "timeline" },
  content: [
    { type: "boxTitle", content: [{ type: "text", text: "The crossing in short" }] },
    { type: "paragraph", content: [{ type: "text", text: "1911: first night sailing, for the herring shift." }] },
    { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "23:40 leaves Lower Quay" }] }] }] },
  ],
} satisfies FactBoxNode;
const table = {
  type: "table",
  attrs: { caption: "Passengers on the 23:40, by weekday" },
  content: [
    { type: "tableRow", content: ["Day", "Passengers"].map((text) => ({ type: "tableHeader" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] })) },
    { type: "tableRow", content: ["Friday", "122"].map((text) => ({ type: "tableCell" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] })) },
  ],
} satisfies TableNode;
const embed = {
  type: "embed",
  attrs: { embedId: "0190b5a0-0000-7000-8000-00000000e001", provider: "youtube", url: "https://www.youtube.com/watch?v=abcdefghijk", alt: "The ferry turns in the ice, filmed from the quay" },
} satisfies EmbedNode;
const relatedCard = { type: "relatedCard", attrs: { story: "0190b5a0-0000-7000-8000-00000000a001", label: "How each of the forty voted" } } satisfies RelatedCardNode;
const correctionNote = {
  type: "correctionNote",
  attrs: { correctionId: "0190b5a0-0000-7000-8000-00000000c001", kind: "correction", at: "2026-11-24T14:52:40.000Z" },
  content: [{ type: "text", text: "An earlier version said that the subsidy is 321,000 crowns a year. It is 312,000." }],
} satisfies CorrectionNoteNode;
const sectionBreak = { type: "sectionBreak" } satisfies SectionBreakNode;
const stash = { type: "stash", content: [{ type: "paragraph", content: [{ type: "text", text: "Hallam’s number is in the drawer. Ask before using the name." }] }] } satisfies StashNode;

const examples = { paragraph, heading, list, blockquote, pullQuote, figure, gallery, factBox, table, embed, relatedCard, correctionNote, sectionBreak, stash } as const satisfies Record<BlockName, object>;

/** Every block with its example. */
export const exampledBlocks = {
  paragraph: { ...blocks.paragraph, example: examples.paragraph },
  heading: { ...blocks.heading, example: examples.heading },
  list: { ...blocks.list, example: examples.list },
  blockquote: { ...blocks.blockquote, example: examples.blockquote },
  pullQuote: { ...blocks.pullQuote, example: examples.pullQuote },
  figure: { ...blocks.figure, example: examples.figure },
  gallery: { ...blocks.gallery, example: examples.gallery },
  factBox: { ...blocks.factBox, example: examples.factBox },
  table: { ...blocks.table, example: examples.table },
  embed: { ...blocks.embed, example: examples.embed },
  relatedCard: { ...blocks.relatedCard, example: examples.relatedCard },
  correctionNote: { ...blocks.correctionNote, example: examples.correctionNote },
  sectionBreak: { ...blocks.sectionBreak, example: examples.sectionBreak },
  stash: { ...blocks.stash, example: examples.stash },
} as const;
