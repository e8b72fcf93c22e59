import { z } from "zod";
import { cropBox, focalPoint } from "@/lib/content/stored/figure";
import { job } from "@/lib/core/jobs";
import { cropName } from "@/lib/media/crops";
import { focalWithin } from "@/lib/media/focal";
import { prepare } from "@/lib/media/jobs/prepare";
import { shapeNames, shapeOf } from "@/lib/media/shapes";

/** A lead picture, or the part of it that is shown, in the shapes that search engines and social cards show. Until it is done they are told of the whole picture. */
export const cutShapes = job({
  input: z.strictObject({ assetId: z.uuid(), focal: focalPoint.nullable(), crop: cropBox.nullable().default(null) }),
  run: ({ assetId, focal, crop: part }, signal) =>
    prepare(
      assetId,
      (picture) => {
        const cut = shapeNames.map((shape) => shapeOf(picture, shape, focalWithin(focal, part), cropName(part))).filter(({ crop }) => crop !== null);
        return cut.map(({ crop, width }) => ({ format: "jpeg", width, crop }));
      },
      signal,
    ),
});
