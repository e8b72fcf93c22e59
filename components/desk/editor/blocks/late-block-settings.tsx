"use client";

import type { ComponentProps } from "react";
import type { BlockSettings } from "@/components/desk/editor/blocks/block-settings";
import { useBlockTools } from "@/components/desk/editor/blocks/use-block-tools";

/** The settings of the block at the caret; their script is asked for with the first block that has any. */
export function LateBlockSettings(props: ComponentProps<typeof BlockSettings>) {
  const tools = useBlockTools(props.editor);
  if (!tools || tools.late === "coming") return null;
  if (tools.late !== "lost") return <tools.late.module.BlockSettings {...props} />;
  return (
    <section className="pane block-settings" aria-label="Settings">
      <p role="alert">The settings of this block cannot be reached without the line. Its words can be written all the same.</p>
      <button className="btn" type="button" onClick={tools.again}>
        Try again
      </button>
    </section>
  );
}
