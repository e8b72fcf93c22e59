"use client";

import type { Editor } from "@tiptap/core";
import { outlineItemAt, outlineOf, sameOutline } from "@/components/desk/editor/outline/outline";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";

const items = (editor: Editor) => outlineOf(editor.state.doc);
const current = (editor: Editor) => outlineItemAt(editor.state.doc, editor.state.selection.from);

/** The story's headings and notable blocks; each leads to its place. */
export function OutlinePanel({ editor, goTo }: { editor: Editor; goTo: (blockId: string) => void }) {
  const outline = useEditorPart(editor, items, sameOutline);
  const here = useEditorPart(editor, current);
  if (outline.length === 0) return <p className="quiet">No headings yet. Once the story has some, they stand here and lead to their places, with its pictures, quotations and boxes between them.</p>;
  return (
    <nav aria-label="Outline of the text">
      <ol className="outline">
        {outline.map((item) => (
          <li key={item.id} data-depth={Math.min(item.depth, 3)}>
            <button type="button" className={item.kind === "Heading" ? undefined : "block"} aria-current={item.id === here ? "location" : undefined} onClick={() => goTo(item.id)}>
              {item.kind !== "Heading" && <small>{item.kind}</small>} <bdi>{item.words || (item.kind === "Heading" ? "Empty heading" : "")}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
