import * as Y from "yjs";
import { heldBy, isWithin, lettersOf, nameOf, type OutOfText, type OwnDeletions } from "@/components/desk/editor/following/own-deletions";

/*
 * Yjs cannot move text. Whoever turns a paragraph into a heading, splits it, quotes it or moves it takes its letters away and puts the
 * same ones in elsewhere. What somebody else types there in the same moment stays behind, or goes with what was taken away; what she takes
 * out comes back; and her caret has nothing left to stand on. So each client looks, at each change that comes from others, where text went,
 * takes its own letters and its own caret after it, and takes out there what it took out before. Letters of others their own clients bring,
 * and what they took out their own take out: nothing is brought twice.
 */

type Marks = Record<string, unknown>;
/** One sign of a text, with what it is marked as. `gone`: it was taken away; `out`: it had been taken out here, of which others may not have heard. */
type Letter = { id: Y.ID; letter: string; marks: Marks; gone: boolean; out: boolean };
/** Letters that somebody took away from one place, with those that stood among them; `stands`: the text they stood in is still there. */
type Taken = { from: Y.XmlText; stands: boolean; letters: Letter[] };
type Put = { into: Y.XmlText; letters: { id: Y.ID; letter: string }[]; text: string };
/** Text that went from one place to another, where it begins with the letter `first`, or into a line that is empty. `unseen`: whoever took it there did not know these of its letters yet. */
export type Move = Taken & { into: Y.XmlText; first: Y.ID; unseen: boolean[] } | (Taken & { into: Y.XmlElement; first: null; unseen: boolean[] });

export type Reader = {
  /** Whether others may not know a letter of one's own yet. */
  isFresh: (clock: number) => boolean;
  /** Whether a block of this name has letters in it, and not other blocks or nothing. */
  holdsText: (name: string) => boolean;
  /** What was taken out here, of which others may not have heard. */
  out: OwnDeletions;
};

/** So many letters are compared with so many, where more than the unseen ones differ. */
const most = 4_000_000;

/** Where text of `within` went by a transaction that came from somebody else. */
export function movesIn(transaction: Y.Transaction, within: Y.XmlFragment, { isFresh, holdsText, out }: Reader): Move[] {
  if (transaction.deleteSet.clients.size === 0 && out.size === 0) return [];
  const puts = putsIn(transaction, within);
  const empty = emptyIn(transaction, within).filter(({ nodeName }) => holdsText(nodeName));
  if (puts.length + empty.length === 0) return [];
  const authors = authorsOf(transaction);
  const own = transaction.doc.clientID;
  const isOwn = ({ id }: Letter) => id.client === own;
  const left = new Set(puts);
  const byText = Map.groupBy(puts, ({ text }) => text);
  const takenTo = (put: Put, taken: Taken, unseen: boolean[]): Move[] => {
    left.delete(put);
    return put.letters[0] ? [{ ...taken, into: put.into, first: put.letters[0].id, unseen }] : [];
  };
  const all = takenIn(transaction, within, out);
  const moves = all.flatMap((taken): Move[] => {
    const { letters, stands } = taken;
    const known = letters.filter(({ gone }) => gone);
    // Whoever takes letters out of a text that stays names each of them: what is left among them, she did not know.
    const same = byText.get(known.map(({ letter }) => letter).join(""))?.find((put) => left.has(put));
    if (same) return takenTo(same, taken, letters.map(({ gone }) => !gone));
    if (letters.some((letter) => letter.out)) {
      for (const put of left) {
        const unseen = without(letters, letters.map(({ gone, out }) => !gone && !out), put);
        if (unseen) return takenTo(put, taken, unseen);
      }
    }
    const isFreshOwn = (letter: Letter) => letter.out || (isOwn(letter) && isFresh(letter.id.clock));
    if (stands) return letters.some((letter) => letter.out) ? reworded(taken, [...left], isFreshOwn) : [];
    if (!letters.some((letter) => isOwn(letter) || letter.out)) return [];
    const place = unseenAmong(letters, own, authors);
    for (const put of left) {
      const unseen = place(put);
      if (unseen) return takenTo(put, taken, unseen);
    }
    // She had begun to write in a line that was empty: it is known by its name, and while what she wrote is fresh as the one that is new.
    const name = blockOf(taken.from)?.getAttribute("id");
    const twin = letters.every(isOwn) ? (empty.find((block) => name && block.getAttribute("id") === name) ?? (letters.every(isFreshOwn) ? empty[0] : undefined)) : undefined;
    if (twin) {
      empty.splice(empty.indexOf(twin), 1);
      return [{ ...taken, into: twin, first: null, unseen: letters.map(() => true) }];
    }
    return reworded(taken, [...left], isFreshOwn);
  });
  return [...moves, ...[...out].filter(([from]) => !all.some((taken) => taken.from === from)).flatMap(([from, own]) => emptied(from, own, left, takenTo))];
}

