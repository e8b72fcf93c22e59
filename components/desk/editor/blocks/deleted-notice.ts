import type { Editor, EditorEvents } from "@tiptap/core";
import { useEffect } from "react";
import { deletedBlock } from "@/components/desk/editor/blocks/block-moves";
import { nameOfBlock } from "@/components/desk/editor/blocks/block-names";
import { keys, spokenKeys } from "@/components/desk/editor/menus/shortcuts";

/** Says of a block that was deleted whole that it is gone, and how it comes back: whoever does not see the text would not notice. */
export function useDeletedNotice(editor: Editor | null, say: (words: string, milliseconds: number) => void): void {
  useEffect(() => {
    if (!editor) return;
    const follow = ({ transaction }: EditorEvents["transaction"]) => {
      const name: unknown = transaction.getMeta(deletedBlock);
      if (typeof name === "string") say(`${nameOfBlock(name)} deleted. ${spokenKeys(keys.undo)} takes it back`, 6000);
    };
    editor.on("transaction", follow);
    return () => void editor.off("transaction", follow);
  }, [editor, say]);
}
