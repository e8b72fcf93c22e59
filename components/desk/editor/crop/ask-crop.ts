import { ask } from "@/components/desk/editor/api";
import type { CropBox } from "@/lib/content/stored/figure";
import type { DeskPicture } from "@/lib/media/reads/desk-picture";

/** What the paper knows of a picture. */
export const askPicture = (id: string) => ask<DeskPicture>(`/api/v1/media/${id}`);

/** Has a part of a picture made, so that it is there before the story goes out. */
export const askCrop = (id: string, crop: CropBox) => ask<{ crop: string | null }>(`/api/v1/media/${id}/crops`, { crop });
