import { later } from "@/components/desk/editor/later";

export type PasteReader = Awaited<ReturnType<typeof later.pasteReader>>;

let arrived: PasteReader | null = null;

/** What reads a paste, where it is here already. */
export const arrivedReader = (): PasteReader | null => arrived;

/** Fetches what reads a paste; rejected where the line is down. */
export async function fetchReader(): Promise<PasteReader> {
  arrived ??= await later.pasteReader();
  return arrived;
}
