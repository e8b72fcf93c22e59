/* Marks that one agency alone writes, as all of them write it. */

const caretLine = /^\s*\^/;
const catchline = /^\s{0,8}\d{1,2} ([\p{Lu}]{3,16} \p{Lu}[\p{L}-]{1,24})\s*$/u;

/** The lines without carets and angle brackets of old wire codes; a catchline with its page number is named once, as the slug. */
export function inPlainMarks(lines: readonly string[]): string[] {
  const isCoded = lines.slice(0, 40).some((line) => caretLine.test(line));
  const plain = isCoded ? lines.map((line) => line.replace(caretLine, "").replace(/^(.{0,300}?)\s*[<=]\s*$/, "$1")) : [...lines];
  const slug = plain.map((line) => catchline.exec(line)?.[1]).find((found) => found !== undefined);
  if (slug === undefined) return plain;
  let isNamed = false;
  return plain.flatMap((line) => {
    if (line.trim() !== slug && catchline.exec(line)?.[1] !== slug) return [line];
    const named = isNamed;
    isNamed = true;
    return named ? [] : [`Slug: ${slug}`];
  });
}
