import type { Editor } from "@tiptap/core";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { fetchReader } from "@/components/desk/editor/paste/late-reader";
import { recognise } from "@/lib/embeds/providers";

/**
 * The change that leads every link to `address` to `clean` instead, and prints that where the link is its own address written out. What
 * may yet become an embed keeps its letters: by those the embed finds its line. Null where there is no such link.
 */
export function leadTo(state: EditorState, address: string, clean: string): Transaction | null {
  const change = state.tr.setMeta("addToHistory", false).setMeta("preventAutolink", true);
  const written = recognise(address) === null;
  state.doc.descendants((node, at) => {
    const mark = node.marks.find((one) => one.type.name === "link" && one.attrs.href === address);
    if (!mark || !node.isText) return;
    const cleaned = mark.type.create({ ...mark.attrs, href: clean });
    const [from, to] = [change.mapping.map(at), change.mapping.map(at + node.nodeSize)];
    if (written && node.text === address) change.replaceWith(from, to, state.schema.text(clean, cleaned.addToSet(node.marks)));
    else change.addMark(from, to, cleaned);
  });
  return change.docChanged ? change : null;
}

/** Takes from a link that was just set what tracks whoever follows it, and what only redirects. It is no step of anybody's undo: it is part of the setting. */
export async function cleanLinksTo(editor: Editor, address: string): Promise<void> {
  // Without a line it stays as it is: the checks offer the same.
  const reader = await fetchReader().catch(() => null);
  const clean = reader?.withoutTrackers(address);
  const change = clean && !editor.isDestroyed && editor.isEditable ? leadTo(editor.state, address, clean) : null;
  if (change) editor.view.dispatch(change);
}