/** Which letters were brought after their text, and as which of one's own they stand there now; which were out, and as which they were taken out there. */
export type Brought = { letters: Y.ID[]; since: number; until: number; out: Y.ID[]; outThere: Y.ID[] };

/** Takes one's own letters after the text in which they were written, marked as they were, and takes out there what was taken out of it; null where there is nothing of the kind. */
export function bringOwnLetters(doc: Y.Doc, moves: readonly Move[], origin: unknown): Brought | null {
  const behind = moves.map((move) => ({ move, own: stretches(move, ({ id }) => id.client === doc.clientID) })).filter(({ own }) => own.length > 0);
  if (behind.length === 0) return null;
  const since = Y.getState(doc.store, doc.clientID);
  const outThere: Y.ID[] = [];
  doc.transact(() => {
    for (const { move, own } of behind) {
      const text = move.first === null ? (textIn(move.into) ?? writeIn(move.into)) : move.into;
      const begin = move.first === null ? 0 : (placeOf(text, move.first) ?? text.length);
      // From the last to the first, so that each place is still what it was.
      for (const { letters, known, out } of own.toReversed()) {
        if (!out) text.insert(begin + known, letters.map(({ letter }) => letter).join(""), letters[0]?.marks ?? {});
        else {
          outThere.push(...namesIn(text, begin + known, widthOf(letters)));
          text.delete(begin + known, widthOf(letters));
        }
      }
      for (const { letters, out } of own) {
        if (out) continue;
        const [first] = letters;
        const place = first && !first.gone ? placeOf(move.from, first.id) : null;
        if (place !== null) move.from.delete(place, widthOf(letters));
      }
    }
  }, origin);
  const namesOf = (isOut: boolean) => behind.flatMap(({ own }) => own.filter(({ out }) => out === isOut).flatMap(({ letters }) => letters.map(({ id }) => id)));
  return { letters: namesOf(false), since, until: Y.getState(doc.store, doc.clientID), out: namesOf(true), outThere };
}

type Stretch = { letters: Letter[]; known: number; out: boolean };

/** Letters that were not known where the text went, or stand there although they were out; those that follow one another and are marked alike together, each with how much of what was known stands before them. */
function stretches({ letters, unseen }: Move, isOwn: (letter: Letter) => boolean): Stretch[] {
  const found: Stretch[] = [];
  let known = 0;
  let open = false;
  letters.forEach((letter, at) => {
    const isMine = letter.out ? !unseen[at] : unseen[at] === true && isOwn(letter);
    const last = found.at(-1);
    const before = last?.letters.at(-1);
    if (isMine && open && last?.out === letter.out && before?.gone === letter.gone && before.marks === letter.marks) last.letters.push(letter);
    else if (isMine) found.push({ letters: [letter], known, out: letter.out });
    if (!unseen[at]) known += letter.letter.length;
    open = isMine;
  });
  return found;
}

/** What Yjs calls the letters that stand in a text from a place on. */
function namesIn(text: Y.XmlText, from: number, width: number): Y.ID[] {
  let place = 0;
  return itemsOf(text).flatMap((item) => {
    if (item.deleted || !item.countable) return [];
    const begin = place;
    place += item.length;
    return Array.from({ length: item.length }, (_, at) => begin + at).filter((at) => at >= from && at < from + width).map((at) => Y.createID(item.id.client, item.id.clock + at - begin));
  });
}

/** How wide letters are in a text, which counts the two halves of some. */
const widthOf = (letters: readonly Pick<Letter, "letter">[]) => letters.reduce((width, { letter }) => width + letter.length, 0);

