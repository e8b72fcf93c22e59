import { EditorState, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { exampledBlocks } from "@/lib/content/blocks/examples";
import type { CorrectionNoteNode } from "@/lib/content/stored/correction-note";
import { correctionsStayPlugin } from "@/lib/content/corrections-stay";
import { withNotes } from "@/lib/content/correction-notes";
import { storySchema } from "@/lib/content/schema";

const paragraph = (text: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] });
const note = exampledBlocks.correctionNote.example;

function editing(...blocks: unknown[]) {
  const refusals: string[] = [];
  const schema = storySchema();
  let state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: blocks }), plugins: [correctionsStayPlugin(() => refusals.push("refused"))] });
  return {
    get state() {
      return state;
    },
    refusals,
    edit(change: (transaction: Transaction) => Transaction) {
      const { state: next, transactions } = state.applyTransaction(change(state.tr));
      state = next;
      return transactions.length > 0;
    },
  };
}

describe("a published correction in the editor", () => {
  const story = () => editing(paragraph("The subsidy."), note, paragraph("The end."));
  const [start, end] = [14, 14 + storySchema().nodeFromJSON(note).nodeSize];

  it.each<[string, (transaction: Transaction) => Transaction]>([
    ["reworded", (transaction) => transaction.insertText("not ", start + 3)],
    ["emptied", (transaction) => transaction.delete(start + 1, end - 1)],
    ["deleted", (transaction) => transaction.delete(start, end)],
    ["deleted with all", (transaction) => transaction.delete(0, transaction.doc.content.size)],
    ["copied", (transaction) => transaction.insert(0, storySchema().nodeFromJSON(note))],
    ["renamed", (transaction) => transaction.setNodeAttribute(start, "kind", "update")],
  ])("cannot be %s, and that is said", (_, change) => {
    const { edit, refusals, state } = story();
    expect(edit(change)).toBe(false);
    expect(refusals).toEqual(["refused"]);
    expect(state.doc.textContent).toContain("It is 312,000.");
  });

  it("may be moved, and everything around it written", () => {
    const { edit, refusals } = story();
    expect(edit((transaction) => transaction.delete(start, end).insert(0, storySchema().nodeFromJSON(note)))).toBe(true);
    expect(edit((transaction) => transaction.insertText("now ", end + 1))).toBe(true);
    expect(refusals).toEqual([]);
  });

  it("comes and goes with what others do, and one of two may be deleted", () => {
    const { edit } = editing(note, note, paragraph("The end."));
    expect(edit((transaction) => transaction.delete(0, end - start))).toBe(true);
    expect(edit((transaction) => transaction.delete(0, end - start))).toBe(false);
    expect(edit((transaction) => transaction.delete(0, end - start).setMeta("y-sync$", {}))).toBe(true);
  });
});

describe("notes in a body", () => {
  const body = (...content: (ReturnType<typeof paragraph> | CorrectionNoteNode)[]) => ({ type: "doc" as const, content });

  it("come to its end where it lacks them, and get their words back where it has others", () => {
    const altered: CorrectionNoteNode = { ...note, attrs: { ...note.attrs, id: "abcdefghij" }, content: [{ type: "text", text: "Nothing was wrong." }] };
    expect(withNotes(body(paragraph("One.")), [note])).toEqual(body(paragraph("One."), note));
    expect(withNotes(body(altered, paragraph("One.")), [note])).toEqual(body({ ...note, attrs: { ...note.attrs, id: "abcdefghij" } }, paragraph("One.")));
    expect(withNotes(body(note, paragraph("One.")), [note]).content).toHaveLength(2);
  });
});
