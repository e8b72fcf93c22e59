import type { UploadState } from "@/components/desk/editor/pictures/upload-queue";

/** How far a picture is, in a sentence; nothing at its good end. */
export function uploadInWords(state: UploadState, name: string): string {
  switch (state.kind) {
    case "offered":
      return `${name}: not in the story yet`;
    case "waiting":
      return `${name} waits for its turn`;
    case "sending":
      return `Sending ${name}: ${Math.round(state.share * 100)} %`;
    case "preparing":
      return `Preparing ${name}…`;
    case "failed":
      return `${name}: ${state.sentence}`;
    case "ready":
    case "cancelled":
      return "";
  }
}

/** Those of the files that say they are pictures; the server looks into them. */
export const pictureFiles = (files: Iterable<File>): File[] => [...files].filter((file) => file.type.startsWith("image/"));
