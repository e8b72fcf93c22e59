import { createUploadQueue } from "@/components/desk/editor/pictures/upload-queue";

/** The picture files that this tab sends, wherever in the story they go: they share one line. */
export const pictureQueue = createUploadQueue();

const others = new Set<Promise<unknown>>();

/** Counts a picture that comes in another way, by the server or out of a paste, until it is there or has failed. */
export function untilHere<Arrived>(coming: Promise<Arrived>): Promise<Arrived> {
  others.add(coming);
  return coming.finally(() => others.delete(coming));
}

/** Whether a picture is on its way, and would not come if the page were left now. */
export const picturesAreComing = (): boolean => pictureQueue.pending().length > 0 || others.size > 0;
