import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** What a picture may be. Everything else, SVG above all, is refused: it could carry a program. */
const accepted = new Set(["image/jpeg", "image/png", "image/webp", "image/avif"]);
/** Refused from `pixels` on; `decoderPixels` is the decoder's own net, for a file whose head says less than is in it. */
export const pictureLimits = { bytes: 25 * 1024 * 1024, pixels: 40_000_000, decoderPixels: 50_000_000, leastWidth: 200, seconds: 20 } as const;
/** Widths that readers are served, as far as the original reaches. */
const webpWidths = [480, 960, 1600] as const;
const jpegWidth = 1200;

sharp.concurrency(1);

export type MadePicture = { mime: string; width: number; height: number; renditions: { format: "webp" | "jpeg"; width: number; height: number; bytes: Buffer }[] };

const refused = (reason: string, message: string) => fail(invalid(reason, message, { fields: { file: message } }));

const largest = "This file is larger than 25 MB. Make the picture smaller and choose it again.";
export const pictureTooLarge = invalid("too_large", largest, { fields: { file: largest } });

/**
 * Reads a picture by its content, not its name, and encodes every rendition anew, without metadata: what readers are served was written
 * by us. Refuses with a sentence: `not_a_picture`, `too_large`, `too_many_pixels`, `too_small`, `damaged`.
 */
export async function makePicture(bytes: Uint8Array): Promise<Result<MadePicture>> {
  if (bytes.byteLength > pictureLimits.bytes) return fail(pictureTooLarge);
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !accepted.has(type.mime)) return refused("not_a_picture", "This is not a picture we can use. JPEG, PNG, WebP and AVIF are.");
  const open = () => sharp(bytes, { limitInputPixels: pictureLimits.decoderPixels, failOn: "warning", animated: false }).timeout({ seconds: pictureLimits.seconds });
  try {
    const { width, height, orientation } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!width || !height) return refused("damaged", "This picture is damaged and cannot be read.");
    if (width * height >= pictureLimits.pixels) return refused("too_many_pixels", `This picture has ${Math.floor((width * height) / 1_000_000)} megapixels and must have fewer than 40. Make it smaller and choose it again.`);
    const [across, down] = (orientation ?? 1) >= 5 ? [height, width] : [width, height];
    if (across < pictureLimits.leastWidth) return refused("too_small", `This picture is ${across} pixels wide; at least ${pictureLimits.leastWidth} are needed.`);
    const widths = [...new Set(webpWidths.map((wanted) => Math.min(wanted, across)))];
    const renditions: MadePicture["renditions"] = [];
    for (const wanted of widths) {
      const { data, info } = await open().rotate().resize({ width: wanted, withoutEnlargement: true }).webp({ quality: 78, effort: 3 }).toBuffer({ resolveWithObject: true });
      renditions.push({ format: "webp", width: info.width, height: info.height, bytes: data });
    }
    const { data, info } = await open().rotate().resize({ width: Math.min(jpegWidth, across), withoutEnlargement: true }).flatten({ background: "#fff" }).jpeg({ quality: 80, mozjpeg: true }).toBuffer({ resolveWithObject: true });
    renditions.push({ format: "jpeg", width: info.width, height: info.height, bytes: data });
    return ok({ mime: type.mime, width: across, height: down, renditions });
  } catch (error) {
    // The decoder's words help nobody at the desk; that it could not read the file does.
    return /timeout/i.test(String(error)) ? refused("damaged", "This picture takes too long to read.") : refused("damaged", "This picture is damaged and cannot be read.");
  }
}
