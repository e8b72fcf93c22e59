import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { asOneStep, type PasteStep } from "@/components/desk/editor/paste/undo-paste";

/**
 * One replacing, wherever it reached: the origin of what it changes in fields. The body's history keeps all of it as one step, and the
 * history of each field that it touched knows of it, so that undo takes back the whole from either.
 */
export class Replacement {
  private step: PasteStep | null = null;

  /** Makes the changes as one step; `inBody` says whether the body took its part, else the fields are left alone. */
  static make(view: EditorView, doc: Y.Doc, fields: readonly string[], inBody: () => boolean, inFields: () => void): boolean {
    const whole = new Replacement();
    const history = (yUndoPluginKey.getState(view.state) as { undoManager: Y.UndoManager } | undefined)?.undoManager;
    history?.addToScope(fields.map((field) => doc.getText(field)));
    history?.addTrackedOrigin(Replacement);
    let done = false;
    whole.step = asOneStep(view, () => {
      done = inBody();
      if (done && fields.length > 0) doc.transact(inFields, whole);
    });
    return done;
  }

  /** Takes all of it back; false where that was done already. */
  takeBack(): boolean {
    if (!this.step || this.step.editsSince() === null) return false;
    this.step.undo();
    return true;
  }

  /** Makes a field's own history keep replacements apart from what is typed; returns what takes back the last of them where that came last. */
  static within(history: Y.UndoManager): () => boolean {
    history.addTrackedOrigin(Replacement);
    history.on("stack-item-added", ({ stackItem, origin }: { stackItem: { meta: Map<unknown, unknown> }; origin: unknown }) => {
      if (!(origin instanceof Replacement)) return;
      stackItem.meta.set(Replacement, origin);
      history.stopCapturing();
    });
    return () => {
      for (let last = history.undoStack.at(-1)?.meta.get(Replacement); last instanceof Replacement; last = history.undoStack.at(-1)?.meta.get(Replacement)) {
        history.undoStack.pop();
        if (last.takeBack()) return true;
      }
      return false;
    };
  }
}
