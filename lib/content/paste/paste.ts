import type { Language } from "@/db/vocabulary";
import { type Block, parseBody } from "@/lib/content/body";
import { cleanDocument } from "@/lib/content/paste/clean-html";
import { isTooDeep } from "@/lib/content/paste/depth";
import { detectSource } from "@/lib/content/paste/detect-source";
import { gatherFootnotes } from "@/lib/content/paste/footnotes";
import { withFormulas } from "@/lib/content/paste/formulas";
import { type PasteLimits, pasteLimits } from "@/lib/content/paste/limits";
import { markdownAsHtml, takeFrontMatter } from "@/lib/content/paste/markdown";
import { takePictureData } from "@/lib/content/paste/pictures";
import { plain } from "@/lib/content/paste/read-inline";
import { readBlocks } from "@/lib/content/paste/read-blocks";
import type { OfferedPicture, Reading } from "@/lib/content/paste/reading";
import { type Receipt, type Source, Tally } from "@/lib/content/paste/receipt";
import { setQuotes } from "@/lib/content/paste/set-quotes";
import { fromExcel, textAsTable } from "@/lib/content/paste/sources/excel";
import { fromGoogleDocs } from "@/lib/content/paste/sources/google-docs";
import { fromNotion } from "@/lib/content/paste/sources/notion";
import { fromOwnSlice } from "@/lib/content/paste/sources/own-slice";
import { fromPages } from "@/lib/content/paste/sources/pages";
import { pdfAsHtml } from "@/lib/content/paste/sources/pdf-text";
import { bareAsHtml, plainAsHtml } from "@/lib/content/paste/sources/plain";
import { fromWeb } from "@/lib/content/paste/sources/web";
import { fromWord } from "@/lib/content/paste/sources/word";
import { fromWordWeb } from "@/lib/content/paste/sources/word-web";
import { withTypedLists } from "@/lib/content/paste/typed-lists";
import { readWire } from "@/lib/content/paste/wire";
import type { WireFields } from "@/lib/content/paste/wire-lines";
import { type Failure, invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";

export type Clipboard = { html?: string; text?: string };

export type PasteOptions = {
  /** Makes a tree of HTML: the browser's `DOMParser`, or a tree of the server's. Nothing of it is ever run or shown. */
  parse(html: string): Document;
  /** Origins of this paper. */
  ownOrigins?: readonly string[];
  /** What the writer says it is, in place of what it looks like: `bare` for `Mod+Shift+V`. */
  as?: Source;
  limits?: PasteLimits;
  /** The language in which straight quotation marks are set; without one they stay straight, as bare text always does. */
  language?: Language | null;
  /** What was found before the reading began. */
  tally?: Tally;
};

export type Pasted = {
  /** Fit for a story as it is. One empty paragraph where there was no text. */
  body: Block[];
  receipt: Receipt;
  fields?: WireFields;
  /** Text that is no part of the story: what a wire tells editors, a file's front matter. */
  aside?: string[];
  images: OfferedPicture[];
};

/**
 * Reads a clipboard into blocks of a story. Whatever it holds, the answer is a body that `parseBody` takes, and a receipt of what was kept
 * aside; or a refusal in one sentence where it is larger than a paste may be.
 */
export function readClipboard(clipboard: Clipboard, options: PasteOptions): Result<Pasted> {
  const limits = options.limits ?? pasteLimits;
  const raw = clipboard.html ?? "";
  const text = withPlainEnds(clipboard.text ?? "");
  if (raw.length + text.length > limits.raw) return fail(tooLarge(raw.length + text.length, limits.raw));
  const { html, pictureData } = takePictureData(raw);
  const source = options.as ?? detectSource(html, text);
  const weighed = isText(source) ? text.length : Math.max(html.length, source === "excel" ? text.length : 0);
  if (weighed > limits.letters) return fail(tooLarge(weighed, limits.letters));

  const tally = options.tally ?? new Tally();
  const reading: Reading = { tally, links: { ownOrigins: options.ownOrigins ?? [] }, pictures: [], behind: new Map(), code: new Set(), latest: null, pictureData, trustsLanguage: ["web", "notion", "markdown"].includes(source), readBlocks };
  const prepared = prepare(source, { html, text }, tally);
  if (isTooDeep(prepared.html)) return fail(invalid("too_deep", "This is a page whose parts stand within one another more than a thousand deep, as no text does. Please paste it as bare text."));
  const markup = inert(withFormulas(prepared.html));
  // Each tag and each letter that is written as a name costs the parser a node of its own.
  if (countOf("<", markup) > limits.tags || countOf("&", markup) > limits.tags) return fail(invalid("too_many_blocks", "This has more parts than can be pasted at once. Please paste it in parts."));
  const all = readMarkup(source, options.parse(markup).documentElement, reading, options.language ?? null);
  const read = tidyEnds(all);
  placePictures(reading, all, read);
  const body = source === "plain" || source === "bare" ? withEdges(read, text) : read;
  if (body.length > limits.blocks) return fail(invalid("too_many_blocks", `This is ${body.length.toLocaleString("en")} blocks; at most ${limits.blocks} can be pasted at once. Please paste it in parts.`));
  const checked = parseBody({ type: "doc", content: body.length > 0 ? body : [{ type: "paragraph" }] });
  if (!checked) return fail(invalid("too_long", "This text is longer than a story may be. Please paste it in parts."));
  const { fields = {}, aside = [] } = prepared;
  return ok({
    body: checked.content,
    receipt: tally.receipt(source),
    ...(Object.keys(fields).length > 0 ? { fields } : {}),
    ...(aside.length > 0 ? { aside } : {}),
    images: reading.pictures,
  });
}

const textSources: readonly Source[] = ["pdf", "wire", "markdown", "plain", "bare"];
const isText = (source: Source): boolean => textSources.includes(source);

function tooLarge(letters: number, most: number): Failure {
  const megabytes = (count: number) => (count / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 });
  return invalid("too_large", `This is ${megabytes(letters)} MB; at most ${megabytes(most)} MB can be pasted at once. Please paste it in parts, or drop the file itself.`);
}

