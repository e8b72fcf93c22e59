"use client";

import type { Size } from "@/components/desk/editor/crop/frame";
import { drawnFrom, partLook } from "@/components/desk/editor/crop/part-look";
import type { CropBox } from "@/lib/content/stored/figure";

/** A part of a picture, before there is a file of it. It adorns: what it shows is described elsewhere. */
export function PicturePart({ assetId, part, picture }: { assetId: string; part: CropBox; picture: Size }) {
  const { frame, image } = partLook(part, picture);
  return (
    <span className="part" style={frame}>
      <img src={drawnFrom(assetId, part)} alt="" style={image} />
    </span>
  );
}
