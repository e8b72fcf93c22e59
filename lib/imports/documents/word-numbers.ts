import type { WordStyles } from "@/lib/imports/documents/word-styles";
import { elementsOf, valueIn, firstValue } from "@/lib/imports/documents/word-xml";

/** `pattern` is how the number is written, "%1.%2" with the number of each level. */
type Level = { start: number; format: string; pattern: string };
type List = { id: string; counts: string; levels: ReadonlyMap<number, Level>; restarts: ReadonlyMap<number, number> };

const startTag = (element: string): string => element.slice(0, element.indexOf(">") + 1);
const wholeNumber = (text: string | null, otherwise: number): number => (text !== null && /^\d{1,4}$/.test(text) ? Number(text) : otherwise);

function listsIn(xml: string): ReadonlyMap<string, List> {
  const kinds = new Map(
    elementsOf(xml, "w:abstractNum").map((kind) => [
      valueIn(startTag(kind), "w:abstractNumId") ?? "",
      new Map(elementsOf(kind, "w:lvl").map((level): [number, Level] => [wholeNumber(valueIn(startTag(level), "w:ilvl"), 0), { start: wholeNumber(firstValue(level, "w:start"), 1), format: firstValue(level, "w:numFmt") ?? "decimal", pattern: firstValue(level, "w:lvlText") ?? "" }])),
    ]),
  );
  return new Map(
    elementsOf(xml, "w:num").map((list) => {
      const counts = firstValue(list, "w:abstractNumId") ?? "";
      const restarts = new Map(elementsOf(list, "w:lvlOverride").flatMap((level): [number, number][] => (/<w:startOverride\s/.test(level) ? [[wholeNumber(valueIn(startTag(level), "w:ilvl"), 0), wholeNumber(firstValue(level, "w:startOverride"), 1)]] : [])));
      const id = valueIn(startTag(list), "w:numId") ?? "";
      return [id, { id, counts, levels: kinds.get(counts) ?? new Map(), restarts }];
    }),
  );
}

/**
 * Counts as Word does: lists made from one kind go on counting across the text between them, unless one of them says with which number it
 * begins. The number of each paragraph that has one is asked for in reading order.
 */
export class WordNumbers {
  private readonly lists: ReadonlyMap<string, List>;
  private readonly counted = new Map<string, Map<number, number>>();
  private readonly begun = new Set<string>();
  constructor(
    numbering: string,
    private readonly styles: WordStyles,
  ) {
    this.lists = listsIn(numbering);
  }

  /** The paragraph's number, as it counts and as Word shows it; null where it has a bullet or none. */
  next(properties: string, style: string | null): { number: number; shown: string } | null {
    const own = elementsOf(properties, "w:numPr")[0];
    const ofStyle = style === null ? null : (this.styles.get(style)?.list ?? null);
    const list = this.lists.get((own === undefined ? null : firstValue(own, "w:numId")) ?? ofStyle?.number ?? "");
    if (!list) return null;
    const at = wholeNumber(own === undefined ? null : firstValue(own, "w:ilvl"), ofStyle?.level ?? 0);
    const level = list.levels.get(at);
    if (!level) return null;
    const counts = this.counted.get(list.counts) ?? new Map<number, number>();
    this.counted.set(list.counts, counts);
    const number = this.begins(list, at) ?? (counts.has(at) ? (counts.get(at) ?? 0) + 1 : level.start);
    counts.set(at, number);
    for (const deeper of [...counts.keys()]) if (deeper > at) counts.delete(deeper);
    if (level.format === "bullet" || level.format === "none") return null;
    return { number, shown: level.pattern.replace(/%([1-9])/g, (_, place: string) => written(list.levels.get(Number(place) - 1)?.format ?? "decimal", counts.get(Number(place) - 1) ?? list.levels.get(Number(place) - 1)?.start ?? 1)) };
  }

  private begins(list: List, at: number): number | null {
    const restart = list.restarts.get(at);
    if (restart === undefined || this.begun.has(`${list.id} ${at}`)) return null;
    this.begun.add(`${list.id} ${at}`);
    return restart;
  }
}

const romans = [[1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]] as const;

/** A number in letters or Roman where its level says so; Word goes on with "aa" after "z". */
function written(format: string, number: number): string {
  const isUpper = format.startsWith("upper");
  const inCase = (text: string) => (isUpper ? text.toUpperCase() : text);
  if (/Letter$/.test(format) && number > 0) return inCase(String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.min(1 + Math.floor((number - 1) / 26), 10)));
  if (!/Roman$/.test(format)) return String(number);
  let rest = number;
  return inCase(romans.map(([value, sign]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return sign.repeat(times);
  }).join(""));
}
