import type { Node } from "@tiptap/pm/model";
import { type Match, type MatchOptions, matchesIn } from "@/lib/content/matches";
import { type WordsAttribute, type WordsField, wordsOfBody } from "@/lib/content/words-within";

export type Search = { query: string } & MatchOptions;

/** The fields of the story that hold words, as they are: those before the body, and those beside it. */
export type FieldTexts = Readonly<Record<"before" | "beside", readonly { field: WordsField; text: string }[]>>;

/** Where what is searched stands: in running text, in a line among a block's settings, or in a field. `reads` is where in the body it is read. */
export type Hit = TextHit | LineHit | FieldHit;
export type TextHit = { in: "text"; from: number; to: number; reads: number };
export type LineHit = { in: "line"; type: string; blockId: string; at: number; attribute: WordsAttribute; reads: number } & Match;
export type FieldHit = { in: "field"; field: WordsField } & Match;

/** In all of a story, in reading order; not in corrections, which stay as they are. */
export function hitsIn(doc: Node, fields: FieldTexts, search: Search): Hit[] {
  if (search.query === "") return [];
  return [...fieldHits(fields.before, search), ...bodyHits(doc, search), ...fieldHits(fields.beside, search)];
}

const fieldHits = (fields: FieldTexts["before"], search: Search): FieldHit[] => fields.flatMap(({ field, text }) => matchesIn(text, search.query, search).map((match): FieldHit => ({ in: "field", field, ...match })));

function bodyHits(doc: Node, search: Search): (TextHit | LineHit)[] {
  return wordsOfBody(doc).flatMap((place): (TextHit | LineHit)[] => {
    if (place.node.type.name === "correctionNote") return [];
    const matches = matchesIn(place.text, search.query, search);
    if ("start" in place) return matches.map(({ start, end }): TextHit => ({ in: "text", from: place.start + start, to: place.start + end, reads: place.start + start }));
    const { node, at, attribute, line } = place;
    const reads = line.stands === "before" ? at : at + node.nodeSize - 1;
    return matches.map((match): LineHit => ({ in: "line", type: node.type.name, blockId: String(node.attrs.id ?? ""), at, attribute, reads, ...match }));
  });
}

/** The first place from a place of the body on, else the first of all. */
export const firstFrom = (hits: readonly Hit[], from: number): number => Math.max(0, hits.findIndex((hit) => hit.in !== "field" && hit.reads >= from));

/** The first place from a place of a field on, else from the field's end. */
export function firstFromField(hits: readonly Hit[], fields: FieldTexts, field: string, from: number): number {
  const order = [...fields.before, ...fields.beside].map((one) => one.field as string);
  const rank = (hit: Hit) => (hit.in === "field" ? order.indexOf(hit.field) : fields.before.length - 0.5);
  const own = order.indexOf(field);
  return Math.max(0, hits.findIndex((hit) => rank(hit) > own || (rank(hit) === own && (hit as FieldHit).start >= from)));
}

/** The first place from a place of a line on, in that line; null where it has no more. */
export function firstInLine(hits: readonly Hit[], blockId: string | undefined, attribute: string | undefined, from: number): number | null {
  const first = hits.findIndex((hit) => hit.in === "line" && hit.blockId === blockId && hit.attribute === attribute && hit.start >= from);
  return first === -1 ? null : first;
}

/** Whether two are in the same running text, line or field, `left` perhaps before the body was changed there. */
function sameWords(left: Hit, right: Hit): boolean {
  if (left.in === "text") return right.in === "text";
  if (left.in === "line") return right.in === "line" && left.blockId === right.blockId && left.at === right.at && left.attribute === right.attribute;
  return right.in === "field" && left.field === right.field;
}

const startOf = (hit: Hit) => (hit.in === "text" ? hit.from : hit.start);

/** Where to go on once the hit at `at` was replaced by so many letters: what was put in is not looked at again, even where it holds what is searched. */
export function nextAfter(hits: readonly Hit[], at: number, replaced: Hit, letters: number): number {
  let next = at;
  for (let hit = hits[next]; hit && sameWords(replaced, hit) && startOf(hit) < startOf(replaced) + letters; hit = hits[++next]);
  return next < hits.length ? next : 0;
}

/** Which hit is looked at after a change: the same one, wherever `moved` says that its text went, else the one in its place. */
export function stayAt(before: readonly Hit[], at: number, after: readonly Hit[], moved: (place: number) => number): number {
  const here = before[at];
  if (!here || after.length === 0) return after.length === 0 ? -1 : 0;
  const same = after.findIndex((hit) => {
    if (here.in === "text") return hit.in === "text" && hit.from === moved(here.from);
    if (here.in === "line") return hit.in === "line" && hit.at === moved(here.at) && hit.attribute === here.attribute && hit.start === here.start;
    return hit.in === "field" && hit.field === here.field && hit.start === here.start;
  });
  return same === -1 ? Math.min(Math.max(at, 0), after.length - 1) : same;
}
