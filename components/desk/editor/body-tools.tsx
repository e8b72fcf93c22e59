"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { BlockGutter, type OpenMenu } from "@/components/desk/editor/blocks/block-gutter";
import type { BlockFindings } from "@/components/desk/editor/checks/block-findings";
import { FindingMarks } from "@/components/desk/editor/checks/finding-marks";
import type { BlockDoor } from "@/components/desk/editor/blocks/block-keys";
import { LateLibrary } from "@/components/desk/editor/library/late-library";
import { putInPictures, whyNotPutIn } from "@/components/desk/editor/library/put-in-pictures";
import { BeneathCaret } from "@/components/desk/editor/menus/beneath-caret";
import { InsertForm } from "@/components/desk/editor/menus/insert-forms";
import type { Asking } from "@/components/desk/editor/menus/insertable";
import { LatePictureMenu } from "@/components/desk/editor/menus/late-picture-menu";
import { SelectionMenu } from "@/components/desk/editor/menus/selection-menu";
import { type SlashDoor, SlashMenu } from "@/components/desk/editor/menus/slash-menu";
import { useLate } from "@/components/desk/editor/use-late";

// Seldom wanted: it comes when it is.
const loadSheet = () => import("@/components/desk/editor/menus/shortcut-sheet");

/** Where the editor's own keys reach what React draws around it. */
export type BodyDoor = BlockDoor & SlashDoor & { openSheet: () => void; correct: () => void; note: (suggests?: boolean) => void; openLink: () => void; openLanguage: () => void; openFind: () => void };

export const closedDoor = (): BodyDoor => ({ keys: () => false, ask: () => undefined, say: () => undefined, whyNoCorrection: () => null, correct: () => undefined, note: () => undefined, openMenu: () => undefined, openSheet: () => undefined, openSettings: () => undefined, describe: () => undefined, openLink: () => undefined, openLanguage: () => undefined, openFind: () => undefined });

type Props = { editor: Editor; /** Nothing can be changed: what was chosen in the library is kept, all else is put away. */ disabled: boolean; door: BodyDoor; story: string; timeZone: string; findings: readonly BlockFindings[]; showCheck: (id: string) => void };

/** Everything that stands at the text, opens over it or above it. */
export function BodyTools({ editor, disabled, door, story, timeZone, findings, showCheck }: Props) {
  const [asking, setAsking] = useState<Exclude<Asking, "correction" | "note" | "suggestion"> | null>(null);
  const [menu, setMenu] = useState<OpenMenu>(null);
  const [sheetOpen, setSheetOpen] = useState(false);
  const { late: sheet } = useLate(loadSheet, sheetOpen);
  useEffect(() => {
    if (!sheetOpen || sheet !== "lost") return;
    setSheetOpen(false);
    door.say("The list of keys cannot be reached without the line.");
  }, [door, sheetOpen, sheet]);

  useEffect(() => {
    door.ask = (what) => (what === "correction" ? door.correct() : what === "note" || what === "suggestion" ? door.note(what === "suggestion") : setAsking(what));
    door.openMenu = () => setMenu("caret");
    door.openSheet = () => setSheetOpen(true);
  }, [door]);

  const library = asking === "library" && (
    <LateLibrary
      several
      hindrance={(pictures) => whyNotPutIn(editor.state, editor.isEditable, pictures)}
      take={(pictures) => {
        const bare = putInPictures(editor, pictures);
        if (bare) door.describe(bare);
      }}
      close={() => {
        setAsking(null);
        editor.view.focus();
      }}
    />
  );
  return (
    <>
      {library}
      {!disabled && (
        <>
          {asking && asking !== "library" && (
            <BeneathCaret editor={editor}>
              <InsertForm editor={editor} what={asking} story={story} timeZone={timeZone} close={() => setAsking(null)} />
            </BeneathCaret>
          )}
          <SlashMenu editor={editor} door={door} />
          <SelectionMenu editor={editor} door={door} />
          <LatePictureMenu editor={editor} describe={(id) => door.describe(id)} openSettings={() => door.openSettings()} />
          <BlockGutter editor={editor} menu={menu} setMenu={setMenu} openSettings={() => door.openSettings()} findings={findings} showCheck={showCheck} say={(words) => door.say(words)} />
          <FindingMarks editor={editor} findings={findings} show={showCheck} />
        </>
      )}
      {sheetOpen && typeof sheet === "object" && (
        <sheet.module.ShortcutSheet
          close={() => {
            setSheetOpen(false);
            // The dialog has given the focus back to where it was opened; the text gets its caret back, too.
            if (document.activeElement === editor.view.dom) editor.view.focus();
          }}
        />
      )}
    </>
  );
}
