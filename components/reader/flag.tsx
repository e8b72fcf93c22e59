import type { Accent } from "@/db/vocabulary";

/** A section's mark. A paper without marks has sections with the accent "plain". */
export function Flag({ accent }: { accent: Accent }) {
  return accent === "plain" ? null : <i className={`flag ${accent}`} aria-hidden="true" />;
}
