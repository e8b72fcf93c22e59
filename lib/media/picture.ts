import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { rgbaToThumbHash } from "thumbhash";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { pictureLimits, pictureTypes, tooLarge } from "@/lib/media/limits";
import { rightsPacket } from "@/lib/media/rights-packet";
import { previewOf } from "@/lib/media/sizes";
import { type FileWords, wordsOfFile } from "@/lib/media/words-of-file";

/** A picture's first reading may take so long. */
const seconds = 20;
/** Longest side of the likeness that is hashed. */
const likeness = 100;

sharp.concurrency(1);

/** A picture as it was judged: its size as it is looked at, its own words, and what can be shown at once. */
export type JudgedPicture = { mime: string; width: number; height: number; words: FileWords; thumbHash: string; preview: { width: number; height: number; bytes: Buffer } };

const refused = (reason: string, message: string) => fail(invalid(reason, message, { fields: { file: message } }));

export const pictureTooLarge = invalid("too_large", tooLarge, { fields: { file: tooLarge } });

/**
 * Reads a whole picture by its content, not its name, and makes one size of it: encoded anew, without what the file carried but its
 * maker's name. Refuses with a sentence: `not_a_picture`, `too_large`, `too_many_pixels`, `too_small`, `damaged`.
 */
export async function judgePicture(bytes: Uint8Array): Promise<Result<JudgedPicture>> {
  if (bytes.byteLength > pictureLimits.bytes) return fail(pictureTooLarge);
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !pictureTypes.some((accepted) => accepted === type.mime)) return refused("not_a_picture", "This is not a picture we can use. JPEG, PNG, WebP and AVIF are.");
  try {
    const { width, height, orientation, hasAlpha } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (!width || !height) return refused("damaged", "This picture is damaged and cannot be read.");
    if (width * height >= pictureLimits.pixels) return refused("too_many_pixels", `This picture has ${Math.floor((width * height) / 1_000_000)} megapixels and must have fewer than 40. Make it smaller and choose it again.`);
    const [across, down] = (orientation ?? 1) >= 5 ? [height, width] : [width, height];
    if (across < pictureLimits.leastWidth) return refused("too_small", `This picture is ${across} pixels wide; at least ${pictureLimits.leastWidth} are needed.`);
    const words = await wordsOfFile(bytes);
    const preview = await makePreview(bytes, previewOf(across), rightsPacket(words));
    return ok({ mime: type.mime, width: across, height: down, words, thumbHash: hasAlpha ? "" : await hashOf(preview.bytes), preview });
  } catch (error) {
    // The decoder's words help nobody at the desk; that it could not read the file does.
    return /timeout/i.test(String(error)) ? refused("damaged", "This picture takes too long to read.") : refused("damaged", "This picture is damaged and cannot be read.");
  }
}

async function makePreview(bytes: Uint8Array, width: number, rights: string | null): Promise<JudgedPicture["preview"]> {
  const picture = sharp(bytes, { limitInputPixels: pictureLimits.decoderPixels, failOn: "warning", animated: false }).timeout({ seconds }).rotate().resize({ width }).webp({ quality: 76, effort: 2 });
  const { data, info } = await (rights ? picture.withXmp(rights) : picture).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, bytes: data };
}

/** A blurred likeness of a few dozen bytes. A picture that lets the page through has none: it would shine through for good. */
async function hashOf(preview: Buffer): Promise<string> {
  const { data, info } = await sharp(preview).resize({ width: likeness, height: likeness, fit: "inside" }).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString("base64");
}
