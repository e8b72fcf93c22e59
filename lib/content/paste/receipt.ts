/** What a paste may leave behind or change, each with its words for one and for many. The order is the order in which they are told. */
const told = {
  deletions: ["deleted passage of tracked changes left out", "deleted passages of tracked changes left out"],
  insertions: ["inserted passage of tracked changes kept as text", "inserted passages of tracked changes kept as text"],
  comments: ["comment left out", "comments left out"],
  hidden: ["hidden passage left out", "hidden passages left out"],
  struck: ["struck-through passage kept as plain text", "struck-through passages kept as plain text"],
  notes: ["footnote put at the end", "footnotes put at the end"],
  pictures: ["picture not taken over", "pictures not taken over"],
  embeds: ["embedded frame made a link", "embedded frames made links"],
  captions: ["captions file of a film left out", "captions files of films left out"],
  labels: ["description of a drawing or a film kept as text", "descriptions of drawings or films kept as text"],
  active: ["script, form or other active part left out", "scripts, forms or other active parts left out"],
  unwrapped: ["redirecting link led to its goal", "redirecting links led to their goals"],
  tracked: ["tracked link cleaned", "tracked links cleaned"],
  deadLinks: ["link that may not or cannot lead anywhere made text", "links that may not or cannot lead anywhere made text"],
  layoutTables: ["table used for layout made paragraphs", "tables used for layout made paragraphs"],
  wideTables: ["table with too many columns made lines of text", "tables with too many columns made lines of text"],
  longTables: ["long table divided", "long tables divided"],
  joinedCells: ["joined cell split", "joined cells split"],
  deepItems: ["list item moved up to the third level", "list items moved up to the third level"],
  headings: ["heading given a level that the story has", "headings given a level that the story has"],
  breaks: ["line break within a paragraph made a space", "line breaks within paragraphs made spaces"],
  contents: ["line of a table of contents left out", "lines of a table of contents left out"],
  running: ["page number or running head left out", "page numbers or running heads left out"],
  wireLines: ["line of the wire set aside", "lines of the wire set aside"],
  unreadable: ["block that is not ours left out", "blocks that are not ours left out"],
  quotes: ["quotation mark, apostrophe, dash or space set as the language does", "quotation marks, apostrophes, dashes or spaces set as the language does"],
  invisible: ["invisible character removed", "invisible characters removed"],
  styles: ["style", "styles"],
} as const;

export type Told = keyof typeof told;

export type ReceiptLine = { what: Told; count: number; words: string };

/** What became of a paste, in words that a person reads. */
export type Receipt = { source: Source; lines: ReceiptLine[] };

/** Where a clipboard comes from. */
export const sources = ["own", "google-docs", "word", "word-web", "excel", "pages", "notion", "web", "pdf", "wire", "markdown", "plain", "bare"] as const;
export type Source = (typeof sources)[number];

export const sourceNames = {
  own: "this paper",
  "google-docs": "Google Docs",
  word: "Word or Outlook",
  "word-web": "Word on the web",
  excel: "a spreadsheet",
  pages: "Pages or another Mac program",
  notion: "Notion",
  web: "a web page",
  pdf: "a PDF",
  wire: "wire copy",
  markdown: "Markdown",
  plain: "plain text",
  bare: "the clipboard as bare text",
} satisfies Record<Source, string>;

/** Counts while a clipboard is read. */
export class Tally {
  private readonly counts = new Map<Told, number>();
  private readonly styles = new Set<string>();

  count(what: Exclude<Told, "styles">, times = 1): void {
    if (times > 0) this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  /** A way of formatting that is not taken over; the same one is counted once. */
  style(formatting: string): void {
    if (this.styles.size < 1000) this.styles.add(formatting);
  }

  receipt(source: Source): Receipt {
    return { source, lines: linesFrom((what) => (what === "styles" ? this.styles.size : (this.counts.get(what) ?? 0))) };
  }
}

const linesFrom = (countOf: (what: Told) => number): ReceiptLine[] =>
  (Object.keys(told) as Told[]).flatMap((what): ReceiptLine[] => {
    const count = countOf(what);
    return count > 0 ? [{ what, count, words: `${count.toLocaleString("en")} ${told[what][count === 1 ? 0 : 1]}` }] : [];
  });

/** Several receipts as one that counts everything; it comes from where the first comes from. */
export function joinReceipts(receipts: readonly Receipt[]): Receipt {
  const lines = receipts.flatMap((receipt) => receipt.lines);
  return { source: receipts[0]?.source ?? "plain", lines: linesFrom((what) => lines.reduce((sum, line) => sum + (line.what === what ? line.count : 0), 0)) };
}

/** "12 styles, 3 tracked links cleaned": everything on one line, or an empty text where all was taken as it came. */
export function receiptInWords({ lines }: Receipt): string {
  return lines.map((line) => line.words).join(" · ");
}
