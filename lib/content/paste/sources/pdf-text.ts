import { linesAsHtml } from "@/lib/content/paste/html-text";
import type { Tally } from "@/lib/content/paste/receipt";
import { withoutLigatures } from "@/lib/content/paste/typography";
import { largest } from "@/lib/content/paste/wrapping";

const listMark = /^\s*(?:[•·▪‣◦●–*-]|\(?\d{1,3}[.)])\s+\S/;

const numberedLine = /^\s{0,6}(\d{1,3})(?:\s{2,12}(.*)|\s*)$/;

/** The lines without the numbers at their margin, as courts and parliaments print them; null where they have none. */
export function withoutLineNumbers(lines: readonly string[]): string[] | null {
  const filled = lines.filter((line) => line.trim() !== "");
  const read = filled.map((line) => numberedLine.exec(line));
  if (filled.length < 5 || read.some((found, index) => !found || (index > 0 && Number(found[1]) !== Number(read[index - 1]?.[1]) + 1))) return null;
  return lines.map((line) => numberedLine.exec(line)?.[2] ?? "");
}

/** Text out of a PDF: words divided at line ends are joined again, lines made paragraphs, page numbers left out. */
export function pdfAsHtml(text: string, tally: Tally): string {
  // Signs of a font that only its document has: they stand for bullets.
  const plain = withoutLigatures(text).replace(/^(\s*)[\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf0a8](?=\s)/gm, "$1•");
  const { lines: written, running } = withoutRunning((withoutLineNumbers(plain.split(/\r\n?|\n/))?.join("\n") ?? plain).split(/(\f)/).flatMap((page) => (page === "\f" ? page : page.split(/\r\n?|\n/))));
  tally.count("running", running);
  const pages = written.join("\n").split("\f");
  const lines = pages.flatMap((page) => {
    const side = page.split(/\r\n?|\n/);
    const all = columnsIn(side) ?? side;
    const kept = all.filter((line) => !/^\s*(?:[-–—]\s*)?(?:(?:page|seite)\s+)?\d{1,4}(?:\s*(?:of|von|\/)\s*\d{1,4})?(?:\s*[-–—])?\s*$/i.test(line));
    tally.count("running", all.length - kept.length);
    return kept;
  });
  return linesAsHtml(paragraphsOf(lines));
}

/** The lines of two columns of text that stand side by side, one column after the other; null where there are none. What stands in short cells is a table. */
export function columnsIn(lines: readonly string[]): string[] | null {
  const starts = new Map<number, number>();
  for (const line of lines.slice(0, 400)) {
    const gap = /\S {3,}(?=\S)/.exec(line.slice(0, 200));
    if (gap) starts.set(gap.index + gap[0].length, (starts.get(gap.index + gap[0].length) ?? 0) + 1);
  }
  const [second = 0, often = 0] = [...starts].sort(([, one], [, other]) => other - one)[0] ?? [];
  const parts = lines.map((line) => [line.slice(0, second).trim(), line.slice(second).trim()] as const);
  const isClear = lines.every((line) => line.slice(second - 2, second).trim() === "");
  const isProse = (side: 0 | 1) => parts.filter((part) => part[0] !== "" && part[1] !== "" && part[side].split(" ").length > 2).length >= often * 0.75;
  if (often < 3 || !isClear || !isProse(0) || !isProse(1)) return null;
  return [...parts.map(([left]) => left), "", ...parts.map(([, right]) => right)];
}

/** Lines of one narrow column: each is full as far as its next word shows, and most go on in small letters. Verse and lists end where they like. */
export function isNarrowColumn(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== "");
  const measure = largest(filled.map((line) => line.trim().length));
  if (filled.length < 4 || filled.length * 4 < lines.length * 3 || measure < 22 || measure > 60 || filled.some((line) => listMark.test(line))) return false;
  const within = lines.flatMap((line, index) => {
    const [here, next] = [line.trim(), (lines[index + 1] ?? "").trim()];
    return here === "" || next === "" || /[.!?:;…”"»]$/.test(here) ? [] : [{ isFull: here.length + 1 + (/^\S{1,60}/.exec(next)?.[0].length ?? 0) > measure * 0.92, isSmall: /^\p{Ll}/u.test(next) }];
  });
  return within.length >= 3 && within.filter(({ isFull }) => isFull).length >= within.length * 0.8 && within.filter(({ isSmall }) => isSmall).length >= within.length * 0.6;
}

