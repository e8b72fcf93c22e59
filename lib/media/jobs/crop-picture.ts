import { z } from "zod";
import { job } from "@/lib/core/jobs";
import { cropPixels } from "@/lib/media/crops";
import { prepare } from "@/lib/media/jobs/prepare";
import { offeredWidths, pictureFormats } from "@/lib/media/sizes";

/** The part of a picture that a published figure shows, in every size. Until it is done readers see the whole picture. */
export const cropPicture = job({
  input: z.strictObject({ assetId: z.uuid(), crop: z.string().max(40) }),
  run: ({ assetId, crop }, signal) =>
    prepare(assetId, (picture) => offeredWidths(cropPixels(crop, picture)?.width ?? 0).flatMap((width) => pictureFormats.map((format) => ({ format, width, crop }))), signal),
});
