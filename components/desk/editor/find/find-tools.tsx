"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type { BodyDoor } from "@/components/desk/editor/body-tools";
import { FindBar } from "@/components/desk/editor/find/find-bar";

/** Find, and with Alt also replace, under the toolbar: it lies over the text and moves nothing of it. */
export function FindTools({ editor, door }: { editor: Editor; door: BodyDoor }) {
  const [finding, setFinding] = useState<"find" | "replace" | null>(null);

  // Ours while the text has the focus; pressed once more in our own bar, the browser's.
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== "f" || !editor.view.dom.contains(document.activeElement)) return;
      event.preventDefault();
      setFinding(event.altKey ? "replace" : "find");
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [editor]);
  useEffect(() => {
    door.openFind = () => setFinding("replace");
  }, [door]);

  return <div className="find-place">{finding && <FindBar key={finding} editor={editor} replacing={finding === "replace"} close={() => setFinding(null)} />}</div>;
}
