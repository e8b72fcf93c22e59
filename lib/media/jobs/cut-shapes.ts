import { z } from "zod";
import { cropBox, focalPoint } from "@/lib/content/stored/figure";
import { job } from "@/lib/core/jobs";
import { cropName } from "@/lib/media/crops";
import { focalWithin } from "@/lib/media/focal";
import { prepare } from "@/lib/media/jobs/prepare";
import { pagePart, pageShapes, shapeNames, shapeOf } from "@/lib/media/shapes";

/**
 * A lead picture, or the part of it that is shown, in the shapes that search engines and social cards show, and in those that pages show
 * where its own does not fit. Until it is done they have the whole picture.
 */
export const cutShapes = job({
  input: z.strictObject({ assetId: z.uuid(), focal: z.nullable(focalPoint), crop: z.nullable(cropBox).default(null) }),
  run: ({ assetId, focal, crop: part }, signal) =>
    prepare(
      assetId,
      (picture) => {
        const cut = shapeNames.map((shape) => shapeOf(picture, shape, focalWithin(focal, part), cropName(part))).filter(({ crop }) => crop !== null);
        const onPages = pageShapes.flatMap((shape) => pagePart(picture, shape, focalWithin(focal, part), cropName(part)) ?? []);
        // Whoever cannot read this format has the whole picture, cut by the browser: twice the files would be for few.
        const forPages = onPages.flatMap(({ crop, widths }) => widths.map((width) => ({ format: "avif" as const, width, crop })));
        return [...cut.map(({ crop, width }) => ({ format: "jpeg" as const, width, crop })), ...forPages];
      },
      signal,
    ),
});
