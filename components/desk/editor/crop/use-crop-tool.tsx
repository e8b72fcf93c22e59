import { lazy, type ReactNode, Suspense, useState } from "react";
import { askPicture } from "@/components/desk/editor/crop/ask-crop";
import { later } from "@/components/desk/editor/later";
import type { CropBox } from "@/lib/content/stored/figure";
import type { DeskPicture } from "@/lib/media/reads/desk-picture";

// Seldom wanted: it comes when it is.
const CropTool = lazy(() => later.cropTool().then((module) => ({ default: module.CropTool })));

export type Croppable = { assetId: string; crop: CropBox | null; set: (crop: CropBox | null) => void };

/** The tool over a picture: how to open it, the open tool itself, and why it could not be opened. */
export function useCropTool({ assetId, crop, set }: Croppable): { open: () => Promise<void>; tool: ReactNode; problem: string | null } {
  const [picture, setPicture] = useState<DeskPicture | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function open() {
    const answer = await askPicture(assetId);
    setProblem("failure" in answer ? answer.failure.message : null);
    if ("value" in answer) setPicture(answer.value);
  }

  return { open, problem, tool: <Suspense>{picture && <CropTool picture={picture} crop={crop} use={set} close={() => setPicture(null)} />}</Suspense> };
}
