import { setBlockType, splitBlock, wrapIn } from "@tiptap/pm/commands";
import { type Command, EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { isTyping } from "@/components/desk/editor/own-steps";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const paragraph = (text: string, id: string) => schema.node("paragraph", { id }, text ? [schema.text(text)] : []);
const docOf = (...blocks: ReturnType<typeof paragraph>[]) => schema.node("doc", null, blocks);
const stateOf = (doc: ReturnType<typeof docOf>, caret: number) => EditorState.create({ doc, selection: TextSelection.create(doc, caret) });

it("takes letters for typing, and nothing that a command does to a block", () => {
  const state = stateOf(docOf(paragraph("One two", "aaaaaaaaaa"), paragraph("Three", "bbbbbbbbbb")), 4);
  const done = (command: Command) => {
    let made: Transaction | undefined;
    command(state, (change) => {
      made = change;
    });
    return made as Transaction;
  };
  expect([state.tr.insertText("x"), state.tr.insertText("x", 1, 3), state.tr.delete(2, 4)].map(isTyping)).toEqual([true, true, true]);
  const { nodes } = schema;
  expect([done(setBlockType(nodes.heading as never, { level: 2 })), done(wrapIn(nodes.blockquote as never)), done(splitBlock), state.tr.delete(4, 12), state.tr.addMark(1, 4, schema.mark("strong")), state.tr.insert(9, nodes.sectionBreak?.create() as never)].map(isTyping)).toEqual(Array(6).fill(false));
});
