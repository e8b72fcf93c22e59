import { eq } from "drizzle-orm";
import { z } from "zod";
import { mediaAssets } from "@/db/schema";
import { cropBox } from "@/lib/content/stored/figure";
import { command } from "@/lib/core/command";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { mediaSee } from "@/lib/media/abilities";
import { cropName, cropsIn } from "@/lib/media/crops";

/** So many parts of one picture may be kept; each is a dozen files. */
const mostCrops = 40;

/** Has a part of a picture made ahead of publication, so that previews show it as readers will see it. */
export const cropPictureSoon = command({
  name: "cropPictureSoon",
  input: z.strictObject({ assetId: z.uuid(), crop: cropBox }),
  ability: mediaSee,
  async load(tx, { assetId }) {
    const [row] = await tx.select({ id: mediaAssets.id, renditions: mediaAssets.renditions }).from(mediaAssets).where(eq(mediaAssets.id, assetId));
    return row ?? null;
  },
  async run({ record }, asset, input) {
    const crop = cropName(input.crop);
    const known = cropsIn(asset.renditions);
    if (!crop || known.includes(crop)) return ok({ crop });
    if (known.length >= mostCrops) return fail(invalid("too_many_crops", "This picture has been cropped too often. Choose one of the crops it has, or add the picture again."));
    await record({ name: "media.cropped", subjectId: asset.id, data: { crop }, jobs: [{ name: "crop-picture", data: { assetId: asset.id, crop } }] });
    return ok({ crop });
  },
});
