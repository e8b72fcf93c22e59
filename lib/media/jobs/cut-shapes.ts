import { z } from "zod";
import { focalPoint } from "@/lib/content/stored/figure";
import { job } from "@/lib/core/jobs";
import { prepare } from "@/lib/media/jobs/prepare";
import { shapeNames, shapeOf } from "@/lib/media/shapes";

/** A lead picture in the shapes that search engines and social cards show. Until it is done they are told of the whole picture. */
export const cutShapes = job({
  input: z.strictObject({ assetId: z.uuid(), focal: focalPoint.nullable() }),
  run: ({ assetId, focal }, signal) =>
    prepare(
      assetId,
      (picture) => {
        const cut = shapeNames.map((shape) => shapeOf(picture, shape, focal)).filter(({ crop }) => crop !== null);
        return cut.map(({ crop, width }) => ({ format: "jpeg", width, crop }));
      },
      signal,
    ),
});
