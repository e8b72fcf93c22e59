import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { pictureTypes } from "@/lib/media/limits";

/** Largest file that is taken for an icon, in bytes; and the side of what is made of it, and of the least that can be, in pixels. */
export const iconLimits = { bytes: 500_000, side: 192, leastSide: 48 } as const;

const refused = (message: string) => fail(invalid("not_an_icon", message, { fields: { icon: message } }));

/**
 * A square PNG of a picture, encoded anew: of the file itself nothing is kept. What is not square stands in the middle of one that lets the
 * page through. Refuses with a sentence (`not_an_icon`) what is no picture, too large, too small or damaged.
 */
export async function iconOf(bytes: Uint8Array): Promise<Result<Buffer>> {
  if (bytes.byteLength > iconLimits.bytes) return refused("This file is larger than 500 kB. Make the icon smaller and choose it again.");
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !pictureTypes.some((accepted) => accepted === type.mime)) return refused("This is not a picture we can use. PNG, JPEG, WebP and AVIF are.");
  try {
    const picture = sharp(bytes, { limitInputPixels: 4096 * 4096, failOn: "warning", animated: false }).timeout({ seconds: 5 });
    const { width = 0, height = 0 } = await picture.metadata();
    if (Math.min(width, height) < iconLimits.leastSide) return refused(`This picture is ${Math.min(width, height)} pixels small; an icon needs ${iconLimits.leastSide} each way.`);
    return ok(await picture.rotate().resize({ width: iconLimits.side, height: iconLimits.side, fit: "contain", background: { r: 0, g: 0, b: 0, alpha: 0 } }).png({ compressionLevel: 9 }).toBuffer());
  } catch {
    // The decoder's words help nobody here; that it could not read the file does.
    return refused("This picture is damaged or too large to be an icon.");
  }
}
