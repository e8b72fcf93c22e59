"use client";

import type { Editor } from "@tiptap/core";
import type { ComponentProps } from "react";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import type { SelectionMenu } from "@/components/desk/editor/menus/selection-menu";
import { useLate } from "@/components/desk/editor/use-late";

// It comes with the first words that are chosen.
const loadMenu = () => import("@/components/desk/editor/menus/selection-menu");

const hasChosen = (editor: Editor): boolean => !editor.state.selection.empty;

/** The menu over chosen words. All of it has a key and stands in the toolbar, too, where it cannot be reached without the line. */
export function LateSelectionMenu(props: ComponentProps<typeof SelectionMenu>) {
  const { late } = useLate(loadMenu, useEditorPart(props.editor, hasChosen));
  return typeof late === "object" ? <late.module.SelectionMenu {...props} /> : null;
}
