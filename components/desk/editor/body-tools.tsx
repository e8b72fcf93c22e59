"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { BlockGutter, type OpenMenu } from "@/components/desk/editor/blocks/block-gutter";
import type { BlockDoor } from "@/components/desk/editor/blocks/block-keys";
import { FindBar } from "@/components/desk/editor/find/find-bar";
import { InsertForm } from "@/components/desk/editor/menus/insert-forms";
import type { Asking } from "@/components/desk/editor/menus/insertable";
import { SelectionMenu } from "@/components/desk/editor/menus/selection-menu";
import { ShortcutSheet } from "@/components/desk/editor/menus/shortcut-sheet";
import { type SlashDoor, SlashMenu } from "@/components/desk/editor/menus/slash-menu";

/** Where the editor's own keys reach what React draws around it. */
export type BodyDoor = BlockDoor & SlashDoor & { openLink: () => void; openLanguage: () => void };

export const closedDoor = (): BodyDoor => ({ keys: () => false, openMenu: () => undefined, openSheet: () => undefined, openSettings: () => undefined, openLink: () => undefined, openLanguage: () => undefined });

type Finding = "find" | "replace" | null;

/** Everything that opens over the text or above it. */
export function BodyTools({ editor, door, story, timeZone }: { editor: Editor; door: BodyDoor; story: string; timeZone: string }) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [menu, setMenu] = useState<OpenMenu>(null);
  const [sheetOpen, setSheetOpen] = useState(false);
  const [finding, setFinding] = useState<Finding>(null);

  useEffect(() => {
    door.openMenu = () => setMenu("caret");
    door.openSheet = () => setSheetOpen(true);
  }, [door]);

  // Ours while the text has the focus; pressed once more in our own bar, the browser's.
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== "f" || !editor.view.dom.contains(document.activeElement)) return;
      event.preventDefault();
      setFinding(event.altKey ? "replace" : "find");
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [editor]);

  return (
    <>
      {finding && <FindBar key={finding} editor={editor} replacing={finding === "replace"} close={() => setFinding(null)} />}
      {asking && <InsertForm editor={editor} what={asking} story={story} timeZone={timeZone} close={() => setAsking(null)} />}
      <SlashMenu editor={editor} door={door} ask={setAsking} />
      <SelectionMenu editor={editor} openLink={() => door.openLink()} openLanguage={() => door.openLanguage()} />
      <BlockGutter editor={editor} menu={menu} setMenu={setMenu} openSettings={() => door.openSettings()} />
      {sheetOpen && (
        <ShortcutSheet
          close={() => {
            setSheetOpen(false);
            editor.view.focus();
          }}
        />
      )}
    </>
  );
}
