import type { UploadState } from "@/components/desk/editor/pictures/upload-queue";
import { uploadInWords } from "@/components/desk/editor/pictures/upload-words";

/** Between two words on how far one picture is lie at least so many milliseconds. */
const rest = 10_000;

/**
 * What is said aloud of one picture on its way: that it begins, each quarter at most and not more often than every ten seconds, and how it
 * ended. What is seen changes many times a second; whoever listens would hear nothing else.
 */
export class UploadTeller {
  private quarter = 0;
  private saidAt = Number.NEGATIVE_INFINITY;
  private began = false;

  constructor(private readonly name: string) {}

  /** The words for this state, or null where nothing is to be said; `now` in milliseconds. */
  hear(state: UploadState, now: number): string | null {
    if (state.kind === "ready") return `${this.name} is in the story`;
    if (state.kind === "failed") {
      this.began = false;
      return uploadInWords(state, this.name);
    }
    if (state.kind !== "sending") return null;
    if (!this.began) {
      [this.began, this.quarter, this.saidAt] = [true, 0, now];
      return `Sending ${this.name}`;
    }
    const quarter = Math.floor(state.share * 4);
    if (quarter <= this.quarter || now - this.saidAt < rest) return null;
    [this.quarter, this.saidAt] = [quarter, now];
    return `${this.name}: ${quarter * 25} %`;
  }
}
