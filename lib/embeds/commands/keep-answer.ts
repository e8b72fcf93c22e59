import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articleEmbeds, articleMedia, embeds } from "@/db/schema";
import { command } from "@/lib/core/command";
import { embedAnswer } from "@/lib/embeds/abilities";
import { lockEmbed } from "@/lib/embeds/embed-row";
import { KeepSnapshotInput, NoteFailureInput } from "@/lib/embeds/inputs";
import { ok } from "@/lib/kernel/result";

/** Keeps what the provider answered; the first answer stays. Stories that show it already get it, with its still picture. */
export const keepSnapshot = command({
  name: "keepSnapshot",
  input: KeepSnapshotInput,
  ability: embedAnswer,
  load: lockEmbed,
  async run({ tx, now, record }, embed, { embedId, ...snapshot }) {
    if (embed.state === "ready") return ok(null);
    await tx.update(embeds).set({ ...snapshot, state: "ready", failure: null, askedAt: now }).where(eq(embeds.id, embedId));
    await record({ name: "embed.answered", subjectId: embedId, data: { articles: await shownIn(tx, embedId, snapshot.thumbnailAssetId) } });
    return ok(null);
  },
});

/** The public stories that show the embed; its picture becomes public with them. */
async function shownIn(tx: Transaction, embedId: string, pictureId: string | null): Promise<string[]> {
  const stories = await tx.select({ id: articleEmbeds.articleId }).from(articleEmbeds).where(eq(articleEmbeds.embedId, embedId));
  if (pictureId && stories.length > 0) await tx.insert(articleMedia).values(stories.map(({ id }) => ({ articleId: id, assetId: pictureId }))).onConflictDoNothing();
  return stories.map(({ id }) => id);
}

/** Notes why the provider could not be asked. Only `final` ends the tries; the address stands all the same. */
export const noteEmbedFailure = command({
  name: "noteEmbedFailure",
  input: NoteFailureInput,
  ability: embedAnswer,
  load: lockEmbed,
  async run({ tx, now, record }, embed, { embedId, why, final }) {
    if (embed.state !== "waiting") return ok(null);
    await tx.update(embeds).set({ attempts: sql`${embeds.attempts} + 1`, failure: why, askedAt: now, ...(final ? { state: "failed" as const } : {}) }).where(eq(embeds.id, embedId));
    if (final) await record({ name: "embed.failed", subjectId: embedId, data: { why } });
    return ok(null);
  },
});
