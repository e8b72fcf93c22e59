import { z } from "zod";

/** Longest drawing that is read, in bytes of UTF-8. */
export const mostOfADrawing = 30_000;

/** The paper's name as it is drawn, for light pages and for dark ones; empty where it is not. */
const Drawings = z.object({ light: z.string().catch(""), dark: z.string().catch("") });

export function drawingsOf(stored: unknown): z.infer<typeof Drawings> {
  return Drawings.parse(stored ?? {});
}
