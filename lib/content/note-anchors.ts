import { commonSubsequence } from "@/lib/content/common-subsequence";
import { pairsOfParts } from "@/lib/content/pairs-of-parts";
import { idOf, type Part } from "@/lib/content/parts";
import { isUuid } from "@/lib/kernel/uuid";

/*
 * Where internal notes stand in a body. The document of people who write together holds a thread's id on the words it is about; no other
 * form of a story does: what is read from there for a version, a page or a feed is read without (`withoutNotes`), and what is written back
 * gets the notes again that stood on the same words (`carryNotes`).
 */

type Mark = { type: string; attrs?: Record<string, unknown> };
type Raw = { type?: unknown; text?: unknown; marks?: unknown; content?: unknown };

/** A stretch of a block's text, in UTF-16 units, as ProseMirror counts. */
export type NotePiece = { blockId: string; from: number; to: number };

/** Where a note stands: the block it begins in, its words, and what stands before and behind them there. */
export type NoteAnchor = { blockId: string | null; quote: string; prefix: string; suffix: string };

/** How much of what stands around a note is kept to find its words again. */
export const contextLength = 32;
/** As much of the words as is kept. */
export const quoteLength = 300;

const isNote = (mark: unknown): mark is { type: "note"; attrs: { t: string } } => {
  const { type, attrs } = (mark ?? {}) as { type?: unknown; attrs?: Record<string, unknown> };
  return type === "note" && typeof attrs === "object" && attrs !== null && Object.keys(attrs).length === 1 && isUuid(attrs.t);
};

const marksOf = (raw: unknown): unknown[] => {
  const marks = (raw as Raw | null)?.marks;
  return Array.isArray(marks) ? marks : [];
};

const contentOf = (raw: unknown): unknown[] => {
  const content = (raw as Raw | null)?.content;
  return Array.isArray(content) ? content : [];
};

/** A body without its notes, words that only a note parted joined again; the very same value where there are none. What only looks like a note stays, and is refused like any other unknown mark. */
export function withoutNotes(raw: unknown): unknown {
  const content = contentOf(raw);
  if (content.length === 0) return raw;
  const kept = content.map((child) => (typeof (child as Raw | null)?.text === "string" ? unmarked(child) : withoutNotes(child)));
  if (kept.every((child, index) => child === content[index])) return raw;
  return { ...(raw as object), content: joined(kept) };
}

function unmarked(text: unknown): unknown {
  const marks = marksOf(text);
  const kept = marks.filter((mark) => !isNote(mark));
  if (kept.length === marks.length) return text;
  const { marks: _, ...rest } = text as Raw;
  return kept.length > 0 ? { ...rest, marks: kept } : rest;
}

/** Pieces of text that differ in nothing any more are one, in whatever order their marks were written down. */
function joined(content: readonly unknown[]): unknown[] {
  const pieces: unknown[] = [];
  for (const next of content) {
    const last = pieces.at(-1) as Raw | undefined;
    const isSame = typeof last?.text === "string" && typeof (next as Raw).text === "string" && signature(last) === signature(next);
    if (isSame) pieces[pieces.length - 1] = { ...last, text: `${last.text}${(next as Raw).text}` };
    else pieces.push(next);
  }
  return pieces;
}

const signature = (text: unknown): string => JSON.stringify(marksOf(text).map((mark) => JSON.stringify(mark)).sort());

type TextPart = { part: Part; texts: { text: string; marks: Mark[] }[] };

/** The parts of a body that hold running text, in reading order. */
function textPartsOf(parts: readonly unknown[]): TextPart[] {
  return parts.flatMap((part) => {
    const content = contentOf(part);
    const texts = content.filter((child) => typeof (child as Raw | null)?.text === "string").map((child) => ({ text: (child as { text: string }).text, marks: marksOf(child) as Mark[] }));
    return texts.length > 0 ? [{ part: part as Part, texts }] : textPartsOf(content);
  });
}

const wordsIn = ({ texts }: TextPart): string => texts.map(({ text }) => text).join("");

type Stretch = { thread: string; from: number; to: number };

/** The notes in a part, each from its first word to its last one there. */
function notesIn({ texts }: TextPart): Stretch[] {
  const found = new Map<string, Stretch>();
  let at = 0;
  for (const { text, marks } of texts) {
    for (const mark of marks) {
      if (!isNote(mark)) continue;
      const known = found.get(mark.attrs.t);
      if (known) known.to = at + text.length;
      else found.set(mark.attrs.t, { thread: mark.attrs.t, from: at, to: at + text.length });
    }
    at += text.length;
  }
  return [...found.values()];
}

/** Where each note stands, in reading order, by its thread. A note over several blocks is one. */
export function noteAnchors(raw: unknown): Map<string, NoteAnchor> {
  const found = new Map<string, NoteAnchor>();
  for (const part of textPartsOf(contentOf(raw))) {
    const words = wordsIn(part);
    for (const { thread, from, to } of notesIn(part)) {
      const known = found.get(thread);
      const suffix = words.slice(to, to + contextLength);
      if (known) found.set(thread, { ...known, quote: `${known.quote} ${words.slice(from, to)}`.slice(0, quoteLength), suffix });
      else found.set(thread, { blockId: idOf(part.part), quote: words.slice(from, to).slice(0, quoteLength), prefix: words.slice(Math.max(0, from - contextLength), from), suffix });
    }
  }
  return found;
}

