"use client";

import { type ComponentType, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { LibraryProps } from "@/components/desk/editor/library/library-dialog";
import { withLine } from "@/components/desk/editor/later";

/** The library of pictures, open from the moment that this is drawn; where its script cannot be had, that is said in its place. */
export function LateLibrary(props: LibraryProps) {
  const [library, setLibrary] = useState<{ Dialog: ComponentType<LibraryProps> } | "coming" | "lost">("coming");
  useEffect(() => {
    if (library !== "coming") return;
    withLine.pictureLibrary().then(
      (module) => setLibrary({ Dialog: module.LibraryDialog }),
      // The line is down: whoever opened it decides whether to try again.
      () => setLibrary("lost"),
    );
  }, [library]);
  if (library === "coming") return null;
  return library === "lost" ? <Lost tryAgain={() => setLibrary("coming")} close={props.close} /> : <library.Dialog {...props} />;
}

function Lost({ tryAgain, close }: { tryAgain: () => void; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const leave = () => {
    dialog.current?.close();
    close();
  };
  return (
    <dialog
      className="library lost"
      ref={dialog}
      aria-label="From the library"
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      // A key that is pressed in here is none of what it hangs in.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <p role="alert">The library cannot be reached just now.</p>
      <div className="acts">
        <button className="btn first" type="button" onClick={tryAgain}>
          Try again
        </button>
        <button className="btn plain" type="button" onClick={leave}>
          Close
        </button>
      </div>
    </dialog>
  );
}
