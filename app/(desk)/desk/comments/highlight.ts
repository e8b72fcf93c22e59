"use client";

/** How long a card must have stood highlighted, when nobody chose it by hand, before a key decides it. */
export const aMoment = 400;

/** The cards of the queue, in the order of the page. */
export const cardsShown = () => [...document.querySelectorAll<HTMLElement>(".card:not(.going)")];

/** The card a key acts on: the one that holds the focus. */
export const highlighted = () => document.activeElement?.closest<HTMLElement>(".card:not(.going)") ?? null;

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

/** To the card beside the highlighted one; where none is, to the first that is seen. */
export function moveHighlight(by: 1 | -1): void {
  const [card, all] = [highlighted(), cardsShown()];
  if (card) highlight(all[Math.max(0, Math.min(all.length - 1, all.indexOf(card) + by))]);
  else highlightFirstVisible();
}

/** Who may take the place of cards that go: those after the first of them, and at the end those before. */
export function neighboursOf(going: ReadonlySet<string>): string[] {
  const all = cardsShown().map((card) => card.dataset.comment ?? "");
  const place = all.findIndex((id) => going.has(id));
  return [...all.slice(place + 1), ...all.slice(0, Math.max(0, place)).reverse()].filter((id) => !going.has(id));
}
