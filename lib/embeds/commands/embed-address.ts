import { and, eq } from "drizzle-orm";
import { rowLock } from "@/db/row-lock";
import { embeds } from "@/db/schema";
import { personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { embedProviderNames } from "@/lib/content/blocks/embed";
import { embedAdd } from "@/lib/embeds/abilities";
import { EmbedAddressInput } from "@/lib/embeds/inputs";
import { insteadOf, recognise } from "@/lib/embeds/providers";
import { invalid } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";

/** What may be embedded, in words. */
const known = new Intl.ListFormat("en").format([...Object.values(embedProviderNames).filter((name) => name !== embedProviderNames.audio), "sound files"]);

/**
 * Embeds an address: answers at once, without asking anybody. The same thing embedded again is the same snapshot; one that failed is
 * asked for anew. `not_embeddable` where the address is nobody's that we know.
 */
export const embedAddress = command({
  name: "embedAddress",
  input: EmbedAddressInput,
  ability: embedAdd,
  load: noSubject,
  async run({ tx, actor, now, record }, _, { address }) {
    const found = recognise(address);
    if (!found) return fail(invalid("not_embeddable", insteadOf(address) ?? `Nothing can be embedded from this address. It may still be a link. What can be embedded: ${known}.`, { fields: { address: "Nothing can be embedded from this address." } }));
    const id = newId();
    const [made] = await tx.insert(embeds).values({ id, ...found, createdBy: personIdOf(actor), createdAt: now }).onConflictDoNothing().returning({ id: embeds.id });
    if (made) {
      await record({ name: "embed.added", subjectId: id, data: { provider: found.provider, url: found.url } });
      return ok({ id, provider: found.provider, url: found.url, state: "waiting" as const });
    }
    const [row] = await tx.select().from(embeds).where(and(eq(embeds.provider, found.provider), eq(embeds.reference, found.reference))).for(rowLock);
    if (!row) throw new Error("An embed was there and is not.");
    if (row.state !== "failed") return ok({ id: row.id, provider: row.provider, url: row.url, state: row.state });
    await tx.update(embeds).set({ state: "waiting", attempts: 0, askedAt: null }).where(eq(embeds.id, row.id));
    await record({ name: "embed.asked_again", subjectId: row.id });
    return ok({ id: row.id, provider: row.provider, url: row.url, state: "waiting" as const });
  },
});
