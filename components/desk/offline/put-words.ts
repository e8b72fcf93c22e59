import type * as Y from "yjs";

/**
 * Puts what was written without the server into the document of the story that was begun for it, in one step and in the place of the empty paragraph with
 * which a story begins. Put in again, it changes nothing, whatever was made of it meanwhile.
 */
export function putWords(doc: Y.Doc, state: Uint8Array, apply: typeof Y.applyUpdate): void {
  doc.transact(() => {
    const body = doc.getXmlFragment("body");
    const before = body.toArray();
    apply(doc, state);
    const [seed] = before;
    if (before.length !== 1 || !seed || body.length === 1 || !/^<paragraph[^<>]*><\/paragraph>$/.test(seed.toString())) return;
    body.delete(body.toArray().indexOf(seed), 1);
  });
}
