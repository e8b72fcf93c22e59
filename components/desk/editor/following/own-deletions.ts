import * as Y from "yjs";

/** A letter that was taken out of a text here. */
type OutLetter = { id: Y.ID; letter: string };
/** What was taken out of one text of late, in the order in which it stood there; `name`: what the block is called that it stood in. */
export type OutOfText = { name: string | null; letters: readonly OutLetter[] };
export type OwnDeletions = ReadonlyMap<Y.XmlText, OutOfText>;

/**
 * Remembers which letters of `within` were taken out here, since Yjs does not say who deleted what; `before` was done before this began. `settle`
 * is to be called every few seconds while everything that was done here is committed: after two such calls everybody has heard of a letter.
 */
export function watchOwnDeletions(doc: Y.Doc, within: Y.XmlFragment, before: readonly Y.Transaction[] = []): { of: OwnDeletions; settle(): void; end(): void } {
  const of = new Map<Y.XmlText, OutOfText>();
  let settling = new Set<OutLetter>();
  const note = (transaction: Y.Transaction) => {
    if (!transaction.local) return;
    const texts = new Set<Y.XmlText>();
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.parent instanceof Y.XmlText && isWithin(struct.parent, within)) texts.add(struct.parent);
    });
    // What was put in elsewhere in the same breath was moved, and not taken out.
    const filled = texts.size > 0 ? textsFilledBy(transaction) : [];
    for (const text of texts) if (filled.every((one) => one === text)) of.set(text, { name: nameOf(text), letters: lettersOutOf(text, transaction, of.get(text)?.letters ?? []) });
  };
  before.forEach(note);
  doc.on("afterTransaction", note);
  return {
    of,
    settle() {
      for (const [text, { name, letters }] of of) {
        const left = letters.filter((one) => !settling.has(one));
        if (left.length > 0) of.set(text, { name, letters: left });
        else of.delete(text);
      }
      settling = new Set([...of.values()].flatMap(({ letters }) => letters));
    },
    end: () => doc.off("afterTransaction", note),
  };
}

/** The letters of an item, each with the name that Yjs has for it. */
export const lettersOf = ({ client, clock }: Y.ID, text: string): OutLetter[] => {
  let at = clock;
  return [...text].map((letter) => {
    const id = Y.createID(client, at);
    at += letter.length;
    return { id, letter };
  });
};

/** Those that an item held; what is gone for long does not hold its letters itself any more. */
export const heldBy = ({ id, length }: Y.Item, letters: readonly OutLetter[]): OutLetter[] => letters.filter((one) => one.id.client === id.client && id.clock <= one.id.clock && one.id.clock < id.clock + length);

function lettersOutOf(text: Y.XmlText, { deleteSet }: Y.Transaction, known: readonly OutLetter[]): OutLetter[] {
  const letters: OutLetter[] = [];
  for (let item = text._start; item; item = item.right) {
    if (!item.deleted) continue;
    const isOut = item.content instanceof Y.ContentString && Y.isDeleted(deleteSet, item.id);
    letters.push(...(isOut ? lettersOf(item.id, (item.content as Y.ContentString).str) : heldBy(item, known)));
  }
  return letters;
}

function textsFilledBy({ doc, beforeState, afterState }: Y.Transaction): Y.XmlText[] {
  const filled: Y.XmlText[] = [];
  const structs = doc.store.clients.get(doc.clientID) ?? [];
  for (let at = structs.length - 1; at >= 0; at--) {
    const struct = structs[at];
    if (!struct || struct.id.clock + struct.length <= (beforeState.get(doc.clientID) ?? 0)) break;
    const isLater = struct.id.clock >= (afterState.get(doc.clientID) ?? 0);
    if (!isLater && struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.parent instanceof Y.XmlText) filled.push(struct.parent);
  }
  return filled;
}

/** What the block of a text is called, though it be gone. */
export function nameOf(text: Y.XmlText): string | null {
  const content = text.parent instanceof Y.XmlElement ? text.parent._map.get("id")?.content : null;
  const [name] = content instanceof Y.ContentAny ? content.arr : [];
  return typeof name === "string" ? name : null;
}

// biome-ignore lint/suspicious/noExplicitAny: Yjs names what a type tells its listeners, and each tells something else.
export function isWithin(type: Y.AbstractType<any>, whole: Y.XmlFragment): boolean {
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  for (let one: Y.AbstractType<any> | null = type; one; one = one.parent) if (one === whole) return true;
  return false;
}
