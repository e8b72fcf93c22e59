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
  if (beginsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return fail(invalid("rich_text", "This is a file of rich text (RTF), whatever it is called. Please save it as .docx."));
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

/** The bytes as text, or null where they are none: Unicode as it says, otherwise the letters that Windows and many wires write. */
function textOf(bytes: Uint8Array): string | null {
  const wide = beginsWith(bytes, [0xff, 0xfe]) ? "utf-16le" : beginsWith(bytes, [0xfe, 0xff]) ? "utf-16be" : null;
  const text = decoded(bytes, wide ?? "utf-8") ?? (wide ? null : asWindowsWrites(bytes));
  return text === null || control.test(text) ? null : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells a text from other files.
const control = /[\u0000-\u0008\u000e-\u0019\u007f]/;

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    // Not of that encoding.
    return null;
  }
}

/** The letters of Windows from 0x80 to 0x9f. Node's own decoder takes them for control characters. */
const windowsLetters = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ";

const asWindowsWrites = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1").replace(/[\u0080-\u009f]/g, (letter) => windowsLetters[letter.charCodeAt(0) - 0x80] ?? "");
