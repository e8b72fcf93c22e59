import type { Kept } from "@/lib/articles/desk-views";

/** What is said to whoever kept a version, under a name or without one. */
export function keptInWords({ seq, isNew, before }: Kept, name: string): string {
  if (seq === null) return "Nothing changed since the last version.";
  if (isNew) return name ? `Kept as version ${seq}, “${name}”.` : `Kept as version ${seq}.`;
  if (before === name) return `Nothing changed since version ${seq}, which is called “${name}” already.`;
  return `Nothing changed since version ${seq}: it is now called “${name}”${before ? `, and was “${before}”` : ""}.`;
}
