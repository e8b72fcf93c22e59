"use client";

import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { LibraryProps } from "@/components/desk/editor/library/library-dialog";
import { withLine } from "@/components/desk/editor/with-line";

/** The library of pictures, open from the moment that this is drawn; until its script is there, and where that cannot be had, that is said in its place. */
export function LateLibrary(props: LibraryProps) {
  const [library, setLibrary] = useState<{ Dialog: ComponentType<LibraryProps> } | "coming" | "lost">("coming");
  useEffect(() => {
    if (library !== "coming") return;
    let ended = false;
    withLine.pictureLibrary().then(
      (module) => !ended && setLibrary({ Dialog: module.LibraryDialog }),
      // The line is down: whoever opened it decides whether to try again.
      () => !ended && setLibrary("lost"),
    );
    return () => {
      ended = true;
    };
  }, [library]);
  if (typeof library === "object") return <library.Dialog {...props} />;
  return (
    <Waiting close={props.close}>
      {library === "coming" ? (
        <p className="quiet" role="status">
          Opening the library…
        </p>
      ) : (
        <>
          <p role="alert">The library cannot be reached just now.</p>
          <button className="btn first" type="button" onClick={() => setLibrary("coming")}>
            Try again
          </button>
        </>
      )}
    </Waiting>
  );
}

function Waiting({ close, children }: { close: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const closer = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  // Also when what was pressed goes while it is tried.
  useLayoutEffect(() => {
    if (!dialog.current?.contains(document.activeElement)) closer.current?.focus();
  });
  const leave = () => {
    dialog.current?.close();
    close();
  };
  return createPortal(
    <dialog
      className="library waiting"
      ref={dialog}
      aria-label="From the library"
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      // A key that is pressed in here is none of what it hangs in.
      onKeyDown={(event) => event.stopPropagation()}
    >
      {children}
      <button className="btn plain" type="button" ref={closer} onClick={leave}>
        Close
      </button>
    </dialog>,
    document.body,
  );
}
