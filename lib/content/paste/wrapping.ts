/* Copy whose lines a program broke at its own measure: mail, wires, PDF. */

const listMark = /^\s*(?:[-–—*•·▪]|\(?\d{1,3}[.)])\s/;

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export const largest = (numbers: readonly number[]): number => numbers.reduce((most, number) => Math.max(most, number), 0);

/** Lengths of the lines that another line of the same paragraph follows: those must be full where somebody wrapped them. */
function innerLengths(lines: readonly string[]): number[] {
  return lines.flatMap((line, index) => (line.trim() !== "" && (lines[index + 1] ?? "").trim() !== "" && !listMark.test(line) ? [line.trimEnd().length] : []));
}

/** Whether the lines were broken by a measure of 40 to 120 letters rather than by a writer. */
export function looksWrapped(lines: readonly string[]): boolean {
  const inner = innerLengths(lines);
  if (inner.length < 2) return false;
  const longest = largest(lines.map((line) => line.trimEnd().length));
  if (longest < 40 || longest > 120) return false;
  const full = inner.filter((length) => length >= longest * 0.7).length;
  return full >= inner.length * 0.7;
}

/** The measure at which the lines were broken, or null where they were not. */
export function measureOf(lines: readonly string[]): number | null {
  return looksWrapped(lines) ? largest(innerLengths(lines)) : null;
}

/**
 * Which lines belong together, by their index: a line goes on in the next one unless that is empty, indented or a list's, or unless it is
 * itself shorter than 60 per cent of the others.
 */
export function joinLines(lines: readonly string[]): number[][] {
  const usual = median(lines.filter((line) => line.trim() !== "").map((line) => line.trimEnd().length));
  const paragraphs: number[][] = [];
  let open = false;
  lines.forEach((line, index) => {
    if (line.trim() === "") {
      open = false;
      return;
    }
    const begins = !open || /^(?:\t|\s{2,})\S/.test(line) || listMark.test(line);
    if (begins) paragraphs.push([index]);
    else paragraphs.at(-1)?.push(index);
    open = line.trimEnd().length >= usual * 0.6;
  });
  return paragraphs;
}