/** Where a caret stood in text that went elsewhere: behind so many of its letters. To be asked while the change is still at hand; null where it did not stand there. */
export function caretIn(moves: readonly Move[], caret: Y.RelativePosition | null): { move: Move; behind: number } | null {
  if (!caret) return null;
  for (const move of moves) {
    const behind = standsBehind(move.from, move.letters, caret);
    if (behind !== null) return { move, behind };
  }
  return null;
}

/** Where such a caret stands now that one's own letters were brought. */
export function placeOfCaret(doc: Y.Doc, { move, behind }: { move: Move; behind: number }): { text: Y.XmlText; index: number } | null {
  const isThere = (letter: Letter, at: number) => !letter.out && (!move.unseen[at] || letter.id.client === doc.clientID);
  const text = move.first === null ? textIn(move.into) : move.into;
  // It may have been out, and be gone again.
  const first = move.first === null ? 0 : widthBefore(move.into, move.first);
  if (!text || first === null) return null;
  // Letters that were brought before the first one stand before where that begins now.
  const led = move.unseen.indexOf(false);
  const brought = widthOf(move.letters.slice(0, Math.max(0, led)).filter(isThere));
  return { text, index: first - brought + widthOf(move.letters.slice(0, behind).filter(isThere)) };
}

/** Behind how many of the letters a caret stands; null where it does not stand among them. */
function standsBehind(from: Y.XmlText, letters: readonly Letter[], { item, type, assoc }: Y.RelativePosition): number | null {
  if (item) {
    const at = letters.findIndex(({ id, letter }) => id.client === item.client && id.clock <= item.clock && item.clock < id.clock + letter.length);
    return at < 0 ? null : assoc < 0 ? at + 1 : at;
  }
  // Before everything else in its text.
  const stood = type !== null && from._item !== null && Y.compareIDs(type, from._item.id) && assoc < 0;
  return stood && beginsWith(from, letters[0]) ? 0 : null;
}

function beginsWith(text: Y.XmlText, letter: Letter | undefined): boolean {
  for (const item of itemsOf(text)) {
    if (letter && holds(item, letter.id)) return true;
    if (!item.deleted && item.countable) return false;
  }
  return false;
}

const holds = (item: Y.Item, id: Y.ID) => item.id.client === id.client && item.id.clock <= id.clock && id.clock < item.id.clock + item.length;
const blockOf = (text: Y.XmlText) => (text.parent instanceof Y.XmlElement ? text.parent : null);
const textIn = (block: Y.XmlElement): Y.XmlText | null => {
  const child = block.length > 0 ? block.get(0) : null;
  return child instanceof Y.XmlText ? child : null;
};
function writeIn(block: Y.XmlElement): Y.XmlText {
  const text = new Y.XmlText();
  block.insert(0, [text]);
  return text;
}

function itemsOf(text: Y.XmlText): Y.Item[] {
  const items: Y.Item[] = [];
  for (let item = text._start; item; item = item.right) items.push(item);
  return items;
}

function placeOf(text: Y.XmlText, id: Y.ID): number | null {
  return itemsOf(text).some((item) => !item.deleted && holds(item, id)) ? widthBefore(text, id) : null;
}

/** How much stands before a letter, be it there or gone. */
function widthBefore(text: Y.XmlText, id: Y.ID): number | null {
  let place = 0;
  for (const item of itemsOf(text)) {
    if (holds(item, id)) return item.deleted ? place : place + id.clock - item.id.clock;
    if (!item.deleted && item.countable) place += item.length;
  }
  return null;
}

const isNew = (transaction: Y.Transaction, { client, clock }: Y.ID) => clock >= (transaction.beforeState.get(client) ?? 0);

function authorsOf({ beforeState, afterState, doc }: Y.Transaction): Set<number> {
  return new Set([...afterState].filter(([client, clock]) => client !== doc.clientID && clock > (beforeState.get(client) ?? 0)).map(([client]) => client));
}

/** Runs of new letters, each where it stands, as they follow one another. */
function putsIn(transaction: Y.Transaction, within: Y.XmlFragment): Put[] {
  const texts = new Set<Y.XmlText>();
  for (const { content, deleted, parent } of newItems(transaction)) if (content instanceof Y.ContentString && !deleted && parent instanceof Y.XmlText && isWithin(parent, within)) texts.add(parent);
  return inOrder(texts, within).flatMap((into) => {
    const runs: Put[] = [];
    let run: Put | null = null;
    for (const item of itemsOf(into)) {
      if (item.deleted || !item.countable) continue;
      if (item.content instanceof Y.ContentString && isNew(transaction, item.id)) {
        if (!run) {
          run = { into, text: "", letters: [] };
          runs.push(run);
        }
        run.text += item.content.str;
        run.letters.push(...lettersOf(item.id, item.content.str));
      } else run = null;
    }
    return runs;
  });
}

