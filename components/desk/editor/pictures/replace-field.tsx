"use client";

import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { chooseFiles } from "@/components/desk/editor/choose-files";
import { knownPicture } from "@/components/desk/editor/lead-picture/known-picture";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";
import { Coming } from "@/components/desk/editor/pictures/coming";
import { pictureReplaced } from "@/components/desk/editor/pictures/replace-picture";
import { createUploadQueue, type Upload } from "@/components/desk/editor/pictures/upload-queue";
import { pictureFiles } from "@/components/desk/editor/pictures/upload-words";
import { pictureTypes } from "@/lib/media/limits";

const queue = createUploadQueue();

/** Another picture in this figure's place. It goes on coming when its settings are left, and is put in where the figure stands by then. */
export function ReplaceField({ editor, id, assetId }: { editor: Editor; id: string; assetId: string }) {
  const button = useRef<HTMLButtonElement>(null);
  const [upload, setUpload] = useState<Upload | null>(null);

  useEffect(() => upload?.subscribe(({ kind }) => (kind === "ready" || kind === "cancelled") && setUpload(null)), [upload]);

  const choose = () =>
    chooseFiles({ accept: pictureTypes.join(",") }, (files) => {
      upload?.cancel();
      const [coming] = queue.add(pictureFiles(files).slice(0, 1));
      if (!coming) return;
      setUpload(coming);
      coming.subscribe(async (state) => {
        if (state.kind !== "ready") return;
        const before = await knownPicture(assetId);
        const change = editor.isDestroyed ? null : pictureReplaced(editor.state, id, state.picture, before?.alt ?? null);
        if (change) asOneStep(editor.view, () => editor.view.dispatch(change));
      });
    });

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
