import { detectText } from "@/lib/content/paste/detect-source";
import { type Pasted, type PasteOptions, readClipboard } from "@/lib/content/paste/paste";
import { documentLimits } from "@/lib/imports/documents/limits";
import { readDocx } from "@/lib/imports/documents/read-docx";
import { parseOnServer } from "@/lib/imports/documents/server-tree";
import { invalid } from "@/lib/kernel/failure";
import { fail, type Result } from "@/lib/kernel/result";

type Options = Pick<PasteOptions, "ownOrigins" | "language">;

/** A file that somebody drops on a story, by what its first bytes say and only then by its name. */
export async function readDocument(file: { name: string; bytes: Uint8Array }, options: Options = {}): Promise<Result<Pasted>> {
  const { bytes, name } = file;
  if (bytes.byteLength > documentLimits.bytes) return fail(invalid("too_large", "This file is larger than 10 MB."));
  if (bytes.byteLength === 0) return fail(invalid("empty", "This file is empty."));
  if (beginsWith(bytes, [0x50, 0x4b])) return readDocx(bytes, options);
  if (beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail(invalid("old_word", "This is a Word file of the old kind, or one with a password. Please save it as .docx without a password."));
  const text = textOf(bytes);
  if (text === null || !/\.(?:md|markdown|mdown|txt|text)$/i.test(name)) return fail(invalid("unknown_kind", "Only Word documents (.docx), Markdown (.md) and plain text can be brought in."));
  return readMarkdownFile(text, /\.te?xt$/i.test(name) ? options : { ...options, as: "markdown" });
}

/** A file of text as a paste: Markdown, unless it is said to be plain and looks like something else. */
export function readMarkdownFile(text: string, options: Options & Pick<PasteOptions, "as"> = { as: "markdown" }): Result<Pasted> {
  const own = text.replace(/^\ufeff/, "");
  return readClipboard({ text: own }, { ...options, as: options.as ?? detectText(own), parse: parseOnServer, limits: documentLimits.paste });
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** The bytes as text, or null where they are none. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
    return text.includes("\u0000") ? null : text;
  } catch {
    // Not UTF-8, so no text that we can be sure of.
    return null;
  }
}
