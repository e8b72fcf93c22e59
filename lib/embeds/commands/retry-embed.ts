import { eq } from "drizzle-orm";
import { embeds } from "@/db/schema";
import { command } from "@/lib/core/command";
import { embedAdd } from "@/lib/embeds/abilities";
import { RetryEmbedInput } from "@/lib/embeds/inputs";
import { lockEmbed } from "@/lib/embeds/embed-row";
import { ok } from "@/lib/kernel/result";

/** Asks the provider again. One that answered already stays as it is: a snapshot is what stood there when it was embedded. */
export const retryEmbed = command({
  name: "retryEmbed",
  input: RetryEmbedInput,
  ability: embedAdd,
  load: lockEmbed,
  async run({ tx, record }, embed) {
    if (embed.state !== "failed") return ok({ id: embed.id, state: embed.state });
    await tx.update(embeds).set({ state: "waiting", attempts: 0, askedAt: null }).where(eq(embeds.id, embed.id));
    await record({ name: "embed.asked_again", subjectId: embed.id });
    return ok({ id: embed.id, state: "waiting" as const });
  },
});
