import { Extension } from "@tiptap/core";
import { type MarkDoor, type MarkName, markTools, putMark } from "@/components/desk/editor/menus/put-mark";

/** Whose words are asked for first: the bar opens their forms, and hears their keys itself. */
const asked: readonly MarkName[] = ["link", "lang"];

/** The keys of marks. Always taken: the marks bring keys of their own, which say nothing where a mark cannot be. Tab is left alone: it leaves the text, from lists and tables after Escape. */
export const editorKeys = (door: MarkDoor) =>
  Extension.create({
    name: "editorKeys",
    addKeyboardShortcuts() {
      const own = (Object.keys(markTools) as MarkName[]).filter((name) => !asked.includes(name));
      const press = (name: MarkName) => () => {
        putMark(this.editor, door, name);
        return true;
      };
      return Object.fromEntries(own.map((name) => [markTools[name].keys, press(name)]));
    },
  });