function inOrder(texts: ReadonlySet<Y.XmlText>, within: Y.XmlFragment): Y.XmlText[] {
  if (texts.size < 2) return [...texts];
  return [...within.createTreeWalker((type) => type instanceof Y.XmlText)].filter((text) => texts.has(text as Y.XmlText)) as unknown as Y.XmlText[];
}

/** New blocks that nothing is in yet. */
function emptyIn(transaction: Y.Transaction, within: Y.XmlFragment): Y.XmlElement[] {
  const blocks: Y.XmlElement[] = [];
  for (const item of newItems(transaction)) {
    const type = item.content instanceof Y.ContentType ? item.content.type : null;
    if (type instanceof Y.XmlElement && type.length === 0 && !item.deleted && isWithin(type, within)) blocks.push(type);
  }
  return blocks;
}

function* newItems(transaction: Y.Transaction): Generator<Y.Item> {
  for (const client of authorsOf(transaction)) {
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (let at = structs.length - 1; at >= 0; at--) {
      const struct = structs[at];
      if (!struct || struct.id.clock + struct.length <= (transaction.beforeState.get(client) ?? 0)) break;
      if (struct instanceof Y.Item) yield struct;
    }
  }
}

/** What was taken away of each text: from its first letter that is gone to the last, with what was out beside them, and what somebody went on writing behind that. */
function takenIn(transaction: Y.Transaction, within: Y.XmlFragment, out: OwnDeletions): Taken[] {
  const texts = new Set<Y.XmlText>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.parent instanceof Y.XmlText && !isNew(transaction, struct.id) && isWithin(struct.parent, within)) texts.add(struct.parent);
  });
  return [...texts].map((from) => {
    const letters: (Letter & { after: Y.ID | null })[] = [];
    let marks: Marks = {};
    for (const item of itemsOf(from)) {
      const { id, content, deleted, origin } = item;
      const gone = deleted && Y.isDeleted(transaction.deleteSet, id);
      if (deleted && !gone) letters.push(...heldBy(item, out.get(from)?.letters ?? []).map((letter) => ({ ...letter, marks, gone, out: true, after: null })));
      if (isNew(transaction, id) || (deleted && !gone)) continue;
      if (content instanceof Y.ContentFormat) marks = marked(marks, content.key, content.value);
      if (!(content instanceof Y.ContentString)) continue;
      let after = origin;
      for (const { id: own, letter } of lettersOf(id, content.str)) {
        letters.push({ id: own, letter, marks, gone, out: false, after });
        after = Y.createID(own.client, own.clock + letter.length - 1);
      }
    }
    let first = letters.findIndex(({ gone }) => gone);
    while (letters[first - 1]?.out) first -= 1;
    let end = letters.findLastIndex(({ gone }) => gone) + 1;
    while (letters[end]?.out) end += 1;
    const lastOf = (letter: Letter | undefined) => (letter ? Y.createID(letter.id.client, letter.id.clock + letter.letter.length - 1) : null);
    for (let next = letters[end]; next && Y.compareIDs(next.after, lastOf(letters[end - 1])); next = letters[end]) end += 1;
    return { from, stands: isThere(from), letters: letters.slice(first, end).map(({ after: _, ...letter }) => letter) };
  });
}

const marked = (marks: Marks, key: string, value: unknown): Marks => {
  const { [key]: _, ...others } = marks;
  return value === null ? others : { ...others, [key]: value };
};

function isThere(text: Y.XmlText): boolean {
  for (let item = text._item; item; item = (item.parent as Y.XmlElement)._item) if (item.deleted) return false;
  return true;
}

/**
 * Where text went of which nothing was left to be taken away, since all of it was out: into a block of the same name, or, of a line that was
 * parted there, into the one behind it. Its words alone do not tell, for somebody may have put them back.
 */
