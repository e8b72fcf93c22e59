/* Copy whose lines a program broke at its own measure: mail, wires, PDF. */

const listMark = /^\s*(?:[-–—*•·▪]|\(?\d{1,3}[.)])\s/;
const indent = /^(?:\t|\s{2,})\S/;

export const largest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The measure of a text that has one: its longest line of more than a word, where hardly any is longer than 120 letters. */
function measureOf(lines: readonly string[]): number | null {
  const lengths = lines.map((line) => line.trim()).filter((line) => line.includes(" ")).map((line) => line.length);
  const within = lengths.filter((length) => length <= 120);
  return within.length > 0 && lengths.length - within.length <= lengths.length * 0.1 ? largest(within) : null;
}

/** The measure of each line in a text with lists: items often reach a few letters further than the lines around them. */
function measuresOf(lines: readonly string[], measure: number): (line: string) => number {
  const outside = measureOf(lines.filter((one) => !listMark.test(one))) ?? measure;
  return (line) => (!listMark.test(line) && outside >= measure * 0.85 ? outside : measure);
}

/** Whether a line could not have gone on: the first word of the next would not have fitted. */
function isForced(line: string, next: string, measure: number): boolean {
  const word = /^\S{1,200}/.exec(next.trimStart())?.[0].length ?? 0;
  return line.trimEnd().length + 1 + word > measure;
}

const goesOn = (next: string | undefined): next is string => next !== undefined && next.trim() !== "" && !listMark.test(next) && !indent.test(next);

/** What a chat writes before each message when it is copied or exported: when, and who. */
const chatMark = /^\u200e?\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:, \d{1,4}[./-]\d{1,2}[./-]\d{1,4})?(?:\]| [-–]) [^:]{1,60}: /i;

/** Whether a program broke the lines rather than a writer: where they break, the next word would not have fitted. Messages of a chat are lines of their writers. */
export function looksWrapped(lines: readonly string[], least = 2): boolean {
  if (lines.filter((line) => chatMark.test(line)).length > 1) return false;
  const measure = measureOf(lines);
  if (measure === null || measure < 45) return false;
  const measureFor = measuresOf(lines, measure);
  const breaks = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return line.trim() !== "" && goesOn(next) ? [isForced(line, next, measureFor(line))] : [];
  });
  const forced = breaks.filter(Boolean).length;
  return forced >= least && forced >= breaks.length * 0.6;
}

/** Whether the lines were broken at a measure of 55 to 80 letters, as agencies do it. */
export function hasWireMeasure(lines: readonly string[]): boolean {
  const measure = measureOf(lines);
  return measure !== null && measure >= 55 && measure <= 80 && looksWrapped(lines);
}

/**
 * Which lines belong together, by their index. A line goes on in the next one unless that is empty, indented or a list's, or unless it is
 * shorter than 60 per cent of the others; one that ends a sentence goes on only where the next word would not have fitted.
 */
export function joinLines(lines: readonly string[]): number[][] {
  const usual = median(lines.filter((line) => line.trim() !== "").map((line) => line.trimEnd().length));
  const measure = measureOf(lines) ?? usual;
  const measureFor = measuresOf(lines, measure);
  const paragraphs: number[][] = [];
  let open = false;
  lines.forEach((line, index) => {
    if (line.trim() === "") {
      open = false;
      return;
    }
    if (open && goesOn(line)) paragraphs.at(-1)?.push(index);
    else paragraphs.push([index]);
    const next = lines[index + 1];
    const endsSentence = /[.!?…:][”"’»)\]]*$/.test(line.trimEnd().slice(-8));
    open = next !== undefined && (isForced(line, next, measureFor(line)) || (!endsSentence && line.trimEnd().length >= usual * 0.6));
  });
  return paragraphs;
}

/** The lines as paragraphs: joined with a space, or without one after a hyphen. */
export function unwrapLines(lines: readonly string[]): string[] {
  return joinLines(lines).map((indexes) =>
    indexes
      .map((index, place) => {
        const written = lines[index] ?? "";
        // How far an item is moved in says in which list it stands.
        const line = place === 0 && listMark.test(written) ? written.trimEnd() : written.trim();
        return place === indexes.length - 1 || /\p{L}-$/u.test(line.slice(-2)) ? line : `${line} `;
      })
      .join(""),
  );
}
