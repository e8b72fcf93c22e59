import { bodyLimits } from "@/lib/content/limits";

/** Most that a file brought into a story may hold: the file itself, its markup, its pictures as text, and what a paste of it may be. */
export const documentLimits = {
  bytes: 10_000_000,
  markup: 8_000_000,
  pictures: 8_000_000,
  paste: { raw: 30_000_000, letters: 5_000_000, tags: 80_000, blocks: bodyLimits.blocks - 500 },
} as const;
