"use client";

import { useEffect } from "react";

/** The queue from the keyboard: j and k move, a approves, r rejects, s is spam, z takes the last one back. Not while typing. */
export function Keys() {
  useEffect(() => {
    const cards = () => [...document.querySelectorAll<HTMLElement>(".card")];
    const current = () => document.activeElement?.closest<HTMLElement>(".card") ?? null;
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || (event.target as HTMLElement).closest("input, select, textarea")) return;
      const all = cards();
      const card = current();
      if (event.key === "j" || event.key === "k") {
        const next = all[Math.max(0, Math.min(all.length - 1, (card ? all.indexOf(card) : -1) + (event.key === "j" ? 1 : -1)))];
        next?.focus();
        next?.scrollIntoView({ block: "nearest" });
      } else if (event.key === "z") document.querySelector<HTMLElement>('.undo-list [data-key="z"]')?.click();
      else if ("ars".includes(event.key)) (card ?? all[0])?.querySelector<HTMLElement>(`[data-key="${event.key}"]`)?.click();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <p className="keys">
      <span>
        <kbd>j</kbd> <kbd>k</kbd> move
      </span>
      <span>
        <kbd>a</kbd> approve
      </span>
      <span>
        <kbd>r</kbd> reject
      </span>
      <span>
        <kbd>s</kbd> spam
      </span>
      <span>
        <kbd>z</kbd> undo
      </span>
    </p>
  );
}
