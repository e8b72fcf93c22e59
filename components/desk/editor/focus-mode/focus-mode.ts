import type { Editor } from "@tiptap/core";
import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { markCaretBlock } from "@/components/desk/editor/focus-mode/caret-block";
import { isEscapeOfOther, isFocusKey } from "@/components/desk/editor/focus-mode/focus-keys";

/** The session's storage is this tab's own: another tab, and tomorrow, begin with everything in sight. */
const key = "standfirst.focus";

function kept(): { on: boolean; dims: boolean } {
  const words = sessionStorage.getItem(key)?.split(" ") ?? [];
  return { on: words.includes("on"), dims: words.includes("dims") };
}

/**
 * Whether nothing but the text is shown, and whether all but the block at the caret is dimmed, as it was left in this tab. Its key goes
 * in and out, Escape out. `entering` closes what would lie over the text.
 */
export function useFocusMode(editor: Editor | null, entering: () => void) {
  const [{ on, dims }, change] = useState(kept);

  const turn = useCallback(
    (to: boolean) => {
      flushSync(() => {
        if (to) entering();
        change((before) => ({ ...before, on: to }));
      });
      // Where one was may be hidden now, and the button that was pressed is.
      if (!document.activeElement?.closest(".sheet") || !document.activeElement.checkVisibility()) editor?.view.focus();
    },
    [editor, entering],
  );

  useEffect(() => {
    sessionStorage.setItem(key, [on && "on", dims && "dims"].filter(Boolean).join(" "));
    if (editor) markCaretBlock(editor, on && dims);
  }, [editor, on, dims]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const leaves = on && event.key === "Escape" && !isEscapeOfOther(event);
      if (!isFocusKey(event) && !leaves) return;
      event.preventDefault();
      turn(!on);
    };
    // Before the text gets it: the text takes every Escape for its own, whether or not it does anything with it.
    addEventListener("keydown", press, true);
    return () => removeEventListener("keydown", press, true);
  }, [on, turn]);

  const enter = useCallback(() => turn(true), [turn]);
  const leave = useCallback(() => turn(false), [turn]);
  const dim = useCallback((to: boolean) => change((before) => ({ ...before, dims: to })), []);
  return { on, dims, enter, leave, dim };
}