/** The same notes on the same words of another body: where these were reworded on what replaced them, where they came to stand in another block there. What is nowhere any more is left out. */
export function carryNotes(present: readonly Part[], wanted: readonly Part[]): readonly Part[] {
  const before = textPartsOf(present);
  if (!before.some((part) => notesIn(part).length > 0)) return wanted;
  const after = textPartsOf(wanted);
  const stretches = new Map<Part, Stretch[]>();
  const put = (part: Part, stretch: Stretch) => stretches.set(part, [...(stretches.get(part) ?? []), stretch]);
  const carried = new Set<string>();
  for (const [at, place] of pairsOfParts(before.map(({ part }) => part), after.map(({ part }) => part)).pairs) {
    const [was, is] = [before[at], after[place]];
    const notes = was ? notesIn(was) : [];
    if (!was || !is || notes.length === 0) continue;
    const follow = followWords(wordsIn(was), wordsIn(is));
    for (const note of notes) {
      const stretch = follow(note);
      if (!stretch) continue;
      carried.add(note.thread);
      put(is.part, stretch);
    }
  }
  for (const part of before)
    for (const { thread, from, to } of notesIn(part)) {
      if (carried.has(thread)) continue;
      const words = wordsIn(part);
      const place = onlyPlace(after, { quote: words.slice(from, to), prefix: words.slice(0, from).slice(-contextLength), suffix: words.slice(to, to + contextLength) });
      if (place) put(place.part, { thread, from: place.from, to: place.to });
    }
  return stretches.size > 0 ? marked(wanted, stretches) : wanted;
}

/** Where a stretch of one text lies in another, by the words that are in both; what replaced it where none of it is. */
function followWords(before: string, after: string): (stretch: Stretch) => Stretch | null {
  const [was, is] = [tokensOf(before), tokensOf(after)];
  const kept = commonSubsequence(was.map(({ text }) => text), is.map(({ text }) => text)).map(([left, right]) => {
    const [one, other] = [was[left], is[right]];
    return { from: one?.from ?? 0, to: (one?.from ?? 0) + (one?.text.length ?? 0), shift: (other?.from ?? 0) - (one?.from ?? 0) };
  });
  return ({ thread, from, to }) => {
    const within = kept.filter((token) => token.from < to && token.to > from && before.slice(Math.max(from, token.from), Math.min(to, token.to)).trim() !== "");
    const [first, last] = [within[0], within.at(-1)];
    if (first && last) return { thread, from: Math.max(from, first.from) + first.shift, to: Math.min(to, last.to) + last.shift };
    const ahead = kept.filter((token) => token.to <= from).at(-1);
    const behind = kept.find((token) => token.from >= to);
    const [start, end] = [ahead ? ahead.to + ahead.shift : 0, behind ? behind.from + behind.shift : after.length];
    const replaced = after.slice(start, end);
    return replaced.trim() === "" || kept.length === 0 ? null : { thread, from: start + (replaced.length - replaced.trimStart().length), to: start + replaced.trimEnd().length };
  };
}

function tokensOf(text: string): { text: string; from: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}’'-]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu)].map((found) => ({ text: found[0], from: found.index }));
}

type Words = Pick<NoteAnchor, "quote" | "prefix" | "suffix">;
type Place = { part: Part; from: number; to: number };

/** Where words stand, if that can be told: they stand once, or once with the most of what stood around them. */
function onlyPlace(parts: readonly TextPart[], { quote, prefix, suffix }: Words): Place | null {
  if (quote.trim() === "") return null;
  const places: { place: Place; around: number }[] = [];
  for (const part of parts) {
    const words = wordsIn(part);
    for (let at = words.indexOf(quote); at !== -1; at = words.indexOf(quote, at + 1)) {
      const around = sameEnd(words.slice(0, at), prefix) + sameStart(words.slice(at + quote.length), suffix);
      places.push({ place: { part: part.part, from: at, to: at + quote.length }, around });
    }
  }
  places.sort((one, other) => other.around - one.around);
  return places[0] && places[0].around !== places[1]?.around ? places[0].place : null;
}

function sameStart(text: string, other: string): number {
  let length = 0;
  while (length < other.length && text[length] === other[length]) length++;
  return length;
}

const turned = (text: string) => [...text].reverse().join("");
const sameEnd = (text: string, other: string) => sameStart(turned(text), turned(other));

/** The words of several stretches, as a note says them. */
export function quoteOf(raw: unknown, pieces: readonly NotePiece[]): string | null {
  const parts = textPartsOf(contentOf(raw));
  const found = pieces.map(({ blockId, from, to }) => {
    const part = parts.find((one) => idOf(one.part) === blockId);
    const words = part ? wordsIn(part) : "";
    return from >= 0 && to > from && to <= words.length ? words.slice(from, to) : null;
  });
  return found.length > 0 && found.every((words) => words !== null) ? found.join(" ") : null;
}

