"use client";

import { lazy, Suspense, useEffect, useId, useState } from "react";
import { askPicture } from "@/components/desk/editor/crop/ask-crop";
import { type Made, madeCrops } from "@/components/desk/editor/crop/made-crops";
import { later } from "@/components/desk/editor/later";
import type { CropBox } from "@/lib/content/stored/figure";
import { cropName } from "@/lib/media/crops";
import type { DeskPicture } from "@/lib/media/reads";

// Seldom wanted: it comes when it is.
const CropTool = lazy(() => later.cropTool().then((module) => ({ default: module.CropTool })));

type Props = { assetId: string; crop: CropBox | null; set: (crop: CropBox | null) => void };

/** Which part of a picture is shown here: chosen in a tool over it, and whether readers would get it by now. */
export function CropField({ assetId, crop, set }: Props) {
  const label = useId();
  const [picture, setPicture] = useState<DeskPicture | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const made = useMade(assetId, cropName(crop));

  async function open() {
    const answer = await askPicture(assetId);
    setProblem("failure" in answer ? answer.failure.message : null);
    if ("value" in answer) setPicture(answer.value);
  }

  return (
    <fieldset className="field focal-field" aria-labelledby={label}>
      <span className="lab" id={label}>
        Which part is shown
      </span>
      <div className="acts">
        <button className="btn" type="button" aria-haspopup="dialog" onClick={() => void open()}>
          Crop
        </button>
        {crop && (
          <button className="btn plain" type="button" onClick={() => set(null)}>
            The whole picture
          </button>
        )}
      </div>
      <p className="faint" role="status">
        {crop && made === false && "The crop is being made. Until it is there, readers and previews get the whole picture."}
        {crop && made && "The crop is made: readers get this part."}
      </p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <Suspense>{picture && <CropTool picture={picture} crop={crop} use={set} close={() => setPicture(null)} />}</Suspense>
    </fieldset>
  );
}

function useMade(assetId: string, crop: string | null): Made {
  const [made, setMade] = useState<Made>(null);
  useEffect(() => {
    setMade(null);
    return crop ? madeCrops.watch(assetId, crop, setMade) : undefined;
  }, [assetId, crop]);
  return made;
}
