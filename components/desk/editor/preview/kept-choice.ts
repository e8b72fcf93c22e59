const place = "preview-shown-as";

/** The one of `choices` that this person chose last, in this browser; null where nobody chose, or storage is closed. */
export function keptChoice<Choice extends string>(choices: readonly Choice[]): Choice | null {
  try {
    const kept = localStorage.getItem(place)?.split(" ") ?? [];
    return choices.find((one) => kept.includes(one)) ?? null;
  } catch {
    return null;
  }
}

/** Keeps what was chosen, in this browser alone. */
export function keepChoices(...chosen: readonly string[]): void {
  try {
    localStorage.setItem(place, chosen.join(" "));
  } catch {
    // Storage is closed or full: the next preview begins as the first did.
  }
}