function emptied(from: Y.XmlText, { name, letters }: OutOfText, puts: ReadonlySet<Put>, takenTo: (put: Put, taken: Taken, unseen: boolean[]) => Move[]): Move[] {
  const said = letters.map(({ letter }) => letter).join("");
  const stands = isThere(from);
  for (const put of puts) {
    const isTwin = !stands && name !== null && name === nameOf(put.into) && said === put.text;
    const isParted = stands && put.text.length > 1 && said.endsWith(put.text) && blockOf(from)?.nextSibling === blockOf(put.into);
    if (!isTwin && !isParted) continue;
    const taken = { from, stands, letters: letters.map((letter) => ({ ...letter, marks: {}, gone: false, out: true })) };
    let width = 0;
    return takenTo(put, taken, letters.map(({ letter }) => {
      width += letter.length;
      return width <= said.length - put.text.length;
    }));
  }
  return [];
}

/** Which letters a text does not have of those that may be missing or not (what was out), where it has all others but the `missing` ones; null where it is another text. */
function without(letters: readonly Letter[], missing: readonly boolean[], { text }: Put): boolean[] | null {
  const outs = letters.filter((letter, at) => letter.out && !missing[at]).length;
  const surplus = text.length - widthOf(letters.filter((letter, at) => !missing[at] && !letter.out));
  if (surplus < 0 || (outs === 0 && surplus > 0) || letters.length * (surplus + 1) > most) return null;
  // After each letter: how many of the text may have been used up, and whether the last of them by this letter.
  const steps: ReadonlyMap<number, boolean>[] = [];
  let used: ReadonlyMap<number, boolean> = new Map([[0, false]]);
  for (const [at, { letter, out }] of letters.entries()) {
    const next = new Map<number, boolean>();
    for (const place of used.keys()) {
      if (missing[at] || out) next.set(place, next.get(place) ?? false);
      if (!missing[at] && text.startsWith(letter, place)) next.set(place + letter.length, true);
    }
    if (next.size === 0) return null;
    used = next;
    steps.push(next);
  }
  let place = text.length;
  if (!used.has(place)) return null;
  const unseen = letters.map(() => true);
  for (let at = letters.length - 1; at >= 0; at--) {
    if (!steps[at]?.get(place)) continue;
    unseen[at] = false;
    place -= letters[at]?.letter.length ?? 0;
  }
  return unseen;
}

/**
 * Which letters of a line that is gone whoever put its text in elsewhere did not know: what is left without them is that text, word for
 * word. Of each client she knew the letters in the order in which they were written, up to some point. Null where no such point gives the text.
 */
function unseenAmong(letters: readonly Letter[], own: number, authors: ReadonlySet<number>): (put: Put) => boolean[] | null {
  const newestFirst = (client: number) => letters.map(({ id, out }, at) => ({ id, at, out })).filter(({ id, out }) => id.client === client && !out).sort((left, right) => right.id.clock - left.id.clock).map(({ at }) => at);
  const mine = newestFirst(own);
  const others = [...new Set(letters.map(({ id }) => id.client))].filter((client) => client !== own && !authors.has(client)).map(newestFirst);
  const outs = letters.filter(({ out }) => out).length;
  const attempt = (places: readonly number[], put: Put): boolean[] | null => {
    const unseen = letters.map(() => false);
    for (const place of places) unseen[place] = true;
    return without(letters, unseen, put);
  };
  return (put) => {
    const surplus = letters.length - outs - put.letters.length;
    if (surplus + outs <= 0) return null;
    for (let some = Math.max(1, surplus); some <= surplus + outs; some++) {
      const unseen = some <= mine.length ? attempt(mine.slice(0, some), put) : null;
      if (unseen) return unseen;
      for (const theirs of others) {
        for (let count = Math.max(1, some - mine.length); count <= Math.min(some, theirs.length); count++) {
          const shared = attempt([...theirs.slice(0, count), ...mine.slice(0, some - count)], put);
          if (shared) return shared;
        }
      }
    }
    return null;
  };
}