/** A title and, apart from it, the number of its page. */
const pageNumber = /\S(?: {0,8}\t\s{0,8}|\s{2,20}|\s?[|·•]\s?)\d{1,4}\s{0,20}$/u;

/** The lines without those that every page says again above or below its text, whatever its number. */
export function withoutRunning(lines: readonly string[]): { lines: string[]; running: number } {
  const forms = lines.map((line) => (line.length <= 120 && /\p{L}/u.test(line) && !/[.!?,;:]\s*$/.test(line) && !listMark.test(line) ? line.replace(/\d+/g, "#").replace(/\s+/g, " ").trim() : ""));
  const times = new Map<string, number>();
  for (const form of forms) if (form !== "") times.set(form, (times.get(form) ?? 0) + 1);
  const pages = new Map<string, number[]>();
  for (const [index, form] of forms.entries()) if (pageNumber.test(lines[index] ?? "")) pages.set(form, [...(pages.get(form) ?? []), Number(/\d{1,4}(?=\D*$)/.exec(lines[index] ?? "")?.[0])]);
  // Between two pages that run into each other nothing but the number tells that a line is none of the text.
  const isCounted = (form: string) => (pages.get(form) ?? []).length > 1 && (pages.get(form) ?? []).every((number, at, all) => at === 0 || number === (all[at - 1] ?? 0) + 1);
  const isEdge = (index: number) => (lines[index] ?? "").trim() === "" || lines[index] === "\f" || (times.get(forms[index] ?? "") ?? 0) > 1;
  const kept = lines.filter((_, index) => !((times.get(forms[index] ?? "") ?? 0) > 1 && (isEdge(index - 1) || isEdge(index + 1) || isCounted(forms[index] ?? ""))));
  return { lines: kept, running: lines.length - kept.length };
}

/** A paragraph ends at an empty line, before a list's mark, or where a sentence ends well before the margin. */
function paragraphsOf(lines: readonly string[]): string[] {
  const measure = largest(lines.map((line) => line.trimEnd().length));
  const paragraphs: string[][] = [];
  let open = false;
  for (const line of lines) {
    const words = line.trim();
    if (words === "") {
      open = false;
      continue;
    }
    if (open && !listMark.test(line)) paragraphs.at(-1)?.push(words);
    else paragraphs.push([words]);
    const endsSentence = /[.!?…:][”"’»)\]]*$/.test(words.slice(-8));
    open = isDivided(words) || !(words.length < measure * (endsSentence ? 0.85 : 0.6));
  }
  return paragraphs.map((parts) => parts.map((part, index) => withLineEnd(part, parts[index + 1])).join(""));
}

/** Whether a line ends within a word, however short it is. */
const isDivided = (line: string): boolean => /\p{Ll}[-\u2010\u00ad]$/u.test(line.slice(-3));

/** Words that compounds are made with: their hyphen is the writer's. */
const wholeWord = /(?:^|[\s(“"‘])(?:well|self|non|half|ex|mid|long|short|high|low|full|part|old|new|north|south|east|west|one|two|three|four|five|six|ten|so|post|pre|anti|co|vice|much|ill|re|all|far|left|right)[-\u2010]$/i;

/** A hyphen that the typesetter put at the line's end goes, one that the writer put stays; between words comes a space. */
function withLineEnd(line: string, next: string | undefined): string {
  if (next === undefined) return line;
  const end = line.slice(-4);
  // "Nord- und Südhafen": half a word waits for the other.
  if (/\p{L}[-\u2010]$/u.test(end) && /^(?:und|oder|bis|sowie|bzw\.|and|or|to|et|ou|y|e)\s/.test(next)) return `${line} `;
  if (/\p{L}\u00ad$/u.test(end) || (/\p{L}\p{Ll}[-\u2010]$/u.test(end) && /^\p{Ll}/u.test(next) && !wholeWord.test(line))) return line.slice(0, -1);
  return /\S[-‐–—/]$/.test(end) ? line : `${line} `;
}
