import mammoth from "mammoth";
import { type Pasted, type PasteOptions, readClipboard } from "@/lib/content/paste/paste";
import { Tally } from "@/lib/content/paste/receipt";
import { openArchive, writeArchive } from "@/lib/imports/documents/archive";
import { documentLimits } from "@/lib/imports/documents/limits";
import { stylesIn, withCanonicalNames } from "@/lib/imports/documents/word-styles";
import { withEverythingSaid, withNumbersAsValues, withoutContents, withoutHidden } from "@/lib/imports/documents/word-text";
import { parseOnServer } from "@/lib/imports/documents/server-tree";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** The text, what it refers to, and pictures that a browser could show; templates, macros and embedded files stay packed. */
const wanted = (name: string): boolean => /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w-]{1,60}\.xml|word\/_rels\/[\w.-]{1,60}\.rels|word\/media\/[\w.-]{1,100}\.(?:png|jpe?g|gif|webp))$/i.test(name);

const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h3:fresh", "p[style-name='Quote'] => blockquote > p:fresh", "p[style-name='Intense Quote'] => blockquote > p:fresh", "comment-reference => !"];

const unreadable = invalid("unreadable", "This document cannot be read. Please open it in Word, save it as .docx and try again, or paste its text.");

/** A Word document as a paste. It is unpacked in memory within limits, and only what was found sound is handed on. */
export async function readDocx(bytes: Uint8Array, options: Pick<PasteOptions, "ownOrigins" | "language"> = {}): Promise<Result<Pasted>> {
  const opened = openArchive(bytes, wanted);
  if (!opened.ok) return opened;
  const parts = opened.value;
  const markup = [...parts].filter(([name]) => /\.(?:xml|rels)$/i.test(name)).map(([, data]) => data);
  if (!parts.has("word/document.xml") && ![...parts.keys()].some((name) => /^word\/document\d*\.xml$/.test(name))) return fail(invalid("no_document", "This file is no Word document."));
  if (markup.reduce((sum, data) => sum + data.byteLength, 0) > documentLimits.markup) return fail(invalid("too_large", "This document is longer than a story may be. Please divide it."));
  // No Word document declares a type of its own; entities that grow do.
  if (markup.some((data) => Buffer.from(data).includes("<!DOCTYPE"))) return fail(unreadable);
  const tally = tallyOf(parts);
  const html = await asHtml(prepared(parts, tally));
  if (!html.ok) return html;
  return readClipboard({ html: withNumbersAsValues(html.value) }, { ...options, parse: parseOnServer, as: "word", limits: documentLimits.paste, tally });
}

/** The parts with what Word shows and its file only implies written out. */
function prepared(parts: ReadonlyMap<string, Uint8Array>, tally: Tally): ReadonlyMap<string, Uint8Array> {
  const text = (name: string) => Buffer.from(parts.get(name) ?? "").toString("utf8");
  const written = new Map(parts);
  const write = (name: string, content: string) => parts.has(name) && written.set(name, Buffer.from(content));
  const styles = stylesIn(text("word/styles.xml"));
  write("word/styles.xml", withCanonicalNames(text("word/styles.xml")));
  for (const name of [...parts.keys()].filter((one) => /^word\/(?:document\d*|footnotes|endnotes)\.xml$/.test(one))) {
    const { shown, hidden } = withoutHidden(text(name));
    const { text: body, lines } = withoutContents(shown, styles);
    tally.count("hidden", hidden);
    tally.count("contents", lines);
    write(name, withEverythingSaid(body, { numbering: text("word/numbering.xml"), styles }));
  }
  return written;
}

/** What the document holds and no paste shows: deleted text and comments. */
function tallyOf(parts: ReadonlyMap<string, Uint8Array>): Tally {
  const count = (name: string, mark: RegExp) => Buffer.from(parts.get(name) ?? "").toString("utf8").match(mark)?.length ?? 0;
  const tally = new Tally();
  // What is one tag alone is the mark of a paragraph or of a row.
  tally.count("deletions", count("word/document.xml", /<w:del [^<>]{0,300}[^/<>]>/g));
  tally.count("insertions", count("word/document.xml", /<w:ins [^<>]{0,300}[^/<>]>/g));
  tally.count("comments", count("word/comments.xml", /<w:comment /g));
  return tally;
}

async function asHtml(parts: ReadonlyMap<string, Uint8Array>): Promise<Result<string>> {
  let left: number = documentLimits.pictures;
  const convertImage = mammoth.images.imgElement(async (image) => {
    const data = await image.readAsBase64String();
    if (data.length > left || !/^image\/(?:png|jpe?g|gif|webp)$/.test(image.contentType)) return { src: "" };
    left -= data.length;
    return { src: `data:${image.contentType};base64,${data}` };
  });
  try {
    const { value } = await mammoth.convertToHtml({ buffer: writeArchive(parts) }, { styleMap, convertImage, externalFileAccess: false });
    return ok(value);
  } catch {
    // Whatever it trips over, the writer can only save the file anew.
    return fail(unreadable);
  }
}
