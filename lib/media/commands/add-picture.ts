import { createHash } from "node:crypto";
import { z } from "zod";
import { mediaAssets } from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Call, command, noSubject } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result } from "@/lib/kernel/result";
import { singleLine } from "@/lib/kernel/text";
import { mediaUpload } from "@/lib/media/abilities";
import { deleteFile, putFile } from "@/lib/media/disk-store";
import { judgePicture } from "@/lib/media/picture";
import { originalKey, renditionKey } from "@/lib/media/keys";

const rendition = z.strictObject({ format: z.literal("webp"), width: z.number().int().positive(), height: z.number().int().positive(), key: z.string(), bytes: z.number().int().positive() });
const RegisterPictureInput = z.strictObject({
  id: z.uuid(),
  originalName: z.string().max(300),
  originalKey: z.string(),
  sha256: z.string(),
  mime: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  thumbHash: z.string(),
  alt: z.string(),
  caption: z.string(),
  credit: z.string(),
  creator: z.string(),
  copyright: z.string(),
  takenOn: z.string(),
  usableFrom: z.iso.date().nullable(),
  usableUntil: z.iso.date().nullable(),
  renditions: z.array(rendition).length(1),
});

/** Enters a picture whose original and preview are kept already, and has the rest made. Only `addPicture` calls it. */
const registerPicture = command({
  name: "registerPicture",
  input: RegisterPictureInput,
  ability: mediaUpload,
  load: noSubject,
  async run({ tx, actor, now, record }, _, input) {
    await tx.insert(mediaAssets).values({ ...input, uploadedBy: personIdOf(actor), createdAt: now });
    await record({ name: "media.added", subjectId: input.id, jobs: [{ name: "make-renditions", data: { assetId: input.id } }] });
    const { id, width, height, alt, caption, credit, copyright } = input;
    return ok({ id, width, height, alt, caption, credit, copyright });
  },
});

/** What the desk learns of a picture that was taken in; the words are the file's own. */
export type AddedPicture = { id: string; width: number; height: number; alt: string; caption: string; credit: string; copyright: string };

/**
 * The one gate for pictures, whatever way they come: judged, kept, and entered with one size that can be shown. The other sizes are
 * made by a job. The original stays private.
 */
export async function addPicture(upload: { bytes: Uint8Array; originalName: string }, call: Call & { actor: Actor }): Promise<Result<AddedPicture>> {
  const judged = await judgePicture(upload.bytes);
  if (!judged.ok) return judged;
  const { mime, width, height, words, thumbHash, preview } = judged.value;
  const id = newId();
  const files = { original: originalKey(id), preview: renditionKey(id, "webp", preview.width) };
  try {
    await putFile(files.original, upload.bytes);
    await putFile(files.preview, preview.bytes);
    const entered = await registerPicture.execute(
      {
        id,
        originalName: singleLine(upload.originalName).slice(0, 300).toWellFormed(),
        originalKey: files.original,
        sha256: createHash("sha256").update(upload.bytes).digest("hex"),
        mime,
        width,
        height,
        thumbHash,
        ...words,
        renditions: [{ format: "webp", width: preview.width, height: preview.height, key: files.preview, bytes: preview.bytes.byteLength }],
      },
      call,
    );
    if (!entered.ok) await Promise.all(Object.values(files).map(deleteFile));
    return entered;
  } catch (error) {
    await Promise.all(Object.values(files).map(deleteFile));
    throw error;
  }
}
