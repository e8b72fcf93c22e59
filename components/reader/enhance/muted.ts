import { keep, kept } from "@/components/reader/enhance/kept";

/* Whom a reader without an account does not want to read, by name, in this browser alone. */

const under = "muted";

function muted(): string[] {
  try {
    const names: unknown = JSON.parse(kept(under) ?? "[]");
    return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  } catch {
    // What somebody else wrote there is no list of ours.
    return [];
  }
}

export const isMuted = (name: string): boolean => muted().includes(name);
export const mute = (name: string): boolean => keep(under, JSON.stringify([...new Set([...muted(), name])]));
export const unmute = (name: string): boolean => keep(under, JSON.stringify(muted().filter((one) => one !== name)));
