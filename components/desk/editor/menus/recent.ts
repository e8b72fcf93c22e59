const place = "inserted-lately";
const kept = 3;

/** What this person put into stories last, newest first; kept in this browser alone. */
export function recentlyInserted(): string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(read) ? read.filter((id): id is string => typeof id === "string").slice(0, kept) : [];
  } catch {
    // Storage is closed, or somebody else wrote there: the menu is in its own order.
    return [];
  }
}

export function rememberInserted(id: string): void {
  try {
    localStorage.setItem(place, JSON.stringify([id, ...recentlyInserted().filter((one) => one !== id)].slice(0, kept)));
  } catch {
    // Storage is closed or full: nothing is remembered.
  }
}
