"use client";

import { FocalPointField } from "@/components/desk/editor/blocks/focal-point";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { CropField } from "@/components/desk/editor/crop/crop-field";
import { useShared } from "@/components/desk/editor/shared";
import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";

type Props = { connection: StoryConnection; assetId: string; crop: CropBox | null };

/** Which part of the lead picture is shown, and what every layout keeps in sight. */
export function LeadCrops({ connection, assetId, crop }: Props) {
  const map = connection.doc.getMap<unknown>("lead");
  const focal = useShared(map, () => (map.get("focal") as FocalPoint | null | undefined) ?? null);
  return (
    <>
      <CropField assetId={assetId} crop={crop} set={(part) => map.set("crop", part)} />
      <FocalPointField assetId={assetId} focal={focal} crop={crop} set={(point) => map.set("focal", point)} />
    </>
  );
}
