import * as Y from "yjs";

/*
 * Yjs cannot move text. Whoever turns a paragraph into a heading, splits it, quotes it or moves it takes its letters away and puts the
 * same ones in elsewhere. What somebody else types there in the same moment stays behind, or goes with what was taken away; and her
 * caret has nothing left to stand on. So each client looks, at each change that comes from others, where text went, and takes its own
 * letters and its own caret after it. Letters of others their own clients bring: nothing is brought twice.
 */

type Marks = Record<string, unknown>;
/** One sign of a text, with what it is marked as. `gone`: it was taken away. */
type Letter = { id: Y.ID; letter: string; marks: Marks; gone: boolean };
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
};

/** So many letters are compared with so many, where more than the unseen ones differ. */
const most = 4_000_000;

/** Where text of `within` went by a transaction that came from somebody else. */
export function movesIn(transaction: Y.Transaction, within: Y.XmlFragment, { isFresh, holdsText }: Reader): Move[] {
  if (transaction.deleteSet.clients.size === 0) return [];
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
  return takenIn(transaction, within).flatMap((taken): Move[] => {
    const { letters, stands } = taken;
    // Whoever takes letters out of a text that stays names each of them: what is left among them, she did not know.
    const known = stands ? letters.filter(({ gone }) => gone) : letters;
    const same = byText.get(known.map(({ letter }) => letter).join(""))?.find((put) => left.has(put));
    if (same) return takenTo(same, taken, letters.map(({ gone }) => stands && !gone));
    if (stands || !letters.some(isOwn)) return [];
    const place = unseenAmong(letters, own, authors);
    for (const put of left) {
      const unseen = place(put);
      if (unseen) return takenTo(put, taken, unseen);
    }
    const isFreshOwn = (letter: Letter) => isOwn(letter) && isFresh(letter.id.clock);
    // She had begun to write in a line that was empty: it is known by its name, and while what she wrote is fresh as the one that is new.
    const name = blockOf(taken.from)?.getAttribute("id");
    const twin = letters.every(isOwn) ? (empty.find((block) => name && block.getAttribute("id") === name) ?? (letters.every(isFreshOwn) ? empty[0] : undefined)) : undefined;
    if (twin) {
      empty.splice(empty.indexOf(twin), 1);
      return [{ ...taken, into: twin, first: null, unseen: letters.map(() => true) }];
    }
    return reworded(taken, [...left], isFreshOwn);
  });
}

/** Which letters were brought after their text, and as which of one's own they stand there now. */
export type Brought = { letters: Y.ID[]; since: number; until: number };

/** Takes one's own letters after the text in which they were written, marked as they were; null where there are none. */
export function bringOwnLetters(doc: Y.Doc, moves: readonly Move[], origin: unknown): Brought | null {
  const behind = moves.map((move) => ({ move, own: stretches(move, ({ id }) => id.client === doc.clientID) })).filter(({ own }) => own.length > 0);
  if (behind.length === 0) return null;
  const since = Y.getState(doc.store, doc.clientID);
  doc.transact(() => {
    for (const { move, own } of behind) {
      const text = move.first === null ? (textIn(move.into) ?? writeIn(move.into)) : move.into;
      const begin = move.first === null ? 0 : (placeOf(text, move.first) ?? text.length);
      // From the last to the first, so that each place is still what it was.
      for (const { letters, known } of own.toReversed()) text.insert(begin + known, letters.map(({ letter }) => letter).join(""), letters[0]?.marks ?? {});
      for (const { letters } of own) {
        const [first] = letters;
        const place = first && !first.gone ? placeOf(move.from, first.id) : null;
        if (place !== null) move.from.delete(place, widthOf(letters));
      }
    }
  }, origin);
  return { letters: behind.flatMap(({ own }) => own.flatMap(({ letters }) => letters.map(({ id }) => id))), since, until: Y.getState(doc.store, doc.clientID) };
}

/** Letters that were not known where the text went, those that follow one another and are marked alike together, each with how much of what was known stands before them. */
function stretches({ letters, unseen }: Move, isOwn: (letter: Letter) => boolean): { letters: Letter[]; known: number }[] {
  const found: { letters: Letter[]; known: number }[] = [];
  let known = 0;
  let open = false;
  letters.forEach((letter, at) => {
    const isMine = unseen[at] === true && isOwn(letter);
    if (!unseen[at]) known += letter.letter.length;
    const last = found.at(-1);
    const before = last?.letters.at(-1);
    if (isMine && open && last && before?.gone === letter.gone && before.marks === letter.marks) last.letters.push(letter);
    else if (isMine) found.push({ letters: [letter], known });
    open = isMine;
  });
  return found;
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
  const isThere = (letter: Letter, at: number) => !move.unseen[at] || letter.id.client === doc.clientID;
  const text = move.first === null ? textIn(move.into) : move.into;
  const first = move.first === null ? 0 : placeOf(move.into, move.first);
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
  let place = 0;
  for (const item of itemsOf(text)) {
    if (holds(item, id)) return item.deleted ? null : place + id.clock - item.id.clock;
    if (!item.deleted && item.countable) place += item.length;
  }
  return null;
}

// biome-ignore lint/suspicious/noExplicitAny: Yjs names what a type tells its listeners, and each tells something else.
function isWithin(type: Y.AbstractType<any>, whole: Y.XmlFragment): boolean {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  for (let one: Y.AbstractType<any> | null = type; one; one = one.parent) if (one === whole) return true;
  return false;
}

