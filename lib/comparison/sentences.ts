import type { FieldChange, StoryComparison } from "@/lib/comparison/compare-stories";
import { enumerated, fieldNames, inWords, oneOf, partName, placeName, settingName, settingValue } from "@/lib/comparison/names";
import { type ComparedPart, isNews, type SettingChange } from "@/lib/comparison/parts-compared";
import type { Part } from "@/lib/content/parts";
import type { Passage } from "@/lib/comparison/running-text";
import type { TextMark, TextNode } from "@/lib/content/stored/inline";
import { countWords } from "@/lib/kernel/text";

/** Under this share of kept letters a text was rewritten, above it edited. */
const rewritten = 0.5;
/** A line tells of so many things; the rest it counts. */
const mostClauses = 4;

/** What happened, of which the same clause tells more than once: `place` says to which one. */
type Told = { verb: "rewrote" | "edited" | "added" | "took out" | "moved" | "turned" | "formatted" | "linked"; noun: readonly [one: string, many: string]; place: string };

/** One line that tells what became of a story: "Ana rewrote the second paragraph and changed the lead picture’s credit." */
export function sentenceOf(people: readonly string[], comparison: StoryComparison): string {
  const clauses = clausesOf(comparison);
  const who = people.length > 0 ? enumerated(people) : "Somebody";
  return clauses.length > 0 ? `${who} ${enumerated(clauses)}.` : `${who} changed nothing.`;
}

/** What became of a story, in so few clauses that they make one line. */
export function clausesOf({ fields, blocks }: StoryComparison): string[] {
  const [before, after] = [sideOf(blocks, "before"), sideOf(blocks, "after")];
  const told = blocks.filter(isNews).flatMap((block) => toldOf(block, before, after));
  const settings = blocks.filter((block) => block.kind === "changed").flatMap((block) => (block.after ? block.settings.map((change) => `${placeName(block.after as Part, after)}’s ${settingName(change.name)}`) : []));
  const isHead = ({ name }: FieldChange) => name === "headline" || name === "standfirst";
  const changed = (names: readonly string[]) => (names.length > 3 ? [`changed ${inWords(names.length)} settings`] : names.length > 0 ? [`changed ${enumerated(names)}`] : []);
  const named = (all: readonly FieldChange[]) => all.map(({ name }) => `the ${fieldNames[name]}`);
  const clauses = [...changed(named(fields.filter(isHead))), ...grouped(told), ...changed([...settings, ...named(fields.filter((field) => !isHead(field)))])];
  return clauses.length <= mostClauses ? clauses : [...clauses.slice(0, mostClauses - 1), `made ${inWords(clauses.length - mostClauses + 1)} more changes`];
}

const sideOf = (blocks: readonly ComparedPart[], side: "before" | "after"): Part[] =>
  blocks
    .filter((block) => block.kind !== "moved_away" && block[side] !== null)
    .sort((left, right) => ((side === "before" ? left.beforeAt : left.afterAt) ?? 0) - ((side === "before" ? right.beforeAt : right.afterAt) ?? 0))
    .flatMap((block) => block[side] ?? []);

function toldOf(block: ComparedPart, before: readonly Part[], after: readonly Part[]): Told[] {
  const part = block.after ?? block.before;
  if (!part) return [];
  const told = (verb: Told["verb"], of: Part = part): Told => ({ verb, noun: partName(of.type), place: placeName(of, of === block.after ? after : before) });
  if (block.kind === "inserted") return [told("added")];
  if (block.kind === "deleted") return [told("took out")];
  const moved = block.isMoved ? [told("moved")] : [];
  if (block.kind === "same" || !block.before || !block.after) return moved;
  const isTurned = partName(block.before.type)[0] !== partName(block.after.type)[0];
  const turned: Told[] = isTurned ? [{ verb: "turned", noun: partName(block.before.type), place: `${placeName(block.before, before)} into ${oneOf(partName(block.after.type)[0])}` }] : [];
  return [...turned, ...wordsChanged(block).map((verb) => told(verb)), ...moved];
}

