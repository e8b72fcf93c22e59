/*
 * A program of its own, started by lib/media/render.ts for one picture: a decoder that falls over, or eats too much, takes nothing
 * else with it. It knows nothing of ours.
 */
import { setPriority } from "node:os";
import sharp from "sharp";

export type Order = {
  source: string;
  pixels: number;
  rights: string | null;
  outputs: { format: "avif" | "webp" | "jpeg"; width: number; path: string; crop: { left: number; top: number; width: number; height: number } | null }[];
};
export type Answer = { sizes: { width: number; height: number; bytes: number }[] } | { damaged: string };

sharp.concurrency(1);
sharp.cache(false);
// Readers and writers go first; but on a busy machine it must come to an end, too.
setPriority(10);

process.once("disconnect", () => process.exit(1));
process.once("message", (order: Order) => {
  carryOut(order)
    .catch((error): Answer => ({ damaged: String(error) }))
    .then((answer) => process.send?.(answer, () => process.exit(0)));
});

async function carryOut({ source, pixels, rights, outputs }: Order): Promise<Answer> {
  const sizes: { width: number; height: number; bytes: number }[] = [];
  for (const { format, width, path, crop } of outputs) {
    // Turned upright first, and only then cut.
    const upright = sharp(source, { limitInputPixels: pixels, failOn: "warning", animated: false }).autoOrient();
    const part = crop ? upright.extract(crop) : upright;
    const sized = part.resize({ width, withoutEnlargement: true });
    const encoded =
      format === "avif"
        ? sized.avif({ quality: 55, effort: 4 })
        : format === "webp"
          ? sized.webp({ quality: 76, effort: 4 })
          : sized.flatten({ background: "#fff" }).jpeg({ quality: 78, mozjpeg: true });
    const { width: across, height: down, size } = await (rights ? encoded.withXmp(rights) : encoded).toFile(path);
    sizes.push({ width: across, height: down, bytes: size });
  }
  return { sizes };
}
