import type { FigureRole } from "@/lib/content/blocks/figure";

/** How much room a picture or an embed takes, as it is called on the screen. */
export const sizeNames = {
  figure: { inline: "In the text", wide: "Wide", full: "Across the page", portrait: "Upright, beside the text" } satisfies Record<FigureRole, string>,
  embed: { inline: "In the text", wide: "Wide" },
} as const;
