"use client";

import type { Editor } from "@tiptap/core";
import type { ComponentProps } from "react";
import { later } from "@/components/desk/editor/later";
import { useEditorPart } from "@/components/desk/editor/menus/editor-state";
import type { SelectionMenu } from "@/components/desk/editor/menus/selection-menu";
import { useLate } from "@/components/desk/editor/use-late";

const hasChosen = (editor: Editor): boolean => !editor.state.selection.empty;

/** The menu over chosen words: it comes while the browser rests, or with the first words that are chosen. All of it has a key and stands in the toolbar, too. */
export function LateSelectionMenu(props: ComponentProps<typeof SelectionMenu>) {
  const { late } = useLate(later.selectionMenu, useEditorPart(props.editor, hasChosen));
  return typeof late === "object" ? <late.module.SelectionMenu {...props} /> : null;
}
