import { fork } from "node:child_process";
import { rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Rendition } from "@/db/schema/media";
import { cropPixels } from "@/lib/media/crops";
import { keepTemporary, pathOf, temporaryFor } from "@/lib/media/disk-store";
import { renditionKey } from "@/lib/media/keys";
import { pictureLimits } from "@/lib/media/limits";
import type { Answer, Order } from "@/lib/media/renderer";
import type { PictureFormat } from "@/lib/media/sizes";

/** All sizes of the largest picture must be made within this. */
const limitMs = 480_000;

const program = fileURLToPath(new URL("./renderer.ts", import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** The picture itself cannot be read: another try would not help. */
export class DamagedPicture extends Error {}

type Picture = { id: string; originalKey: string; width: number; height: number; rights: string | null };

/** One file to be made: of the whole picture, or of the part of it that `crop` names. */
export type Wanted = { format: PictureFormat; width: number; crop: string | null };

/**
 * Makes sizes of a picture in a process of its own, and keeps them. Throws `DamagedPicture`
 * where there is no hope, anything else where there is. What was begun and not finished is taken away.
 */
export async function render(picture: Picture, wanted: readonly Wanted[], signal: AbortSignal): Promise<Rendition[]> {
  const parts = wanted.map(({ crop }) => (crop ? cropPixels(crop, picture) : null));
  const strange = wanted.find(({ crop }, at) => crop && !parts[at]);
  if (strange) throw new DamagedPicture(`${strange.crop} is no part of this picture.`);
  const outputs = await Promise.all(
    wanted.map(async (one, at) => {
      const key = renditionKey(picture.id, one.format, one.width, one.crop);
      return { ...one, part: parts[at] ?? null, key, path: await temporaryFor(key) };
    }),
  );
  try {
    const answer = await order({ source: pathOf(picture.originalKey), pixels: pictureLimits.decoderPixels, rights: picture.rights, outputs: outputs.map(({ format, width, path, part }) => ({ format, width, path, crop: part })) }, signal);
    if ("damaged" in answer) throw new DamagedPicture(answer.damaged);
    for (const { path, key } of outputs) await keepTemporary(path, key);
    return outputs.map(({ format, key, crop }, at) => {
      const size = answer.sizes[at];
      if (!size) throw new Error("The renderer made fewer sizes than it was asked for.");
      return { format, key, ...size, ...(crop ? { crop } : {}) };
    });
  } finally {
    for (const { path } of outputs) await rm(path, { force: true });
  }
}

function order(wanted: Order, signal: AbortSignal): Promise<Answer> {
  return new Promise((done, failed) => {
    const renderer = fork(program, [], { execArgv: ["--import", loader], stdio: ["ignore", "ignore", "ignore", "ipc"], signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]), killSignal: "SIGKILL", serialization: "json" });
    renderer.once("message", (answer) => done(answer as Answer));
    renderer.once("error", failed);
    renderer.once("exit", (code, killed) => failed(new Error(`The renderer ended without an answer (${killed ?? code}).`)));
    renderer.send(wanted);
  });
}
