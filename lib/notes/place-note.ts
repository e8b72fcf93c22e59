import { eq } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "@/db/client";
import { articles, type noteThreads } from "@/db/schema";
import { appendUpdate, committedCopy } from "@/lib/articles/update-log";
import { schemaVersion } from "@/lib/content/schema";
import { blockInWorkingCopy, notesInWorkingCopy, putNoteIntoWorkingCopy, quoteInWorkingCopy } from "@/lib/content/working-copy";
import { conflict, type Failure } from "@/lib/kernel/failure";
import type { NoteAnchorInput } from "@/lib/notes/inputs";

type Columns = Pick<typeof noteThreads.$inferInsert, "anchorKind" | "blockId" | "field" | "quote" | "prefix" | "suffix">;
/** What the thread's row says of its place, and the update that open editors must get; null where the document did not change. */
export type Placed = { columns: Columns; updateId: number | null };

const changed = conflict("text_changed", "The text has changed there meanwhile. Select the words again, and try once more.");
const gone = conflict("block_gone", "This block is not in the story any more.");
const nowhere: Columns = { anchorKind: "story", blockId: null, field: null, quote: "", prefix: "", suffix: "" };

/**
 * Places a thread: on words it puts the mark into the committed copy, as an update that is nobody's writing, by the road that other edits of the server take.
 * The caller holds the story's row. Fails, and writes nothing, where what it is to be about is not there or says something else by now.
 */
export async function placeNote(tx: Transaction, articleId: string, thread: string, anchor: NoteAnchorInput): Promise<Placed | { failure: Failure }> {
  if (anchor.kind === "story") return { columns: nowhere, updateId: null };
  if (anchor.kind === "field") return { columns: { ...nowhere, anchorKind: "field", field: anchor.field }, updateId: null };
  const { doc, epoch } = await committedCopy(tx, articleId);
  try {
    if (anchor.kind === "block") {
      const block = blockInWorkingCopy(doc, anchor.blockId);
      return block ? { columns: { ...nowhere, anchorKind: "block", blockId: anchor.blockId, quote: block.words }, updateId: null } : { failure: gone };
    }
    const before = Y.encodeStateVector(doc);
    const wasThere = notesInWorkingCopy(doc).has(thread);
    if (!putNoteIntoWorkingCopy(doc, anchor.pieces, thread)) return { failure: changed };
    const stands = notesInWorkingCopy(doc).get(thread);
    if (!stands || stands.quote !== anchor.quote) return { failure: changed };
    const columns: Columns = { ...nowhere, ...stands, anchorKind: "text" };
    const bytes = Y.encodeStateAsUpdate(doc, before);
    if (wasThere && bytes.byteLength <= emptyUpdate) return { columns, updateId: null };
    const updateId = await appendUpdate(tx, { articleId, epoch, bytes, authorId: null });
    if (updateId === null) throw new Error(`Article ${articleId} has another epoch by now.`);
    // A browser that does not know the mark must not open the story again, whichever program it comes from.
    await tx.update(articles).set({ schemaVersion }).where(eq(articles.id, articleId));
    return { columns, updateId };
  } finally {
    doc.destroy();
  }
}

/** An update that says nothing. */
const emptyUpdate = Y.encodeStateAsUpdate(new Y.Doc()).byteLength;

/** Where the words of a thread that lost its place stand now; fails where they stand nowhere, or more than once. */
export async function placeOfQuote(tx: Transaction, articleId: string, words: { quote: string; prefix: string; suffix: string }): Promise<NoteAnchorInput | { failure: Failure }> {
  const { doc } = await committedCopy(tx, articleId);
  const piece = quoteInWorkingCopy(doc, words);
  doc.destroy();
  if (!piece) return { failure: conflict("quote_nowhere", "These words stand nowhere in the story, or more than once. Select where the note belongs, and attach it there.") };
  return { kind: "text", pieces: [piece], quote: words.quote };
}
