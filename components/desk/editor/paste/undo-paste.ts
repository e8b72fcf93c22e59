import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";

export type PasteStep = {
  /** Takes back exactly this change, also when others were made after it. */
  undo(): void;
  /** How many edits of one's own came after it; null once it has been taken back. */
  editsSince(): number | null;
};

/** Makes a change that can be taken back by itself: it is one step of one's own history, with nothing before or after joined to it. */
export function asOneStep(view: EditorView, change: () => void): PasteStep {
  const manager = (yUndoPluginKey.getState(view.state) as { undoManager: UndoManager } | undefined)?.undoManager;
  manager?.stopCapturing();
  change();
  manager?.stopCapturing();
  const step = manager?.undoStack.at(-1);
  const placeOf = () => (manager && step ? manager.undoStack.indexOf(step) : -1);
  return {
    undo() {
      const place = placeOf();
      if (!manager || place === -1) return;
      // Steps of a shared document are independent of one another: this one is moved to the end and taken back there.
      manager.undoStack.push(...manager.undoStack.splice(place, 1));
      manager.undo();
    },
    editsSince() {
      const place = placeOf();
      return manager && place !== -1 ? manager.undoStack.length - 1 - place : null;
    },
  };
}
