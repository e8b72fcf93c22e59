"use client";

import type { Editor } from "@tiptap/core";
import { useRef } from "react";
import { Coming } from "@/components/desk/editor/pictures/coming";
import { useReplacement } from "@/components/desk/editor/pictures/use-replacement";

/** Another picture in this figure's place, among its settings. */
export function ReplaceField({ editor, id, assetId }: { editor: Editor; id: string; assetId: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const { choose, upload } = useReplacement(editor, { id, assetId });
  return (
    <div className="field">
      <div className="acts">
        <button className="btn" type="button" ref={button} onClick={choose}>
          Use another picture
        </button>
      </div>
      {upload && (
        <Coming
          key={upload.id}
          upload={upload}
          cancel={() => {
            upload.cancel();
            button.current?.focus();
          }}
        />
      )}
    </div>
  );
}
