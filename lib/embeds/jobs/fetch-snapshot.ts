import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { embeds } from "@/db/schema";
import { type SystemActor, systemActor } from "@/lib/core/actor";
import { safeFetch } from "@/lib/core/safe-fetch";
import { type Ask, askProvider } from "@/lib/embeds/ask-provider";
import { keepSnapshot, noteEmbedFailure } from "@/lib/embeds/commands/keep-answer";
import type { EmbedRow } from "@/lib/embeds/embed-row";
import type { Snapshot } from "@/lib/embeds/provider";
import { providers } from "@/lib/embeds/providers";
import type { Result } from "@/lib/kernel/result";

/** After so many tries in vain an embed counts as failed, until somebody asks again. */
export const mostAttempts = 3;

/** What the job works with besides the database: the one gate for pictures, which is a neighbour's, and how the outside is asked. */
export type Means = { keepPicture(bytes: Uint8Array, name: string, actor: SystemActor): Promise<Result<{ id: string }>>; ask?: Ask };

const asker = systemActor("Embeds");

/**
 * Asks the provider of one embed what stands there and keeps it, with a copy of its still picture. Ends `ready`, or `failed` when the
 * provider said no or did not answer often enough, or nobody may be asked; until then it stays `waiting`. May happen twice: what is ready stays as it is.
 */
export async function run({ embedId }: { embedId: string }, { keepPicture, ask = safeFetch }: Means): Promise<void> {
  const [embed] = await appDatabase().select().from(embeds).where(eq(embeds.id, embedId));
  if (embed?.state !== "waiting") return;
  const kept = await askAndKeep(embed, { keepPicture, ask });
  if (kept.ok) return;
  const final = kept.failure.reason === "nothing_there" || kept.failure.reason === "outside_closed" || embed.attempts + 1 >= mostAttempts;
  await noteEmbedFailure.execute({ embedId, why: kept.failure.message.slice(0, 300), final }, { actor: asker });
}

async function askAndKeep(embed: EmbedRow, means: Required<Means>): Promise<Result<null>> {
  const told = await askProvider(embed.provider, embed, means.ask);
  if (!told.ok) return told;
  const { thumbnail, ...snapshot } = told.value;
  const thumbnailAssetId = await copyOf(thumbnail, providers[embed.provider].loadsFrom(embed).name, means);
  return keepSnapshot.execute({ embedId: embed.id, ...cut(snapshot), thumbnailAssetId }, { actor: asker });
}

/** Our own copy of the still picture, through the one gate for pictures; null where there is none to be had: the words are enough. */
async function copyOf(address: string | null, name: string, { ask, keepPicture }: Required<Means>): Promise<string | null> {
  if (!address) return null;
  const fetched = await ask(address, { accept: "image/avif,image/webp,image/jpeg,image/png" });
  if (!fetched.ok || fetched.value.status !== 200) return null;
  const kept = await keepPicture(fetched.value.bytes, `Still picture from ${name}`, asker);
  return kept.ok ? kept.value.id : null;
}

function cut(snapshot: Omit<Snapshot, "thumbnail">): Omit<Snapshot, "thumbnail"> {
  const first = (text: string, length: number) => text.slice(0, length).toWellFormed().replace(/\ufffd/g, "");
  return { ...snapshot, title: first(snapshot.title, 300), author: first(snapshot.author, 300), words: first(snapshot.words, 2000) };
}
