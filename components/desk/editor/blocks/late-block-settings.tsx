"use client";

import type { ComponentProps } from "react";
import type { BlockSettings } from "@/components/desk/editor/blocks/block-settings";
import { isWithSettings } from "@/components/desk/editor/blocks/has-settings";
import { withSettings } from "@/components/desk/editor/blocks/write-settings";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import { useLate } from "@/components/desk/editor/use-late";

// No part of the list of what comes while the browser rests: most stories have few such blocks, and it is heavy.
const load = () => import("@/components/desk/editor/blocks/block-settings");

/** The settings of the block at the caret; their script is asked for with the first block that has any. */
export function LateBlockSettings(props: ComponentProps<typeof BlockSettings>) {
  const any = useEditorPart(props.editor, ({ state }) => withSettings(state, isWithSettings).length > 0);
  const { late, again } = useLate(load, any);
  if (!any || late === "coming") return null;
  if (late !== "lost") return <late.module.BlockSettings {...props} />;
  return (
    <section className="pane block-settings" aria-label="Settings">
      <p role="alert">The settings of this block cannot be reached without the line. Its words can be written all the same.</p>
      <button className="btn" type="button" onClick={again}>
        Try again
      </button>
    </section>
  );
}
