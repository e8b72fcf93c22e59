"use client";

import { useCallback, useEffect, useRef } from "react";
import { aMoment, cardsShown, highlight, highlighted, highlightFirstVisible, useHighlightAfterDecision } from "@/app/(desk)/desk/comments/highlight";
import { useWaiting } from "@/app/(desk)/desk/comments/waiting";

type Props = { cards: string[] };

/**
 * The queue from the keyboard: j and k move, a approves or shows again, h hides, r asks for the reason to reject, s is spam, p picks or unpicks, z takes the last one back. Not while typing. A key decides
 * the highlighted card alone, once, and only a card that was chosen by hand or has stood highlighted for a moment.
 */
export function Keys({ cards }: Props) {
  const waiting = useWaiting();
  const since = useRef(Number.NEGATIVE_INFINITY);
  const came = useCallback(() => {
    since.current = performance.now();
  }, []);
  useHighlightAfterDecision(cards.join(" "), came);
  useEffect(() => {
    if (!waiting) since.current = performance.now();
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || (event.target as HTMLElement).closest("input, select, textarea")) return;
      const card = highlighted();
      if (event.key === "j" || event.key === "k") {
        move(card, event.key === "j" ? 1 : -1);
        since.current = Number.NEGATIVE_INFINITY;
      } else if (!"arhspz".includes(event.key) || event.repeat || waiting) return;
      else if (event.key === "z") document.querySelector<HTMLElement>('.undo-list [data-key="z"]')?.click();
      else if (!card) {
        highlightFirstVisible();
        since.current = performance.now();
      } else if (performance.now() - since.current >= aMoment) {
        event.preventDefault();
        const wanted = card.querySelector<HTMLElement>(`[data-key="${event.key}"]`);
        // To reject needs a reason: its list takes the keyboard.
        if (event.key === "r") wanted?.focus();
        else wanted?.click();
      }
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [waiting]);
  return (
    <p className="keys">
      <span>
        <kbd>j</kbd> <kbd>k</kbd> move
      </span>
      <span>
        <kbd>a</kbd> approve, show again
      </span>
      <span>
        <kbd>h</kbd> hide
      </span>
      <span>
        <kbd>r</kbd> reject, then <kbd>1</kbd>–<kbd>9</kbd> or the reason and <kbd>Enter</kbd>
      </span>
      <span>
        <kbd>s</kbd> spam
      </span>
      <span>
        <kbd>p</kbd> pick, unpick
      </span>
      <span>
        <kbd>z</kbd> undo
      </span>
    </p>
  );
}

/** To the card beside the highlighted one; where none is, to the first that is seen. */
function move(card: HTMLElement | null, by: 1 | -1): void {
  const all = cardsShown();
  if (card) highlight(all[Math.max(0, Math.min(all.length - 1, all.indexOf(card) + by))]);
  else highlightFirstVisible();
}