/** What was done to the words of a part and of all within it; nothing where only its settings changed. */
function wordsChanged(block: ComparedPart): Told["verb"][] {
  const passages = passagesOf(block);
  const letters = (kinds: readonly Passage["kind"][], side: "before" | "after") => passages.filter(({ kind }) => kinds.includes(kind)).reduce((sum, passage) => sum + textIn(passage[side]).length, 0);
  const [gone, came] = [letters(["deleted"], "before"), letters(["inserted"], "after")];
  const kept = letters(["kept", "marked"], "after");
  if (gone + came > 0) return [kept / (kept + Math.max(gone, came)) < rewritten ? "rewrote" : "edited"];
  const marked = passages.filter(({ kind }) => kind === "marked");
  if (marked.length > 0) return [marked.some(({ before, after }) => marksIn(before, "link") !== marksIn(after, "link")) ? "linked" : "formatted"];
  return block.within.some(isNews) ? ["edited"] : [];
}

const passagesOf = (block: ComparedPart): Passage[] => [...block.text, ...block.within.flatMap((one) => (one.kind === "moved_away" ? [] : passagesOf(one)))];
const textIn = (nodes: readonly TextNode[]) => nodes.map((node) => node.text).join("");
const marksIn = (nodes: readonly TextNode[], type: TextMark["type"]) => JSON.stringify(nodes.flatMap((node) => node.marks?.filter((mark) => mark.type === type) ?? []));

function grouped(told: readonly Told[]): string[] {
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    const key = one.verb === "turned" ? one.place : `${one.verb} ${one.noun[0]}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => {
    const [{ verb, noun }] = group as [Told];
    const places = group.length === 1 ? (verb === "added" ? oneOf(noun[0]) : (group[0]?.place ?? "")) : group.length === 2 && verb !== "added" ? enumerated(group.map(({ place }) => place)) : `${inWords(group.length)} ${noun[1]}`;
    if (verb === "formatted") return `changed the formatting of ${places}`;
    return verb === "linked" ? `changed links in ${places}` : `${verb} ${places}`;
  });
}

/** What changed in an attribute, as a sentence: "Credit: “Ada”, before “Ines”." */
export function settingSentence({ name, before, after }: SettingChange): string {
  const [was, is] = [settingValue(name, before), settingValue(name, after)];
  const called = settingName(name).replace(/^./, (letter) => letter.toUpperCase());
  if (was === null || is === null) return before === undefined ? `${called} set.` : after === undefined ? `${called} taken away.` : `${called} changed.`;
  return `${called}: ${is}, before ${was}.`;
}

const markNames = { strong: "bold", em: "italic", subscript: "subscript", superscript: "superscript" } as const;

/** What changed in the marks of words that stayed, a sentence each: "“last boat”: now bold." */
export function markSentences({ before, after }: Passage): string[] {
  const words = textIn(after).trim() === "" ? "A space" : short(textIn(after));
  const [was, is] = [marksOn(before), marksOn(after)];
  return [...is.filter((mark) => !was.includes(mark)).map((mark) => `${words}: now ${mark}.`), ...was.filter((mark) => !is.includes(mark)).map((mark) => `${words}: no longer ${mark}.`)];
}

const marksOn = (nodes: readonly TextNode[]) => [...new Set(nodes.flatMap((node) => node.marks ?? []).map(markSaid))];

function markSaid(mark: TextMark): string {
  if (mark.type === "link") return `a link to ${mark.attrs.story ? "a story of ours" : mark.attrs.href}`;
  return mark.type === "lang" ? `marked as another language (${mark.attrs.code})` : markNames[mark.type];
}

const short = (text: string) => `“${text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text}”`;

/** How many words came and went, as a reader counts them. */
export function wordsGoneAndCome({ blocks, fields }: StoryComparison): { gone: number; come: number } {
  const passages = [...blocks.flatMap((block) => (block.kind === "moved_away" ? [] : passagesOf(block))), ...fields.flatMap((field) => (field.kind === "text" ? field.text : []))];
  const words = (kind: Passage["kind"], side: "before" | "after") => passages.filter((passage) => passage.kind === kind).reduce((sum, passage) => sum + countWords(textIn(passage[side])), 0);
  return { gone: words("deleted", "before"), come: words("inserted", "after") };
}
