/** What this browser keeps for the paper under a name; nothing where it keeps nothing, as in some private windows. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    // Forbidden to read is as good as empty: the page works without.
    return null;
  }
}

/** Keeps it on this device. False where the browser refuses or has no room. */
export function keep(name: string, value: string): boolean {
  try {
    localStorage.setItem(name, value);
    return true;
  } catch {
    return false;
  }
}

/** Whether anything can be kept here at all. */
export const canKeep = (): boolean => keep("kept", "yes");

export function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
