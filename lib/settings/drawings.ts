import { z } from "zod";

/** Longest drawing that is taken, in bytes of UTF-8: what of a front may be its name, and no more. */
export const mostOfADrawing = 30_000;
/** The same as people say it. */
export const mostOfADrawingInWords = `${mostOfADrawing / 1000} kB`;
export const drawingTooLarge = `The drawing is larger than ${mostOfADrawingInWords}. Simplify its paths.`;

/** Whether a drawing's source is longer than is taken. */
export const isTooLarge = (source: string): boolean => source.length > mostOfADrawing || new TextEncoder().encode(source).length > mostOfADrawing;

/** So much of a file is read, in bytes, that one too large still is when it has lost its byte order mark. */
export const enoughToJudge = mostOfADrawing + 4;

/** The paper's name as it is drawn, for light pages and for dark ones, and its icon as PNG in base64; empty where it is not. */
const Drawings = z.object({ light: z.string().catch(""), dark: z.string().catch(""), icon: z.string().catch("") });

export function drawingsOf(stored: unknown): z.infer<typeof Drawings> {
  return Drawings.parse(stored ?? {});
}
