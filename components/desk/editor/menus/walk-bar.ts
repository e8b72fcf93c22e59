import type { KeyboardEvent } from "react";

/** The arrows, Home and End walk along a bar of tools; Escape leaves it. */
export function walkBar(event: KeyboardEvent, bar: HTMLElement | null, leave: () => void): void {
  // At once: the next key belongs to the text already.
  if (event.key === "Escape") {
    leave();
    return;
  }
  const stops = [...(bar?.querySelectorAll<HTMLElement>("button, select") ?? [])];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  stops[(to + stops.length) % stops.length]?.focus();
}
