"use client";

import type { Editor } from "@tiptap/core";
import { type ReactNode, useLayoutEffect, useRef } from "react";

/** Stands over the text under the line of the caret, and follows it while others write above. */
export function BeneathCaret({ editor, children }: { editor: Editor; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    const frame = element?.offsetParent;
    if (!element || !frame) return undefined;
    const follow = () => {
      const line = editor.view.coordsAtPos(editor.state.selection.to);
      element.style.insetBlockStart = `${Math.round(line.bottom - frame.getBoundingClientRect().top) + 6}px`;
    };
    follow();
    element.scrollIntoView({ block: "nearest" });
    editor.on("transaction", follow);
    return () => void editor.off("transaction", follow);
  }, [editor]);
  return (
    <div className="beneath-caret" ref={place}>
      {children}
    </div>
  );
}
