import type { Editor, EditorEvents } from "@tiptap/core";
import { useEffect } from "react";
import { deletedBlock } from "@/components/desk/editor/blocks/block-moves";
import { nameOfBlock } from "@/components/desk/editor/blocks/block-names";
import { keys, spokenKeys } from "@/components/desk/editor/menus/shortcuts";

/** Says of blocks that were deleted whole that they are gone, and how they come back: whoever does not see the text would not notice. */
export function useDeletedNotice(editor: Editor | null, say: (words: string, milliseconds: number) => void): void {
  useEffect(() => {
    if (!editor) return;
    const follow = ({ transaction }: EditorEvents["transaction"]) => {
      const gone: unknown = transaction.getMeta(deletedBlock);
      if (typeof gone === "string") say(`${nameOfBlock(gone)} deleted. ${spokenKeys(keys.undo)} takes it back`, 6000);
      else if (gone) say(`${gone} blocks deleted. ${spokenKeys(keys.undo)} takes it back`, 6000);
    };
    editor.on("transaction", follow);
    return () => void editor.off("transaction", follow);
  }, [editor, say]);
}
