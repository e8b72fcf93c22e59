import { z } from "zod";
import { job } from "@/lib/core/jobs";
import { giveUpOn, prepare } from "@/lib/media/jobs/prepare";
import { plannedRenditions } from "@/lib/media/sizes";

/** Every size of a picture in every format that readers are offered. Until it is done they are served the preview. */
export const makeRenditions = job({
  input: z.strictObject({ assetId: z.uuid() }),
  run: ({ assetId }, signal) => prepare(assetId, ({ width }) => plannedRenditions(width).map((one) => ({ ...one, crop: null })), signal),
  giveUp: ({ assetId }) => giveUpOn(assetId, "every try failed"),
});