/** Signs that end a line or a paragraph in layout programs and chats, as text has them: a broken line goes on, a paragraph ends. */
const withPlainEnds = (text: string): string => text.replace(/[\u2028\v]/g, " ").replace(/[\u2029\u0085]/g, "\n");

/** Without what a parser would act upon or trip over: style sheets are renamed, links to elsewhere and Word's conditions go; ends of lines that are signs of their own are breaks. */
function inert(html: string): string {
  return html.replace(/[\u2028\v\u0085]|&#(?:x2028|8232);/gi, "<br>").replace(/\u2029|&#(?:x2029|8233);/gi, "<br><br>").replace(/<!\[(?:if [^<>\]]{1,200}|endif)\]>|<(?:base|link|meta)\b[^<>]*>/gi, "").replace(/<(\/?)style\b/gi, "<$1x-style");
}

function countOf(sign: string, html: string): number {
  let count = 0;
  for (let at = html.indexOf(sign); at !== -1; at = html.indexOf(sign, at + 1)) count += 1;
  return count;
}

type Prepared = { html: string; fields?: WireFields; aside?: string[] };

/** Every clipboard as HTML: text is written as such first, so that there is one reader. */
function prepare(source: Source, { html, text }: { html: string; text: string }, tally: Tally): Prepared {
  switch (source) {
    case "pdf":
      return { html: pdfAsHtml(text, tally) };
    case "plain":
      return { html: plainAsHtml(text) };
    case "bare":
      return { html: bareAsHtml(text) };
    case "markdown": {
      const { matter, rest } = takeFrontMatter(text);
      return { html: markdownAsHtml(rest), aside: matter };
    }
    case "excel":
      return { html: /<t[dr]\b/i.test(html) ? html : textAsTable(text) };
    case "wire":
      return readWire(text, tally);
    default:
      return { html };
  }
}

/** What each program's HTML needs before it is read like any other. */
const transformers: Partial<Record<Source, (root: Element, tally: Tally) => void>> = { "google-docs": fromGoogleDocs, word: fromWord, "word-web": fromWordWeb, excel: fromExcel, pages: fromPages, notion: fromNotion, web: fromWeb, markdown: gatherFootnotes };

/** Figures and bare text are taken at their word. */
const unset: readonly Source[] = ["bare", "excel"];

function readMarkup(source: Source, root: Element, reading: Reading, language: Language | null): Block[] {
  const own = source === "own" ? fromOwnSlice(root, reading.tally) : null;
  if (own) return own;
  transformers[source]?.(root, reading.tally);
  cleanDocument(root, reading);
  if (language && !unset.includes(source)) reading.tally.count("quotes", setQuotes(root, language, reading.trustsLanguage));
  const read = readBlocks(root, reading, plain, 0);
  if (source === "bare") return read;
  const { blocks, lists } = withTypedLists(read);
  for (const [picture, stood] of reading.behind) reading.behind.set(picture, (stood && lists.get(stood)) ?? stood);
  return blocks;
}

/** Words without a line break were cut out of a line: the space at their ends still parts them from what they are put between. */
function withEdges(blocks: Block[], text: string): Block[] {
  const [only] = blocks;
  if (blocks.length !== 1 || only?.type !== "paragraph" || /[\n\r]/.test(text)) return blocks;
  const [first, last] = [/^\s/.test(text) ? " " : "", /\s$/.test(text) ? " " : ""];
  const content = (only.content ?? []).map((node, index, all) => (node.type === "text" ? { ...node, text: `${index === 0 ? first : ""}${node.text}${index === all.length - 1 ? last : ""}` } : node));
  return [{ ...only, content }];
}

/** Counts for each picture the blocks that are left of those before it; one whose place was not read stands at the end. */
function placePictures({ pictures, behind }: Reading, all: readonly Block[], left: readonly Block[]): void {
  for (const picture of pictures) {
    const stood = behind.get(picture);
    const place = stood === null ? 0 : stood && all.includes(stood) ? all.indexOf(stood) + 1 : all.length;
    const before = new Set(all.slice(0, place));
    picture.after = left.filter((block) => before.has(block)).length;
  }
}

/** Breaks stand between blocks: neither first nor last, nor two in a row. */
function tidyEnds(blocks: readonly Block[]): Block[] {
  const tidy: Block[] = [];
  for (const block of blocks) if (block.type !== "sectionBreak" || (tidy.length > 0 && tidy.at(-1)?.type !== "sectionBreak")) tidy.push(block);
  if (tidy.at(-1)?.type === "sectionBreak") tidy.pop();
  return tidy;
}
