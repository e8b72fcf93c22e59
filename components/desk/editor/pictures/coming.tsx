"use client";

import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useFocusBack } from "@/components/desk/editor/focus-back";
import type { Upload } from "@/components/desk/editor/pictures/upload-queue";
import { UploadTeller } from "@/components/desk/editor/pictures/upload-teller";
import { uploadInWords } from "@/components/desk/editor/pictures/upload-words";

/** How far the new picture is, and how to end it or try again. Once that is over the focus, where it was here, is `back` on what began it. */
export function Coming({ upload, back }: { upload: Upload; back: RefObject<HTMLElement | null> }) {
  const box = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLButtonElement>(null);
  useFocusBack(box, () => back.current);
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
    <div className="incoming" ref={box}>
      <p className="hidden" role="status">
        {aloud}
      </p>
      <p role={failed ? "alert" : undefined} className={failed ? "problem" : "quiet"}>
        {uploadInWords(state, upload.file.name)}
      </p>
      {!failed && <progress value={state.kind === "sending" ? state.share : state.kind === "waiting" ? 0 : 1} max={1} aria-label="Upload" />}
      {failed && !state.final && (
        <button
          className="btn"
          type="button"
          onClick={() => {
            end.current?.focus();
            upload.retry();
          }}
        >
          Try again
        </button>
      )}
      <button className="btn plain" type="button" ref={end} onClick={() => upload.cancel()}>
        {failed ? "Leave it" : "Cancel upload"}
      </button>
    </div>
  );
}
