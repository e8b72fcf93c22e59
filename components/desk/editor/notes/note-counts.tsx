import type { Editor } from "@tiptap/core";
import { useRef } from "react";
import { createPortal } from "react-dom";
import { useLaidBeside } from "@/components/desk/editor/checks/finding-marks";

export type BlockNotes = { block: string; count: number; stops: boolean };

/** In the margin of each block that has notes: how many, leading to the first of them. For the mouse; by key one goes from note to note. */
export function NoteCounts({ editor, blocks, show }: { editor: Editor; blocks: readonly BlockNotes[]; show: (block: string) => void }) {
  const margin = useRef<HTMLDivElement>(null);
  useLaidBeside(editor, margin, blocks);
  const around = editor.view.dom.parentElement;
  if (!around || blocks.length === 0) return null;
  return createPortal(
    <div className="note-counts" lang="en" ref={margin}>
      {blocks.map(({ block, count, stops }) => {
        const says = `${count} ${count === 1 ? "note" : "notes"}${stops ? ", blocking" : ""}`;
        return (
          <button key={block} data-block={block} className={stops ? "stops" : undefined} type="button" tabIndex={-1} aria-label={says} title={says} onClick={() => show(block)}>
            {count}
          </button>
        );
      })}
    </div>,
    around,
  );
}
