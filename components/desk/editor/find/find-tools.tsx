"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import type { BodyDoor } from "@/components/desk/editor/body-tools";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { FindBar } from "@/components/desk/editor/find/find-bar";
import { type Begin, beginInText, whereToBegin } from "@/components/desk/editor/find/where-to-begin";
import type { Stretch } from "@/components/desk/editor/blocks/place-within";
import { isPressed, keys } from "@/components/desk/editor/menus/shortcuts";
import type { CheckPlace } from "@/lib/articles/checks";

type Props = { editor: Editor; connection: StoryConnection; door: BodyDoor; /** Brings a field's panel up where that lies beside the text. */ reveal: (place: CheckPlace) => void; jump: (place: CheckPlace, stretch: Stretch) => void };

/** Find, and with Alt also replace, under the toolbar: it lies over the text and moves nothing of it. */
export function FindTools({ editor, connection, door, reveal, jump }: Props) {
  const [finding, setFinding] = useState<{ replacing: boolean; begin: Begin } | null>(null);

  // Ours while one is in the story; pressed once more in our own bar, the browser's.
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const replaces = isPressed(event, keys.replace);
      if (!replaces && !isPressed(event, keys.find)) return;
      const begin = whereToBegin(editor);
      if (!begin) return;
      event.preventDefault();
      setFinding({ replacing: replaces, begin });
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [editor]);
  useEffect(() => {
    door.openFind = () => setFinding({ replacing: true, begin: whereToBegin(editor) ?? beginInText(editor) });
  }, [editor, door]);

  return (
    <div className="find-place">
      {finding && <FindBar editor={editor} doc={connection.doc} replacing={finding.replacing} begin={finding.begin} reveal={reveal} jump={jump} close={() => setFinding(null)} />}
    </div>
  );
}
