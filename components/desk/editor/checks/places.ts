import type { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, NodeSelection, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { CheckPlace } from "@/lib/articles/checks";

/** What a field of the story is called on the screen. */
const names: Record<string, string> = {
  kicker: "Kicker", headline: "Headline", standfirst: "Standfirst", dateline: "Dateline", slug: "Slug", frontHeadline: "Shorter, for fronts", searchHeadline: "Shorter, for search", socialHeadline: "Shorter, for social cards",
  "lead.alt": "Alt text", "lead.caption": "Caption", "lead.credit": "Credit",
};

/** Fields that stand in the panel beside the text. */
export const isBeside = (place: CheckPlace): boolean => "field" in place && ["section", "slug", "frontHeadline", "searchHeadline", "socialHeadline"].includes(place.field);

/** The text area of a field, where it has one and is on the screen. */
export function lineOf(field: string): HTMLTextAreaElement | null {
  const name = names[field];
  return name ? document.querySelector<HTMLTextAreaElement>(`.editor textarea[aria-label="${name}"]`) : null;
}

/** Puts the caret at a place that a check named. */
export function goTo(place: CheckPlace, editor: Editor | null): void {
  if ("blockId" in place) {
    if (editor) goToBlock(editor, place.blockId);
  } else if (place.field === "body") editor?.commands.focus("start");
  else if (place.field === "section") document.getElementById("section")?.focus();
  else if (place.field === "bylines") document.querySelector<HTMLElement>(".editor [data-first-of='bylines']")?.focus();
  else lineOf(place.field)?.focus();
}

function goToBlock(editor: Editor, id: string): void {
  const found = blockById(editor.state.doc, id);
  if (!found) return;
  editor.view.dispatch(chosen(editor.state, editor.state.tr, found.at).scrollIntoView());
  editor.view.focus();
}

/** The block at a position chosen whole where it has no words or has settings, else with the caret in its first words. */
export function chosen(state: EditorState, transaction: Transaction, at: number): Transaction {
  const node = transaction.doc.nodeAt(at);
  const whole = node && (node.isAtom || node.type.name === "figure") && NodeSelection.isSelectable(node);
  return transaction.setSelection(whole ? NodeSelection.create(transaction.doc, at) : TextSelection.near(transaction.doc.resolve(Math.min(at + (node ? 1 : 0), state.doc.content.size, transaction.doc.content.size))));
}

/** A block, or a part of one, by its id. */
export function blockById(doc: Node, id: string): { node: Node; at: number } | null {
  let found: { node: Node; at: number } | null = null;
  doc.descendants((node, at) => {
    if (!found && node.attrs.id === id) found = { node, at };
    return found === null;
  });
  return found;
}
