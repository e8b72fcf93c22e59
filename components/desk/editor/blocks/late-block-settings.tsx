"use client";

import { type ComponentProps, lazy, Suspense } from "react";
import { isWithSettings } from "@/components/desk/editor/blocks/has-settings";
import { withSettings } from "@/components/desk/editor/blocks/write-settings";
import { later } from "@/components/desk/editor/later";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";

const BlockSettings = lazy(() => later.blockSettings().then((module) => ({ default: module.BlockSettings })));

/** The settings of the block at the caret; their script is not asked for before a block has any. */
export function LateBlockSettings(props: ComponentProps<typeof BlockSettings>) {
  const any = useEditorPart(props.editor, ({ state }) => withSettings(state, isWithSettings).length > 0);
  return any ? (
    <Suspense>
      <BlockSettings {...props} />
    </Suspense>
  ) : null;
}
