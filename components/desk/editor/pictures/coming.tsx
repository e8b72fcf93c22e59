"use client";

import { useSyncExternalStore } from "react";
import type { Upload } from "@/components/desk/editor/pictures/upload-queue";
import { uploadInWords } from "@/components/desk/editor/pictures/upload-words";

/** How far the new picture is, and how to end it or try again. */
export function Coming({ upload, cancel }: { upload: Upload; cancel: () => void }) {
  const state = useSyncExternalStore(
    (changed) => upload.subscribe(changed),
    () => upload.state,
  );
  const failed = state.kind === "failed";
  return (
    <div className="incoming">
      <p role={failed ? "alert" : "status"} className={failed ? "problem" : "quiet"}>
        {uploadInWords(state, upload.file.name)}
      </p>
      {!failed && <progress value={state.kind === "sending" ? state.share : state.kind === "waiting" ? 0 : 1} max={1} aria-label="Upload" />}
      {failed && (
        <button className="btn" type="button" onClick={() => upload.retry()}>
          Try again
        </button>
      )}
      <button className="btn plain" type="button" onClick={cancel}>
        {failed ? "Leave it" : "Cancel upload"}
      </button>
    </div>
  );
}
