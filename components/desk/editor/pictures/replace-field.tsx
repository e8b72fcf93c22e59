"use client";

import type { Editor } from "@tiptap/core";
import { useRef, useState } from "react";
import { LateLibrary } from "@/components/desk/editor/library/late-library";
import { storyIsClosed } from "@/components/desk/editor/library/put-in-pictures";
import { Coming } from "@/components/desk/editor/pictures/coming";
import { replaceFigure, useReplacement } from "@/components/desk/editor/pictures/use-replacement";

/** Another picture in this figure's place, among its settings. */
export function ReplaceField({ editor, id, assetId }: { editor: Editor; id: string; assetId: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [isChoosing, setChoosing] = useState(false);
  const { choose, upload } = useReplacement(editor, { id, assetId });
  return (
    <div className="field">
      <div className="acts">
        <button className="btn" type="button" ref={button} onClick={choose}>
          Use another picture
        </button>
        <button className="btn" type="button" aria-haspopup="dialog" onClick={() => setChoosing(true)}>
          Use one from the library
        </button>
      </div>
      {isChoosing && <LateLibrary hindrance={() => (editor.isEditable ? null : storyIsClosed)} take={([picture]) => picture && void replaceFigure(editor, { id, assetId }, picture)} close={() => setChoosing(false)} />}
      {upload && <Coming key={upload.id} upload={upload} back={button} />}
    </div>
  );
}
