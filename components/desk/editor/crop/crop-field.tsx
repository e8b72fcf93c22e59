"use client";

import { useEffect, useId, useRef, useState } from "react";
import { type Made, madeCrops } from "@/components/desk/editor/crop/made-crops";
import { type Croppable, useCropTool } from "@/components/desk/editor/crop/use-crop-tool";
import { cropName } from "@/lib/media/crops";

/** Which part of a picture is shown here: chosen in a tool over it, and whether readers would get it by now. */
export function CropField({ assetId, crop, set }: Croppable) {
  const label = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const { open, tool, problem } = useCropTool({ assetId, crop, set });
  const made = useMade(assetId, cropName(crop));

  return (
    <fieldset className="field focal-field" aria-labelledby={label}>
      <span className="lab" id={label}>
        Which part is shown
      </span>
      <div className="acts">
        <button className="btn" type="button" aria-haspopup="dialog" ref={opener} onClick={() => void open()}>
          Crop
        </button>
        {crop && (
          <button
            className="btn plain"
            type="button"
            onClick={() => {
              opener.current?.focus();
              set(null);
            }}
          >
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
      {tool}
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
