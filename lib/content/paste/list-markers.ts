/** What a list's marker says: a bullet, or a number in one of the ways in which lists are numbered. */
export function readMarker(marker: string, inSymbols: boolean): { ordered: boolean; start: number } {
  const text = marker.replace(/[\s\u00a0]+/g, "");
  const number = inSymbols ? null : numberOf(text);
  return number === null ? { ordered: false, start: 1 } : { ordered: true, start: Math.min(number, 9999) };
}

function numberOf(text: string): number | null {
  // "2.3." counts by its last part.
  const last = /([\p{Nd}]{1,4}|[\p{L}]{1,7})(?:[.):։。、-]|\.\))?$/u.exec(text.replace(/^\(/, ""))?.[1];
  if (!last) return null;
  const bare = last === text;
  if (/^\p{Nd}+$/u.test(last)) return Number.parseInt(asciiDigits(last), 10);
  // A single letter with nothing behind it is a bullet of a symbol font ("o", "v", "§").
  if (bare || !/^[a-z]+$/i.test(last)) return bare ? null : 1;
  return romanOf(last.toLowerCase()) ?? letterOf(last.toLowerCase());
}

/** Digits of any script as those of ours: each script's ten stand in a row. */
function asciiDigits(digits: string): string {
  return Array.from(digits, (digit) => {
    const code = digit.codePointAt(0) ?? 0x30;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code < 0x10000) zero -= 1;
    return code >= 0x30 && code <= 0x39 ? digit : String(code - zero);
  }).join("");
}

const romans: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** A list that begins with "i", "v" or "x" counts in Roman numerals; one that begins with "c" or "d" in letters. */
function romanOf(text: string): number | null {
  if (text.length === 1 ? !/^[ivx]$/.test(text) : !/^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/.test(text)) return null;
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const here = romans[text[at] ?? ""] ?? 0;
    sum += here < (romans[text[at + 1] ?? ""] ?? 0) ? -here : here;
  }
  return sum;
}

function letterOf(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
}
