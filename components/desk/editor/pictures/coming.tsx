"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { Upload } from "@/components/desk/editor/pictures/upload-queue";
import { UploadTeller } from "@/components/desk/editor/pictures/upload-teller";
import { uploadInWords } from "@/components/desk/editor/pictures/upload-words";

/** How far the new picture is, and how to end it or try again. */
export function Coming({ upload, cancel }: { upload: Upload; cancel: () => void }) {
  const state = useSyncExternalStore(
    (changed) => upload.subscribe(changed),
    () => upload.state,
  );
  const failed = state.kind === "failed";
  const [teller] = useState(() => new UploadTeller(upload.file.name));
  const [aloud, setAloud] = useState("");
  useEffect(() => {
    const words = teller.hear(state, performance.now());
    if (words && state.kind === "sending") setAloud(words);
  }, [teller, state]);
  return (
    <div className="incoming">
      <p className="hidden" role="status">
        {aloud}
      </p>
      <p role={failed ? "alert" : undefined} className={failed ? "problem" : "quiet"}>
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
