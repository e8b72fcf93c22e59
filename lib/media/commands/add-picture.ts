import { createHash } from "node:crypto";
import { z } from "zod";
import { mediaAssets } from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Call, command, noSubject } from "@/lib/core/command";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result } from "@/lib/kernel/result";
import { singleLine } from "@/lib/kernel/text";
import { deleteFile, putFile } from "@/lib/media/disk-store";
import { type MadePicture, makePicture } from "@/lib/media/picture";
import { byRole } from "@/lib/policy/ability";

/** Adding pictures: everybody who writes. */
export const mediaUpload = byRole("media.upload", "media.upload");

const rendition = z.strictObject({ format: z.enum(["webp", "jpeg"]), width: z.number().int().positive(), height: z.number().int().positive(), key: z.string(), bytes: z.number().int().positive() });
const RegisterPictureInput = z.strictObject({
  id: z.uuid(),
  originalName: z.string().max(300),
  originalKey: z.string(),
  sha256: z.string(),
  mime: z.string(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  renditions: z.array(rendition).min(1),
});

/** Enters a picture whose files are kept already. Only `addPicture` calls it. */
const registerPicture = command({
  name: "registerPicture",
  input: RegisterPictureInput,
  ability: mediaUpload,
  load: noSubject,
  async run({ tx, actor, now, record }, _, input) {
    await tx.insert(mediaAssets).values({ ...input, uploadedBy: personIdOf(actor), createdAt: now });
    await record({ name: "media.added", subjectId: input.id });
    return ok({ id: input.id, width: input.width, height: input.height, renditions: input.renditions.map(({ format, width, height }) => ({ format, width, height })) });
  },
});

export type AddedPicture = { id: string; width: number; height: number; renditions: { format: "webp" | "jpeg"; width: number; height: number }[] };

/** The one gate for pictures, whatever way they come: judged, encoded anew, written through, then entered. The original stays private. */
export async function addPicture(upload: { bytes: Uint8Array; originalName: string }, call: Call & { actor: Actor }): Promise<Result<AddedPicture>> {
  const made = await makePicture(upload.bytes);
  if (!made.ok) return made;
  const id = newId();
  const kept = await keepFiles(id, upload.bytes, made.value);
  const entered = await registerPicture.execute(
    { id, originalName: singleLine(upload.originalName).slice(0, 300), originalKey: kept.originalKey, sha256: createHash("sha256").update(upload.bytes).digest("hex"), mime: made.value.mime, width: made.value.width, height: made.value.height, renditions: kept.renditions },
    call,
  );
  if (!entered.ok) for (const key of [kept.originalKey, ...kept.renditions.map((one) => one.key)]) await deleteFile(key);
  return entered;
}

async function keepFiles(id: string, original: Uint8Array, picture: MadePicture) {
  const originalKey = `originals/${id}`;
  await putFile(originalKey, original);
  const renditions = [];
  for (const { format, width, height, bytes } of picture.renditions) {
    const key = `renditions/${id}/${width}.${format === "webp" ? "webp" : "jpg"}`;
    await putFile(key, bytes);
    renditions.push({ format, width, height, key, bytes: bytes.byteLength });
  }
  return { originalKey, renditions };
}