/** Text that went elsewhere and was changed there before one heard of either: to the most alike of what was put in, or to all of it, letter by letter. */
function reworded(taken: Taken, puts: readonly Put[], isFresh: (letter: Letter) => boolean): Move[] {
  const gone = taken.letters.filter((letter) => letter.gone || letter.out);
  const old = gone.filter((letter) => !isFresh(letter)).length;
  const ranked = [...puts.map((put) => [put]), ...(puts.length > 1 ? [puts] : [])].flatMap((some) => {
    const there = some.flatMap((put) => put.letters);
    if (gone.length * there.length > most) return [];
    const kept = surelyOut(gone, keptIn(gone, there.map(({ letter }) => letter), isFresh));
    const alike = kept.filter((place, at) => place !== null && gone[at] && !isFresh(gone[at])).length;
    return [{ kept, alike, places: some.flatMap(({ into, letters }) => letters.map(({ id }) => ({ into, id }))) }];
  });
  const best = ranked.sort((left, right) => right.alike - left.alike)[0];
  if (!best || best.alike < old / 2 || old === 0) return [];
  // Each stretch of letters that follow one another there, too, is a move of its own; what was not known goes with the letter before it.
  const moves: Move[] = [];
  let [at, next] = [0, -1];
  let waiting: Letter[] = [];
  for (const letter of taken.letters) {
    const place = letter.gone || letter.out ? (best.kept[at++] ?? null) : null;
    if (letter.out && place === null) continue;
    const there = place === null ? undefined : best.places[place];
    const last = moves.at(-1);
    if (!there || place === null) {
      // What was known and is not there was taken out for good.
      if (!isFresh(letter) && letter.gone) continue;
      if (last) {
        last.letters.push(letter);
        last.unseen.push(true);
      } else waiting.push(letter);
    } else if (last && place === next && last.into === there.into) {
      last.letters.push(letter);
      last.unseen.push(false);
    } else {
      moves.push({ from: taken.from, stands: taken.stands, letters: [...waiting, letter], into: there.into, first: there.id, unseen: [...waiting.map(() => true), false] });
      waiting = [];
    }
    if (place !== null) next = place + 1;
  }
  return moves;
}

/** Of what was out that which stands there in one piece, right beside what stood beside it: other letters that are alike may have been put in since. */
function surelyOut(letters: readonly Letter[], kept: readonly (number | null)[]): (number | null)[] {
  const sure = [...kept];
  for (let at = 0; at < letters.length; at++) {
    if (!letters[at]?.out) continue;
    let end = at;
    while (letters[end]?.out) end += 1;
    const [first, last] = [kept[at] ?? null, kept[end - 1] ?? null];
    const isWhole = first !== null && last === first + end - 1 - at;
    const isBeside = isWhole && ((at > 0 && kept[at - 1] === first - 1) || (end < letters.length && kept[end] === last + 1));
    if (!isBeside) sure.fill(null, at, end);
    at = end;
  }
  return sure;
}

/** Where each letter stands in a text, by the longest row of letters that both have; null for those it has not. Of two rows the one counts that has more letters that were surely known. */
function keptIn(letters: readonly Letter[], text: readonly string[], isFresh: (letter: Letter) => boolean): (number | null)[] {
  const matches = (at: number, place: number) => letters[at]?.letter === text[place];
  const isSure = (at: number, place: number) => matches(at, place) && letters[at] !== undefined && !isFresh(letters[at]);
  let head = 0;
  while (head < letters.length && head < text.length && isSure(head, head)) head += 1;
  let tail = 0;
  while (tail < letters.length - head && tail < text.length - head && isSure(letters.length - 1 - tail, text.length - 1 - tail)) tail += 1;
  const [height, width] = [letters.length - head - tail, text.length - head - tail + 1];
  const worth = new Uint16Array((height + 1) * width);
  const best = (at: number, place: number) => worth[at * width + place] ?? 0;
  const gain = (at: number, place: number) => (matches(head + at, head + place) ? best(at + 1, place + 1) + (isSure(head + at, head + place) ? 2 : 1) : 0);
  for (let at = height - 1; at >= 0; at--) for (let place = width - 2; place >= 0; place--) worth[at * width + place] = Math.max(gain(at, place), best(at + 1, place), best(at, place + 1));
  const middle: (number | null)[] = [];
  for (let at = 0, place = 0; at < height; at++) {
    while (place < width - 1 && best(at, place + 1) === best(at, place)) place += 1;
    const taken = place < width - 1 && gain(at, place) === best(at, place) && best(at, place) > best(at + 1, place);
    middle.push(taken ? head + place++ : null);
  }
  return [...Array.from({ length: head }, (_, at) => at), ...middle, ...Array.from({ length: tail }, (_, at) => text.length - tail + at)];
}
