import { type Block, parseBody } from "@/lib/content/document";
import { cleanDocument } from "@/lib/content/paste/clean-html";
import { detectSource, detectText } from "@/lib/content/paste/detect-source";
import { gatherFootnotes } from "@/lib/content/paste/footnotes";
import { markdownAsHtml, takeFrontMatter } from "@/lib/content/paste/markdown";
import { takePictureData } from "@/lib/content/paste/pictures";
import { plain } from "@/lib/content/paste/read-inline";
import { readBlocks } from "@/lib/content/paste/read-blocks";
import type { OfferedPicture, Reading } from "@/lib/content/paste/reading";
import { type Receipt, type Source, Tally } from "@/lib/content/paste/receipt";
import { fromExcel } from "@/lib/content/paste/sources/excel";
import { fromGoogleDocs } from "@/lib/content/paste/sources/google-docs";
import { fromNotion } from "@/lib/content/paste/sources/notion";
import { fromOwnSlice } from "@/lib/content/paste/sources/own-slice";
import { fromPages } from "@/lib/content/paste/sources/pages";
import { pdfAsHtml } from "@/lib/content/paste/sources/pdf-text";
import { bareAsHtml, plainAsHtml } from "@/lib/content/paste/sources/plain";
import { fromWeb } from "@/lib/content/paste/sources/web";
import { fromWord } from "@/lib/content/paste/sources/word";
import { fromWordWeb } from "@/lib/content/paste/sources/word-web";
import { readWire } from "@/lib/content/paste/wire";
import type { WireFields } from "@/lib/content/paste/wire-lines";
import { type Failure, invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** Most that one paste may bring: letters on the clipboard with and without its pictures, and blocks. */
export const pasteLimits = { raw: 20_000_000, letters: 2_000_000, blocks: 500 } as const;
export type PasteLimits = { raw: number; letters: number; blocks: number };

export type Clipboard = { html?: string; text?: string };

export type PasteOptions = {
  /** Makes a tree of HTML: the browser's `DOMParser`, or a tree of the server's. Nothing of it is ever run or shown. */
  parse(html: string): Document;
  /** Origins of this paper. */
  ownOrigins?: readonly string[];
  /** What the writer says it is, in place of what it looks like: `bare` for `Mod+Shift+V`. */
  as?: Source;
  limits?: PasteLimits;
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
  const text = clipboard.text ?? "";
  if (raw.length + text.length > limits.raw) return fail(tooLarge(raw.length + text.length, limits.raw));
  const { html, pictureData } = takePictureData(raw);
  const source = options.as ?? detectSource(html, text);
  const weighed = isText(source) ? text.length : html.length;
  if (weighed > limits.letters) return fail(tooLarge(weighed, limits.letters));

  const tally = new Tally();
  const reading: Reading = { tally, links: { ownOrigins: options.ownOrigins ?? [] }, pictures: [], pictureData, trustsLanguage: ["web", "notion", "markdown"].includes(source), readBlocks };
  const { blocks, fields, aside } = read(source, { html, text }, reading, options);
  const body = tidyEnds(blocks);
  if (body.length > limits.blocks) return fail(invalid("too_many_blocks", `This is ${body.length.toLocaleString("en")} blocks; at most ${limits.blocks} can be pasted at once. Please paste it in parts.`));
  const checked = parseBody({ type: "doc", content: body.length > 0 ? body : [{ type: "paragraph" }] });
  if (!checked) return fail(invalid("too_long", "This text is longer than a story may be. Please paste it in parts."));
  return ok({
    body: checked.content,
    receipt: tally.receipt(source),
    ...(fields && Object.keys(fields).length > 0 ? { fields } : {}),
    ...(aside && aside.length > 0 ? { aside } : {}),
    images: reading.pictures,
  });
}

const textSources: readonly Source[] = ["pdf", "wire", "markdown", "plain", "bare"];
const isText = (source: Source): boolean => textSources.includes(source);

function tooLarge(letters: number, most: number): Failure {
  const megabytes = (count: number) => (count / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 });
  return invalid("too_large", `This is ${megabytes(letters)} MB; at most ${megabytes(most)} MB can be pasted at once. Please paste it in parts, or drop the file itself.`);
}

type Read = { blocks: Block[]; fields?: WireFields; aside?: string[] };

function read(source: Source, { html, text }: { html: string; text: string }, reading: Reading, { parse }: PasteOptions): Read {
  const { tally } = reading;
  const fromHtml = (prepared: string, transform?: (root: Element) => void): Block[] => {
    // Word's conditions are no markup that every parser knows.
    const root = parse(prepared.replace(/<!\[(?:if|endif)[^<>]{0,200}>/gi, "")).documentElement;
    transform?.(root);
    cleanDocument(root, reading);
    return readBlocks(root, reading, plain, 0);
  };
  switch (source) {
    case "own":
      return { blocks: fromOwnSlice(parse(html).documentElement, tally) ?? fromHtml(html) };
    case "google-docs":
      return { blocks: fromHtml(html, (root) => fromGoogleDocs(root, tally)) };
    case "word":
      return { blocks: fromHtml(html, (root) => fromWord(root, tally)) };
    case "word-web":
      return { blocks: fromHtml(html, (root) => fromWordWeb(root, tally)) };
    case "excel":
      return { blocks: fromHtml(html, (root) => fromExcel(root, tally)) };
    case "pages":
      return { blocks: fromHtml(html, (root) => fromPages(root, tally)) };
    case "notion":
      return { blocks: fromHtml(html, fromNotion) };
    case "web":
      return { blocks: fromHtml(html, (root) => fromWeb(root, tally)) };
    case "pdf":
      return { blocks: fromHtml(pdfAsHtml(text, tally)) };
    case "plain":
      return { blocks: fromHtml(plainAsHtml(text)) };
    case "bare":
      return { blocks: fromHtml(bareAsHtml(text)) };
    case "markdown": {
      const { matter, rest } = takeFrontMatter(text);
      return { blocks: fromHtml(markdownAsHtml(rest), (root) => gatherFootnotes(root, tally)), aside: matter };
    }
    case "wire": {
      const copy = readWire(text, tally);
      return { blocks: fromHtml(copy.html), fields: copy.fields, aside: copy.aside.map((line) => line.slice(0, 5000)) };
    }
  }
}

/** Breaks stand between blocks: neither first nor last, nor two in a row. */
function tidyEnds(blocks: readonly Block[]): Block[] {
  const tidy: Block[] = [];
  for (const block of blocks) if (block.type !== "sectionBreak" || (tidy.length > 0 && tidy.at(-1)?.type !== "sectionBreak")) tidy.push(block);
  if (tidy.at(-1)?.type === "sectionBreak") tidy.pop();
  return tidy;
}

/** Reads a text on its own, as a file or as what the writer typed elsewhere. */
export function readText(text: string, options: PasteOptions): Result<Pasted> {
  return readClipboard({ text }, { ...options, as: options.as ?? detectText(text) });
}
