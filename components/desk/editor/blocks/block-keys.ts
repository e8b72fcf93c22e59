import { Extension } from "@tiptap/core";
import { NodeSelection } from "@tiptap/pm/state";
import { blocksHere, deleteBlocks, deleteChosen, duplicateBlocks } from "@/components/desk/editor/blocks/block-moves";
import { moveHere } from "@/components/desk/editor/blocks/move-here";
import { hasSettings } from "@/components/desk/editor/blocks/has-settings";
import { insertables } from "@/components/desk/editor/menus/insertable";
import { boundAs, keys } from "@/components/desk/editor/menus/shortcuts";
import { type InsertDoor, putIn } from "@/components/desk/editor/menus/put-in";

/** What the editor asks the page to open. */
export type BlockDoor = InsertDoor & { openMenu: () => void; openSettings: () => void; describe: (blockId: string) => void };

/** The keys of whole blocks; every one has a button too. */
export const blockKeys = (door: Omit<BlockDoor, "describe">) =>
  Extension.create({
    name: "blockKeys",
    addKeyboardShortcuts() {
      const { editor } = this;
      const opened = (open: () => void) => () => {
        open();
        return true;
      };
      // Always taken: lists and headings bring keys of their own, which know less.
      const inserts = insertables.flatMap((one) => (one.keys && !one.keyIsBrowsers ? boundAs(one.keys).map((name) => [name, opened(() => putIn(editor, door, one.id))]) : []));
      return {
        ...Object.fromEntries(inserts),
        [keys.moveUp]: opened(() => moveHere(editor, (words) => door.say(words), -1)),
        [keys.moveDown]: opened(() => moveHere(editor, (words) => door.say(words), 1)),
        [keys.duplicate]: () => duplicateBlocks(editor, blocksHere(editor.state)),
        [keys.remove]: () => deleteBlocks(editor, blocksHere(editor.state)),
        Delete: () => deleteChosen(editor),
        Backspace: () => deleteChosen(editor),
        // A block that is chosen whole has no text that Enter could part.
        Enter: () => editor.state.selection instanceof NodeSelection && hasSettings(editor.state.selection.node) && opened(() => door.openSettings())(),
        [keys.blockMenu]: opened(() => door.openMenu()),
      };
    },
  });
