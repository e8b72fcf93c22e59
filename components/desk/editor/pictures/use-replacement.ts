import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { chooseFiles } from "@/components/desk/editor/choose-files";
import { knownPicture } from "@/components/desk/editor/lead-picture/known-picture";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";
import { pictureReplaced } from "@/components/desk/editor/pictures/replace-picture";
import type { Uploaded } from "@/components/desk/editor/api";
import { pictureQueue, untilHere } from "@/components/desk/editor/pictures/picture-queue";
import type { Upload } from "@/components/desk/editor/pictures/upload-queue";
import { pictureFiles } from "@/components/desk/editor/pictures/upload-words";
import { pictureTypes } from "@/lib/media/limits";

/** Shows another picture in a figure's place, wherever that is by now; undo takes it back in one step. */
export async function replaceFigure(editor: Editor, { id, assetId }: { id: string; assetId: string }, picture: Pick<Uploaded, "id" | "alt" | "caption">): Promise<void> {
  const before = await knownPicture(assetId);
  const change = editor.isDestroyed ? null : pictureReplaced(editor.state, id, picture, before?.alt ?? null);
  if (change) asOneStep(editor.view, () => editor.view.dispatch(change));
}

/** Asks for another picture in a figure's place; `upload` while it comes. It goes on coming when nobody looks, and is put in where the figure stands by then. */
export function useReplacement(editor: Editor, { id, assetId }: { id: string; assetId: string }): { choose: () => void; upload: Upload | null } {
  const [upload, setUpload] = useState<Upload | null>(null);

  useEffect(() => upload?.subscribe(({ kind }) => (kind === "ready" || kind === "cancelled") && setUpload(null)), [upload]);

  const choose = () =>
    chooseFiles({ accept: pictureTypes.join(",") }, (files) => {
      upload?.cancel();
      const [coming] = pictureQueue.add(pictureFiles(files).slice(0, 1));
      if (!coming) return;
      setUpload(coming);
      coming.subscribe(async (state) => {
        if (state.kind !== "ready") return;
        await untilHere(replaceFigure(editor, { id, assetId }, state.picture));
      });
    });

  return { choose, upload };
}
