import type { Editor } from "@tiptap/core";
import { isWithSettings } from "@/components/desk/editor/blocks/has-settings";
import { withSettings } from "@/components/desk/editor/blocks/write-settings";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { useLate } from "@/components/desk/editor/use-late";

// No part of the list of what comes while the browser rests: it is asked for with the first block that needs it.
const load = () => import("@/components/desk/editor/blocks/block-tools");

/** The tools of blocks with settings, as far as they are here; null where the story has no such block. */
export function useBlockTools(editor: Editor) {
  const any = useEditorPart(editor, ({ state }) => withSettings(state, isWithSettings).length > 0);
  const { late, again } = useLate(load, any);
  return any ? { late, again } : null;
}
