// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
const unstorable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;

/** Whether PostgreSQL can keep the text and XML can carry it: no NUL, no control characters, no half surrogate pairs. */
export function isPlainText(text: string): boolean {
  return text.isWellFormed() && text.search(unstorable) === -1;
}

/** The text as it was typed, without the characters that no store or feed can carry. */
export function storableText(text: string): string {
  return isPlainText(text) ? text : text.toWellFormed().replace(unstorable, "").replace(/\ufffd/g, "");
}

/** The text as we store it: NFC, line ends as \n, without characters that no store or feed can carry. */
export function plainText(text: string): string {
  return storableText(text.replace(/\r\n?/g, "\n")).replace(/\ufffd/g, "").normalize("NFC");
}

/** One line: every run of white space becomes one space. */
export function singleLine(text: string): string {
  return plainText(text).replace(/\s+/g, " ").trim();
}

// What joins letters of one word (ZWNJ, ZWJ) stays: Persian and emoji need it.
const hiddenMarks = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The text without the marks that turn text around or hide in it, so that it is drawn as it is kept and compared. */
export function withoutHiddenMarks(text: string): string {
  return text.replace(hiddenMarks, "");
}

/** How many words a reader would count, in any script: “23:40”, “1,000” and “e.g.” are one each, and what joins letters without being seen parts none. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Cf}’'‐‑-]|[.,:٫٬](?=\p{N})|\.(?=\p{L}))*/gu)?.length ?? 0;
}
