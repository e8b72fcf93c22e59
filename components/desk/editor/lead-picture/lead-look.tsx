"use client";

import { useState } from "react";
import type { Size } from "@/components/desk/editor/crop/frame";
import { drawnFrom } from "@/components/desk/editor/crop/part-look";
import { PicturePart } from "@/components/desk/editor/crop/picture-part";
import type { CropBox } from "@/lib/content/stored/figure";

/** The lead picture as it is cropped. Its size is known once it has come; a part of it cannot be drawn before. */
export function LeadLook({ assetId, crop }: { assetId: string; crop: CropBox | null }) {
  const [size, setSize] = useState<Size | null>(null);
  return (
    <figure>
      {crop && size ? (
        <PicturePart assetId={assetId} part={crop} picture={size} />
      ) : (
        <img src={drawnFrom(assetId, crop)} alt="" width={960} height={640} onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => setSize({ width, height })} />
      )}
    </figure>
  );
}
