"use client";

import { useId, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { PictureGrid } from "@/components/desk/editor/library/picture-grid";
import { type Shown, useLibrary } from "@/components/desk/editor/library/use-library";
import { longestQuestion } from "@/lib/search/question";
import type { LibraryPicture } from "@/lib/media/reads/library";

export type LibraryProps = {
  /** Several can be chosen and are taken together; else the first that is pressed is taken. */
  several?: boolean;
  take: (pictures: LibraryPicture[]) => void;
  /** Why these cannot be taken now, in a sentence; null where they can. Until then they stay chosen. */
  hindrance: (pictures: readonly LibraryPicture[]) => string | null;
  close: () => void;
};

/** The pictures that are here already: the newest, or those that have the words that are typed. Nothing changes before one is taken. */
export function LibraryDialog({ several = false, take, hindrance, close }: LibraryProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<readonly LibraryPicture[]>([]);
  const [focusOn, setFocusOn] = useState<number | null>(null);
  const [hindered, setHindered] = useState<{ why: string; times: number } | null>(null);
  const { pictures, state, older, showMore, tryAgain } = useLibrary(typed.trim());

  // The browser gives the focus back to what opened this when it closes: before anybody is told, who may want it elsewhere.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    field.current?.focus();
    return () => element?.close();
  }, []);

  const leave = () => {
    dialog.current?.close();
    close();
  };
  const isChosen = (picture: LibraryPicture) => chosen.some((one) => one.id === picture.id);
  const toggle = (picture: LibraryPicture) => setChosen(isChosen(picture) ? chosen.filter((one) => one.id !== picture.id) : [...chosen, picture]);
  const finish = (taken: readonly LibraryPicture[]) => {
    const why = hindrance(taken);
    setHindered((last) => why === null ? null : { why, times: (last?.times ?? 0) + 1 });
    if (why) {
      if (several) setChosen(taken);
      return;
    }
    leave();
    take([...taken]);
  };
  const takeWith = (picture: LibraryPicture) => finish(isChosen(picture) ? chosen : [...chosen, picture]);

  // Outside the panel: a window made narrow folds that away, and would leave an open dialog that nobody sees.
  return createPortal(
    <dialog
      className="library"
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      // A key that is pressed in here is none of what it hangs in.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header>
        <h2 id={`${id}-title`}>From the library</h2>
        <button className="btn plain" type="button" onClick={leave}>
          Close
        </button>
        <input
          ref={field}
          className="input"
          type="search"
          aria-label="Search the pictures"
          aria-describedby={`${id}-said`}
          placeholder="What it shows, its caption, whose it is"
          maxLength={longestQuestion}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setFocusOn(null);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "ArrowDown" || event.key === "Enter") {
              event.preventDefault();
              setFocusOn(0);
            }
            // The browser would only empty the field.
            if (event.key === "Escape") leave();
          }}
        />
      </header>
      <div className="shelf">
        {pictures.length > 0 && (
          <PictureGrid
            label="Pictures"
            describedBy={`${id}-hint`}
            pictures={pictures}
            chosen={several ? chosen : null}
            focusOn={state === "asking" ? null : focusOn}
            focused={() => setFocusOn(null)}
            press={several ? toggle : takeWith}
            take={takeWith}
            leaveUpwards={() => field.current?.focus()}
          />
        )}
        {state === "found" && pictures.length === 0 && <p className="none">{typed.trim() === "" ? "There are no pictures here yet. What is uploaded to a story can be found here afterwards." : "No picture has these words. They are looked for in alt text, caption, credit and the name of who made it."}</p>}
        {state === "lost" && (
          <p className="notice bad" role="alert">
            The pictures cannot be had just now.{" "}
            <button
              className="btn"
              type="button"
              onClick={() => {
                tryAgain();
                // The button goes while it is tried.
                field.current?.focus();
              }}
            >
              Try again
            </button>
          </p>
        )}
        {state !== "lost" && older && pictures.length > 0 && (
          <button
            className="btn"
            type="button"
            aria-disabled={state === "asking"}
            onClick={() => {
              if (state === "asking") return;
              setFocusOn(pictures.length);
              showMore();
            }}
          >
            Show more
          </button>
        )}
      </div>
      {hindered && (
        // Made anew each time, so that it is heard each time.
        <p className="notice bad" role="alert" key={hindered.times}>
          {hindered.why}
        </p>
      )}
      <footer>
        <p className="faint" role="status" id={`${id}-said`}>
          {said({ pictures, state, older })}
        </p>
        <p className="faint hint" id={`${id}-hint`}>
          {several ? "Press, or Space: choose several. Enter: put in." : "Press, or Enter: use it."}
        </p>
        {several && (
          <button className="btn first" type="button" aria-disabled={chosen.length === 0} onClick={() => chosen.length > 0 && finish(chosen)}>
            {chosen.length === 0 ? "Put in" : chosen.length === 1 ? "Put in 1 picture" : `Put in ${chosen.length} pictures`}
          </button>
        )}
      </footer>
    </dialog>,
    document.body,
  );
}

/** How many there are, for whoever does not see the grid. */
function said({ pictures, state, older }: Shown): string {
  if (state === "asking") return "Looking…";
  if (state === "lost") return "";
  const number = pictures.length === 1 ? "1 picture" : `${pictures.length} pictures`;
  return pictures.length === 0 ? "No picture." : older ? `${number}, and there are more.` : `${number}.`;
}
