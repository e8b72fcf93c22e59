/** "To come": TK or TKTK as a word of its own, in capitals, also in brackets or with a word behind a hyphen. */
const gap = /(?<![\p{L}\p{N}])(?:TK)+(?![\p{L}\p{N}])/gu;

/** Where a text says that something is still to come. */
export function gapsIn(text: string): { start: number; end: number }[] {
  return [...text.matchAll(gap)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