/** A body with a thread's note on these stretches, and nowhere else; null where one of them is not there, or cannot have notes: a published correction stays as it is. */
export function withNote(parts: readonly Part[], pieces: readonly NotePiece[], thread: string): readonly Part[] | null {
  if (quoteOf({ content: parts }, pieces) === null) return null;
  const stretches = new Map<Part, Stretch[]>();
  let put = 0;
  for (const part of textPartsOf(parts)) {
    const own = pieces.filter(({ blockId }) => blockId === idOf(part.part));
    if (own.length > 0 && part.part.type === "correctionNote") return null;
    const before = notesIn(part);
    const others = before.filter((note) => note.thread !== thread);
    if (own.length > 0 || others.length < before.length) stretches.set(part.part, [...others, ...own.map(({ from, to }) => ({ thread, from, to }))]);
    put += own.length;
  }
  return put === pieces.length ? marked(parts, stretches) : null;
}

/**
 * A body with other words in place of those that a thread's note stands on, set as the first of them was; the note goes on standing on them.
 * Null where the note stands nowhere, in more than one part, or on other words than these, and in a published correction.
 */
export function withNotedWords(parts: readonly Part[], thread: string, { quote, words }: { quote: string; words: string }): readonly Part[] | null {
  const places = textPartsOf(parts).flatMap((part) => notesIn(part).filter((note) => note.thread === thread).map((note) => ({ part, note })));
  const [place] = places;
  if (!place || places.length > 1 || place.part.part.type === "correctionNote") return null;
  const { part, note } = place;
  if (wordsIn(part).slice(note.from, note.to) !== quote) return null;
  let at = 0;
  let isPut = words === "";
  const content = contentOf(part.part).flatMap((raw) => {
    const { text } = raw as { text: string };
    const [start, end] = [at, at + text.length];
    at = end;
    if (end <= note.from || start >= note.to) return [raw];
    const pieces = [text.slice(0, Math.max(0, note.from - start)), isPut ? "" : words, text.slice(Math.min(text.length, note.to - start))];
    isPut = true;
    return pieces.filter((piece) => piece !== "").map((piece) => ({ ...(raw as object), text: piece }));
  });
  return replaced(parts, part.part, { ...part.part, content: joined(content) });
}

function replaced(parts: readonly Part[], one: Part, other: Part): readonly Part[] {
  return parts.map((part) => {
    if (part === one) return other;
    const content = contentOf(part) as Part[];
    const within = replaced(content, one, other);
    return within.every((child, index) => child === content[index]) ? part : { ...part, content: within };
  });
}

/** The part of that name, wherever it stands, with what it is called in a list: its words, or what is said of it. Null where there is none. */
export function blockInBody(raw: unknown, id: string): { words: string } | null {
  for (const part of contentOf(raw) as Part[]) {
    if (idOf(part) === id) {
      const said = ["alt", "title", "caption", "attribution", "label"].map((name) => part.attrs?.[name]).find((value) => typeof value === "string" && value.trim() !== "");
      return { words: (textPartsOf([part]).map(wordsIn).join(" ") || String(said ?? "")).slice(0, quoteLength) };
    }
    const within = blockInBody(part, id);
    if (within) return within;
  }
  return null;
}

/** Where the words of a note that lost its place stand now, if that can be told. */
export function whereQuoteStands(raw: unknown, words: Words): NotePiece | null {
  const place = onlyPlace(textPartsOf(contentOf(raw)), words);
  const blockId = place && idOf(place.part);
  return place && blockId ? { blockId, from: place.from, to: place.to } : null;
}

function marked(parts: readonly Part[], stretches: ReadonlyMap<Part, readonly Stretch[]>): readonly Part[] {
  return parts.map((part) => {
    const own = stretches.get(part);
    if (own) return part.type === "correctionNote" ? part : { ...part, content: markedTexts(contentOf(part), own) };
    const content = contentOf(part) as Part[];
    const within = marked(content, stretches);
    return within.every((child, index) => child === content[index]) ? part : { ...part, content: within };
  });
}

function markedTexts(texts: readonly unknown[], stretches: readonly Stretch[]): unknown[] {
  let at = 0;
  return texts.flatMap((raw) => {
    const { text, marks: _, ...rest } = raw as { text: string; marks?: unknown };
    const [start, end] = [at, at + text.length];
    at = end;
    const cuts = [...new Set([start, end, ...stretches.flatMap(({ from, to }) => [from, to])])].filter((cut) => cut >= start && cut <= end).sort((one, other) => one - other);
    const own = marksOf(raw).filter((mark) => !isNote(mark));
    return cuts.slice(0, -1).map((cut, index) => {
      const until = cuts[index + 1] ?? end;
      const notes = [...new Set(stretches.filter(({ from, to }) => from <= cut && to >= until).map(({ thread }) => thread))].sort().map((t) => ({ type: "note", attrs: { t } }));
      const marks = [...own, ...notes];
      return { ...rest, text: text.slice(cut - start, until - start), ...(marks.length > 0 ? { marks } : {}) };
    });
  });
}
