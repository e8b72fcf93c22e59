import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { Node } from "@tiptap/pm/model";
import { findBlock } from "@/components/desk/editor/blocks/find-block";

/** A block whose settings are open, by its name: where it stands is asked when something is written. */
export type SettingsOf = { id: string; node: Node };

/** The blocks around the caret that have settings, innermost first: a picture and the gallery that holds it. */
export function withSettings({ selection }: EditorState, has: (type: string) => boolean): SettingsOf[] {
  const chosen = "node" in selection ? (selection.node as Node) : null;
  const around = Array.from({ length: selection.$from.depth }, (_, above) => selection.$from.node(selection.$from.depth - above));
  const able = [...(chosen ? [chosen] : []), ...around].filter((node) => node.attrs.id && has(node.type.name)).map((node) => ({ id: node.attrs.id as string, node }));
  return able[0]?.node.type.name === "figure" && able[1]?.node.type.name === "gallery" ? able.slice(0, 2) : able.slice(0, 1);
}

/** The change that sets attributes of a block; null where it is gone, or is something else by now. */
export function settingsWritten(state: EditorState, { id, node }: SettingsOf, attributes: Record<string, unknown>): Transaction | null {
  const found = findBlock(state.doc, id);
  if (found?.node.type !== node.type) return null;
  const transaction = state.tr;
  for (const [name, value] of Object.entries(attributes)) transaction.setNodeAttribute(found.at, name, value);
  return transaction;
}
