import type { Size } from "@/components/desk/editor/crop/frame";
import type { CropBox } from "@/lib/content/stored/figure";

/** Where a part of a picture is drawn from, before there is a file of it: of a narrow part there must be enough left to look at. */
export const drawnFrom = (assetId: string, part: CropBox | null): string => `/media/${assetId}/${part && part.width < 0.7 ? 1600 : 960}.webp`;

const percent = (share: number) => `${Math.round(share * 100_000) / 1000}%`;

/** The styles by which a part of a picture is seen in a frame of its shape: the picture is enlarged and pushed behind it, in every browser. */
export function partLook(part: CropBox, picture: Size) {
  return {
    frame: { aspectRatio: `${Math.round(part.width * picture.width)} / ${Math.round(part.height * picture.height)}` },
    image: { width: percent(1 / part.width), transform: `translate(${percent(-part.x)}, ${percent(-part.y)})` },
  };
}
