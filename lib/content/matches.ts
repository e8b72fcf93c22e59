/** How a search compares: as typed, whole words only, accents or not. */
export type MatchOptions = { matchCase: boolean; wholeWord: boolean; matchAccents: boolean };

export type Match = { start: number; end: number };

const letter = /[\p{L}\p{M}\p{N}_]/u;

/** Letters whose stroke or second half no decomposition takes off: "Lodz" finds "Łódź", "Strasse" finds "Straße"; and those that keyboards of Arabic and of Persian write differently. */
const plainLetters: Record<string, string> = { ß: "ss", ẞ: "SS", æ: "ae", Æ: "AE", œ: "oe", Œ: "OE", ø: "o", Ø: "O", đ: "d", Đ: "D", ð: "d", Ð: "D", ł: "l", Ł: "L", þ: "th", Þ: "TH", ı: "i", ي: "ی", ى: "ی", ك: "ک", ـ: "" };

/** The text as it is compared, and for each of its places the place in the text that it came from. */
function compared(text: string, { matchCase, matchAccents }: MatchOptions): { folded: string; from: number[] } {
  let folded = "";
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    let shown = matchCase ? character : character.toLowerCase();
    if (matchAccents) shown = shown.normalize("NFD");
    else shown = shown.normalize("NFKD").replace(/[\p{M}\p{Cf}]+/gu, "").replace(/[^ -~]/g, (one) => plainLetters[one] ?? one);
    // Curly and straight quotation marks are one to whoever searches.
    shown = shown.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\u00a0|\u202f/g, " ");
    for (let place = 0; place < shown.length; place++) from.push(at);
    folded += shown;
    at += character.length;
  }
  from.push(text.length);
  return { folded, from };
}

/** Where a text holds what is searched, from left to right, none over another. An empty search is nowhere. */
export function matchesIn(text: string, query: string, options: MatchOptions): Match[] {
  const wanted = compared(query, options).folded;
  if (wanted === "") return [];
  const { folded, from } = compared(text, options);
  const found: Match[] = [];
  let last = 0;
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, last)) {
    const start = from[at] ?? 0;
    last = at + wanted.length;
    // Where accents count, a letter without its own is another one.
    if (options.matchAccents && /\p{M}/u.test(folded[last] ?? "")) continue;
    // A letter that is compared as two is found whole.
    while (last < folded.length && from[last] === from[last - 1]) last++;
    let end = from[last] ?? text.length;
    // An accent that stands on the last letter as a character of its own belongs to it.
    while (!options.matchAccents && /\p{M}/u.test(text[end] ?? "")) end++;
    if (!options.wholeWord || (!letter.test(text[start - 1] ?? "") && !letter.test(text[end] ?? ""))) found.push({ start, end });
  }
  return found;
}
