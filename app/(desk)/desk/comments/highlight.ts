"use client";

import { useEffect, useRef } from "react";

/** How long a card must have stood highlighted, when nobody chose it by hand, before a key decides it. */
export const aMoment = 400;

/** The cards of the queue, in the order of the page. */
export const cardsShown = () => [...document.querySelectorAll<HTMLElement>(".card")];

/** The card a key acts on: the one that holds the focus. */
export const highlighted = () => document.activeElement?.closest<HTMLElement>(".card") ?? null;

/** Highlights a card and brings it where it can be read, clear of the bars above and below. */
export function highlight(card: HTMLElement | null | undefined): void {
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
}

/** Highlights the first card that begins in the window, so that the page does not jump. */
export function highlightFirstVisible(): void {
  const cards = cardsShown();
  highlight(cards.find((card) => card.getBoundingClientRect().top >= 0 && card.getBoundingClientRect().top < innerHeight) ?? cards[0]);
}

/** Who may take a card's place once it is decided: those after it, and at the end those before. */
function neighboursOf(card: HTMLElement): string[] {
  const all = cardsShown();
  const place = all.indexOf(card);
  return [...all.slice(place + 1), ...all.slice(0, place).reverse()].map((other) => other.dataset.comment ?? "");
}

/**
 * After a decision the card that takes the decided one's place is highlighted, after an undo the comment that came back; `came` hears of
 * it. Whatever sent the form, key or mouse, the focus does not fall to the page's beginning.
 */
export function useHighlightAfterDecision(ids: string, came: () => void): void {
  const awaited = useRef<{ gone?: string | undefined; next: string[] }>({ next: [] });
  useEffect(() => {
    const sent = ({ target }: Event) => {
      const form = target as HTMLFormElement;
      const card = form.closest<HTMLElement>(".card");
      if (card) awaited.current = { gone: card.dataset.comment, next: neighboursOf(card) };
      else if (form.dataset.comment) awaited.current = { next: [form.dataset.comment] };
    };
    addEventListener("submit", sent);
    return () => removeEventListener("submit", sent);
  }, []);
  useEffect(() => {
    const shown = ids.split(" ");
    const { gone, next } = awaited.current;
    const here = next.find((id) => shown.includes(id));
    if (!here || (gone && shown.includes(gone))) return;
    awaited.current = { next: [] };
    highlight(cardsShown().find((card) => card.dataset.comment === here));
    came();
  }, [ids, came]);
}
