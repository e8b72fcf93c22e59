import type { Upload } from "@/components/desk/editor/pictures/upload-queue";
import type { Pasted } from "@/lib/content/paste/paste";

/** What the strip above the text says about the last paste. */
export type PasteNotice =
  | { kind: "reading"; name: string }
  /** Something else that whoever inserts should know. */
  | { kind: "told"; message: string }
  | { kind: "refused"; message: string; again: (() => void) | null }
  | { kind: "pasted"; pasted: Pasted; /** The files it came from, where it was some; what was not taken of them, and how to try that again. */ name: string | null; beside: string; again: (() => void) | null; /** Its pictures, which wait in the text. */ offered: readonly Upload[]; undo: () => void; /** Pastes it again with its quotation marks as they came. */ unset: (() => void) | null };

/** One notice at a time, for whoever shows it. */
export class PasteNotices {
  private notice: PasteNotice | null = null;
  private readonly listeners = new Set<() => void>();

  show(notice: PasteNotice | null): void {
    if (notice === this.notice) return;
    this.notice = notice;
    for (const listener of this.listeners) listener();
  }

  snapshot = (): PasteNotice | null => this.notice;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** Whether a paste says anything that a writer should know. */
export function isWorthTelling({ receipt, fields, aside, images }: Pasted): boolean {
  return receipt.lines.length > 0 || fields !== undefined || aside !== undefined || images.length > 0;
}
