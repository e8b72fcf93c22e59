import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { Uploaded } from "@/components/desk/editor/api";
import { findBlock } from "@/components/desk/editor/blocks/find-block";

/**
 * The change that shows another picture in a figure. What was typed of the old one stays, except for what went with it alone: its crop, its
 * point, its credit, and an alt text that was its own (`ownAlt`). Null where the figure is gone.
 */
export function pictureReplaced(state: EditorState, id: string, picture: Pick<Uploaded, "id" | "alt" | "caption">, ownAlt: string | null): Transaction | null {
  const found = findBlock(state.doc, id);
  if (found?.node.type.name !== "figure") return null;
  const { alt, decorative } = found.node.attrs as { alt: string; decorative: boolean };
  const isTyped = alt.trim() !== "" && alt !== ownAlt;
  const changed = { assetId: picture.id, crop: null, focal: null, credit: "", ...(isTyped || decorative ? {} : { alt: picture.alt }) };
  const change = state.tr;
  for (const [name, value] of Object.entries(changed)) change.setNodeAttribute(found.at, name, value);
  return found.node.content.size === 0 && picture.caption ? change.insertText(picture.caption, found.at + 1) : change;
}