const isNew = (transaction: Y.Transaction, { client, clock }: Y.ID) => clock >= (transaction.beforeState.get(client) ?? 0);

function authorsOf({ beforeState, afterState, doc }: Y.Transaction): Set<number> {
  return new Set([...afterState].filter(([client, clock]) => client !== doc.clientID && clock > (beforeState.get(client) ?? 0)).map(([client]) => client));
}

/** Runs of new letters, each where it stands. */
function putsIn(transaction: Y.Transaction, within: Y.XmlFragment): Put[] {
  const texts = new Set<Y.XmlText>();
  for (const { content, deleted, parent } of newItems(transaction)) if (content instanceof Y.ContentString && !deleted && parent instanceof Y.XmlText && isWithin(parent, within)) texts.add(parent);
  return [...texts].flatMap((into) => {
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

/** What was taken away of each text: from its first letter that is gone to the last, and what somebody went on writing behind that. */
function takenIn(transaction: Y.Transaction, within: Y.XmlFragment): Taken[] {
  const texts = new Set<Y.XmlText>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.parent instanceof Y.XmlText && !isNew(transaction, struct.id) && isWithin(struct.parent, within)) texts.add(struct.parent);
  });
  return [...texts].map((from) => {
    const letters: (Letter & { after: Y.ID | null })[] = [];
    let marks: Marks = {};
    for (const { id, content, deleted, origin } of itemsOf(from)) {
      const gone = deleted && Y.isDeleted(transaction.deleteSet, id);
      if (isNew(transaction, id) || (deleted && !gone)) continue;
      if (content instanceof Y.ContentFormat) marks = marked(marks, content.key, content.value);
      if (!(content instanceof Y.ContentString)) continue;
      let after = origin;
      for (const { id: own, letter } of lettersOf(id, content.str)) {
        letters.push({ id: own, letter, marks, gone, after });
        after = Y.createID(own.client, own.clock + letter.length - 1);
      }
    }
    const first = letters.findIndex(({ gone }) => gone);
    let end = letters.findLastIndex(({ gone }) => gone) + 1;
    const lastOf = (letter: Letter | undefined) => (letter ? Y.createID(letter.id.client, letter.id.clock + letter.letter.length - 1) : null);
    for (let next = letters[end]; next && Y.compareIDs(next.after, lastOf(letters[end - 1])); next = letters[end]) end += 1;
    return { from, stands: isThere(from), letters: letters.slice(first, end).map(({ after: _, ...letter }) => letter) };
  });
}

const lettersOf = ({ client, clock }: Y.ID, text: string): { id: Y.ID; letter: string }[] => {
  let at = clock;
  return [...text].map((letter) => {
    const id = Y.createID(client, at);
    at += letter.length;
    return { id, letter };
  });
};

const marked = (marks: Marks, key: string, value: unknown): Marks => {
  const { [key]: _, ...others } = marks;
  return value === null ? others : { ...others, [key]: value };
};

function isThere(text: Y.XmlText): boolean {
  for (let item = text._item; item; item = (item.parent as Y.XmlElement)._item) if (item.deleted) return false;
  return true;
}

/**
 * Which letters of a line that is gone whoever put its text in elsewhere did not know: what is left without them is that text, word for
 * word. Of each client she knew the letters in the order in which they were written, up to some point. Null where no such point gives the text.
 */
function unseenAmong(letters: readonly Letter[], own: number, authors: ReadonlySet<number>): (put: Put) => boolean[] | null {
  const newestFirst = (client: number) => letters.map(({ id }, at) => ({ id, at })).filter(({ id }) => id.client === client).sort((left, right) => right.id.clock - left.id.clock).map(({ at }) => at);
  const mine = newestFirst(own);
  const others = [...new Set(letters.map(({ id }) => id.client))].filter((client) => client !== own && !authors.has(client)).map(newestFirst);
  const attempt = (places: readonly number[], text: string): boolean[] | null => {
    const unseen = letters.map(() => false);
    for (const place of places) unseen[place] = true;
    return letters.filter((_, at) => !unseen[at]).map(({ letter }) => letter).join("") === text ? unseen : null;
  };
  return ({ letters: there, text }) => {
    const surplus = letters.length - there.length;
    if (surplus <= 0) return null;
    const unseen = surplus <= mine.length ? attempt(mine.slice(0, surplus), text) : null;
    if (unseen) return unseen;
    for (const theirs of others) {
      for (let count = Math.max(1, surplus - mine.length); count <= Math.min(surplus, theirs.length); count++) {
        const shared = attempt([...theirs.slice(0, count), ...mine.slice(0, surplus - count)], text);
        if (shared) return shared;
      }
    }
    return null;
  };
}

/** Text that went elsewhere and was changed there before one heard of either: to the most alike of what was put in, or to all of it, letter by letter. */
function reworded(taken: Taken, puts: readonly Put[], isFresh: (letter: Letter) => boolean): Move[] {
  const gone = taken.letters.filter((letter) => letter.gone);
  const old = gone.filter((letter) => !isFresh(letter)).length;
  const ranked = [...puts.map((put) => [put]), ...(puts.length > 1 ? [puts] : [])].flatMap((some) => {
    const there = some.flatMap((put) => put.letters);
    if (gone.length * there.length > most) return [];
    const kept = keptIn(gone, there.map(({ letter }) => letter), isFresh);
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
    const place = letter.gone ? (best.kept[at++] ?? null) : null;
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
