"use client";

import { useCallback, useEffect, useRef, useState } from "react";

const changesShown = () => [...document.querySelectorAll<HTMLElement>("[data-change]")];

/** From change to change: by its buttons, by J and K from one of them; says which of how many. */
export function ChangeKeys({ count }: { count: number }) {
  const [at, setAt] = useState(-1);
  const known = useRef(count);
  const go = useCallback((by: 1 | -1) => {
    const all = changesShown();
    const focused = all.findIndex((one) => one.contains(document.activeElement));
    setAt((before) => {
      const next = Math.max(0, Math.min(all.length - 1, (focused >= 0 ? focused : before) + by));
      show(all[next]);
      return all.length > 0 ? next : -1;
    });
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = stepOf(event);
      if (step !== 0) go(step);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [go]);
  useEffect(() => {
    // A change that was brought back is none any more, and its button, which had the focus, is gone with it.
    if (count < known.current && (document.activeElement === document.body || document.activeElement === null)) show(changesShown()[Math.max(0, Math.min(at, count - 1))]);
    known.current = count;
  }, [count, at]);
  return (
    <span className="change-keys">
      <span className="quiet" role="status">
        {at < 0 || at >= count ? `${count} ${count === 1 ? "change" : "changes"}` : `Change ${at + 1} of ${count}`}
      </span>
      {count > 0 && (
        <>
          <button className="btn" type="button" onClick={() => go(-1)} aria-keyshortcuts="K">
            <span className="hidden">Previous change</span>
            <span aria-hidden="true">
              ↑<span className="key"> K</span>
            </span>
          </button>
          <button className="btn" type="button" onClick={() => go(1)} aria-keyshortcuts="J">
            <span className="hidden">Next change</span>
            <span aria-hidden="true">
              ↓<span className="key"> J</span>
            </span>
          </button>
        </>
      )}
    </span>
  );
}

/** Only from within the changes, so that no single letter does anything to who speaks to the page: whether a press leads to the next change, the one before (-1) or nowhere (0). */
export function stepOf(event: Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "altKey" | "target">): 1 | -1 | 0 {
  const target = event.target as HTMLElement;
  if (event.metaKey || event.ctrlKey || event.altKey || !target.closest(".changes") || target.closest("input, select, textarea")) return 0;
  return event.key === "j" ? 1 : event.key === "k" ? -1 : 0;
}

function show(change: HTMLElement | undefined): void {
  change?.focus({ preventScroll: true });
  change?.scrollIntoView({ block: "center" });
}
