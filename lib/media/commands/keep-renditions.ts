import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articleMedia, mediaAssets } from "@/db/schema";
import type { Rendition } from "@/db/schema/media";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";
import { pictureFormats, plannedRenditions } from "@/lib/media/sizes";
import { type Ability, nothing } from "@/lib/policy/ability";

/** The jobs' own: nobody says by hand which files there are. */
const byJob: Ability<unknown> = { name: "media.prepare", check: (actor) => actor.kind === "system", where: (actor) => (actor.kind === "system" ? undefined : nothing) };

const size = z.number().int().positive();
const rendition = z.strictObject({ format: z.enum(pictureFormats), width: size, height: size, key: z.string(), bytes: size, crop: z.string().optional() });

async function lockAsset(tx: Transaction, { assetId }: { assetId: string }) {
  const [row] = await tx.select({ id: mediaAssets.id, width: mediaAssets.width, state: mediaAssets.state, renditions: mediaAssets.renditions }).from(mediaAssets).where(eq(mediaAssets.id, assetId)).for(rowLock);
  return row ?? null;
}

/** Whether all that pages name of the whole picture is there. */
export function isComplete(asset: { width: number; renditions: readonly Rendition[] }): boolean {
  return plannedRenditions(asset.width).every((wanted) => asset.renditions.some((one) => !one.crop && one.format === wanted.format && one.width === wanted.width));
}

/** Enters sizes whose files are kept already. The same ones again change nothing and leave no second trace. */
export const keepRenditions = command({
  name: "keepRenditions",
  input: z.strictObject({ assetId: z.uuid(), renditions: z.array(rendition) }),
  ability: byJob,
  load: lockAsset,
  async run({ tx, record }, asset, input) {
    const added = (input.renditions as Rendition[]).filter((one) => !asset.renditions.some((kept) => kept.key === one.key));
    const renditions = [...asset.renditions, ...added];
    const state = isComplete({ width: asset.width, renditions }) ? "ready" : asset.state;
    if (added.length === 0 && state === asset.state) return ok({ added: 0 });
    await tx.update(mediaAssets).set({ renditions, state }).where(eq(mediaAssets.id, asset.id));
    const shown = added.length > 0 ? await tx.select({ id: articleMedia.articleId }).from(articleMedia).where(eq(articleMedia.assetId, asset.id)) : [];
    await record({ name: "media.prepared", subjectId: asset.id, data: { added: added.length, articles: shown.map((article) => article.id) } });
    return ok({ added: added.length });
  },
});

/** Notes that a picture's sizes cannot be made. What is there goes on being shown. */
export const markPictureFailed = command({
  name: "markPictureFailed",
  input: z.strictObject({ assetId: z.uuid(), reason: z.string().max(500) }),
  ability: byJob,
  load: lockAsset,
  async run({ tx, record }, asset, { reason }) {
    if (asset.state !== "preparing") return ok({ failed: false });
    await tx.update(mediaAssets).set({ state: "failed" }).where(eq(mediaAssets.id, asset.id));
    await record({ name: "media.failed", subjectId: asset.id, data: { reason } });
    return ok({ failed: true });
  },
});
