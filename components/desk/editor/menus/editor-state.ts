import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";

/**
 * One part of the editor's state, drawn anew only when `same` says that it changed: typing must not draw what it does not touch.
 * `part` is asked after each transaction and must be cheap.
 */
export function useEditorPart<Part>(editor: Editor, part: (editor: Editor) => Part, same: (left: Part, right: Part) => boolean = Object.is): Part {
  const [value, setValue] = useState(() => part(editor));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `part` and `same` close over nothing that changes.
  useEffect(() => {
    const look = () =>
      setValue((before) => {
        const now = part(editor);
        return same(before, now) ? before : now;
      });
    look();
    editor.on("transaction", look);
    editor.on("focus", look);
    editor.on("blur", look);
    return () => {
      editor.off("transaction", look);
      editor.off("focus", look);
      editor.off("blur", look);
    };
  }, [editor]);
  return value;
}

/** Whether two flat records of the same shape hold the same. */
export function sameFields<Fields extends Readonly<Record<string, unknown>>>(left: Fields, right: Fields): boolean {
  return Object.keys(left).every((name) => Object.is(left[name], right[name]));
}
