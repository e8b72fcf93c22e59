import { and, eq, gt, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentSweeps, sanctions, trustGrants } from "@/db/schema";
import { commentSettings } from "@/lib/comments/settings";
import { countForgotten } from "@/lib/moderation/forgotten-counts";

/**
 * Forgets what was imposed on somebody who is erased, and what was granted to her. Only of what holds the key of the address is kept, so that to have oneself erased is no way
 * out of a ban, without a word of why and no longer than a guest's would be. What moderators noted goes with the person (`forget_person`).
 */
export async function forgetSanctionsOf(tx: Transaction, personId: string, now: Date): Promise<void> {
  const keeps = and(isNotNull(sanctions.addressKey), isNull(sanctions.liftedAt), or(isNull(sanctions.endsAt), gt(sanctions.endsAt, now)));
  const last = sql`${now.toISOString()}::timestamptz + make_interval(days => ${commentSettings.guestAddressDays})`;
  const kept = await tx.update(sanctions).set({ personId: null, reason: null, message: "", liftedMessage: "", endsAt: sql`least(${sanctions.endsAt}, ${last})` }).where(and(eq(sanctions.personId, personId), keeps)).returning({ id: sanctions.id });
  for (const { id } of kept) await tx.delete(commentSweeps).where(eq(commentSweeps.sanctionId, id));
  await tx.execute(sql`with gone as (delete from ${sanctions} where ${sanctions.personId} = ${personId} returning *) ${countForgotten("sanction")}`);
  await tx.delete(trustGrants).where(eq(trustGrants.personId, personId));
}
