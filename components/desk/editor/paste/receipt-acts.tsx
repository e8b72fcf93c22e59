import type { Editor } from "@tiptap/core";
import { Icon } from "@/components/desk/icon";

/** Tries what failed of a paste once more, from the text. */
export function TryAgain({ editor, again }: { editor: Editor; again: () => void }) {
  return (
    <button
      className="btn"
      type="button"
      onClick={() => {
        editor.view.focus();
        again();
      }}
    >
      Try again
    </button>
  );
}

export function Dismiss({ dismiss }: { dismiss: () => void }) {
  return (
    <button className="btn plain" type="button" onClick={dismiss}>
      <Icon name="remove" />
      Dismiss
    </button>
  );
}
