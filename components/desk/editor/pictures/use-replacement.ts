import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { chooseFiles } from "@/components/desk/editor/choose-files";
import { knownPicture } from "@/components/desk/editor/lead-picture/known-picture";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";
import { pictureReplaced } from "@/components/desk/editor/pictures/replace-picture";
import { createUploadQueue, type Upload } from "@/components/desk/editor/pictures/upload-queue";
import { pictureFiles } from "@/components/desk/editor/pictures/upload-words";
import { pictureTypes } from "@/lib/media/limits";

const queue = createUploadQueue();

/** Asks for another picture in a figure's place; `upload` while it comes. It goes on coming when nobody looks, and is put in where the figure stands by then. */
export function useReplacement(editor: Editor, { id, assetId }: { id: string; assetId: string }): { choose: () => void; upload: Upload | null } {
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

  return { choose, upload };
}
