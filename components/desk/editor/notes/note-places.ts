import type { Node } from "@tiptap/pm/model";
import { type EditorState, NodeSelection } from "@tiptap/pm/state";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { fieldNames } from "@/lib/comparison/names";
import type { NoteView } from "@/lib/notes/views";

/** Where a thread stands in the text now. */
export type NotePlace = { from: number; to: number; block: string | null };

/** What a new note is about. */
export type NewAnchor = { kind: "text"; pieces: { blockId: string; from: number; to: number }[]; quote: string } | { kind: "block"; blockId: string; words: string } | { kind: "field"; field: string } | { kind: "story" };

/** The block among those that the margin marks: the outermost one. */
function outermost(doc: Node, at: number): string | null {
  const block = doc.resolve(at).node(1) ?? doc.nodeAt(at);
  return typeof block?.attrs.id === "string" ? block.attrs.id : null;
}

/** Where the threads of these notes stand, in reading order: words by their marks, blocks by their names. What stands nowhere is left out. */
export function notePlaces(doc: Node, notes: readonly NoteView[]): Map<string, NotePlace> {
  const found: [string, NotePlace][] = [];
  const marked = new Map<string, NotePlace>();
  doc.descendants((node, at) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== "note") continue;
      const known = marked.get(attrs.t);
      if (known) known.to = at + node.nodeSize;
      else marked.set(attrs.t, { from: at, to: at + node.nodeSize, block: outermost(doc, at) });
    }
  });
  for (const { id, kind, blockId } of notes) {
    const place = kind === "text" ? marked.get(id) : undefined;
    const block = kind === "block" && blockId ? findBlock(doc, blockId) : null;
    if (place) found.push([id, place]);
    else if (block) found.push([id, { from: block.at, to: block.end, block: outermost(doc, block.at) }]);
  }
  return new Map(found.sort(([, one], [, other]) => one.from - other.from || one.to - other.to));
}

/** The words that are chosen, as the server finds them: block by block. Null where none are, or where they cannot have notes. */
export function chosenWords({ doc, selection }: EditorState): Extract<NewAnchor, { kind: "text" }> | null {
  if (selection.empty || selection instanceof NodeSelection) return null;
  const pieces: { blockId: string; from: number; to: number }[] = [];
  const quotes: string[] = [];
  doc.nodesBetween(selection.from, selection.to, (node, at) => {
    if (!node.isTextblock) return true;
    const [from, to] = [Math.max(0, selection.from - at - 1), Math.min(node.content.size, selection.to - at - 1)];
    if (from < to && typeof node.attrs.id === "string" && node.type.name !== "correctionNote") {
      pieces.push({ blockId: node.attrs.id, from, to });
      quotes.push(node.textBetween(from, to));
    }
    return false;
  });
  return pieces.length > 0 ? { kind: "text", pieces, quote: quotes.join(" ") } : null;
}

/** The block that is chosen whole, or in which the caret stands. */
export function blockHere({ doc, selection }: EditorState): Extract<NewAnchor, { kind: "block" }> | null {
  const { $from } = selection;
  const node = selection instanceof NodeSelection ? selection.node : $from.depth > 0 ? $from.parent : doc.firstChild;
  return typeof node?.attrs.id === "string" ? { kind: "block", blockId: node.attrs.id, words: node.textContent || String(node.attrs.alt || node.attrs.title || node.attrs.label || "") } : null;
}

const isField = (name: string | null | undefined): name is string => Object.hasOwn(fieldNames, name ?? "");

/** What somebody means who asks for a note now: the field she is in, else the words that are chosen, else the block at the caret. */
export function anchorHere(state: EditorState, field: string | null | undefined): NewAnchor {
  if (isField(field)) return { kind: "field", field };
  return chosenWords(state) ?? blockHere(state) ?? { kind: "story" };
}
