import { and, desc, eq, isNotNull } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { comments, sanctions } from "@/db/schema";
import type { Language, ReasonCode } from "@/db/vocabulary";
import type { PersonActor } from "@/lib/core/actor";
import { machineNow } from "@/lib/kernel/clock";
import { fromProcess } from "@/lib/kernel/process-store";
import { paperNow } from "@/lib/settings/reads/paper-now";
import { holds } from "@/lib/sanctions/sanction";
import { type Commenter, sanctionsOf } from "@/lib/sanctions/standing";
import { sanctionSays } from "@/lib/sanctions/words";

/** What holds for a commenter, as she reads it: what, why, since when, and what the moderators wrote. Never who decided. */
export type OwnSanction = { id: string; says: string; reason: ReasonCode | null; message: string; since: Date };

/** What holds for somebody with an account, newest first. */
export async function ownSanctions({ personId }: PersonActor, language: Language): Promise<OwnSanction[]> {
  return toldOf({ personId }, language);
}

/** What holds for the guest who wrote a comment, for its own page: not where nobody knows that she wrote it, though that could be known. */
export async function sanctionsOfGuest(commentId: string, language: Language): Promise<OwnSanction[]> {
  const confirmable = fromProcess("env").mail !== null;
  const [row] = await appDatabase().select({ guestId: comments.guestId }).from(comments).where(and(eq(comments.id, commentId), isNotNull(comments.guestId), ...(confirmable ? [isNotNull(comments.confirmedAt)] : [])));
  return row?.guestId ? toldOf({ guestId: row.guestId }, language) : [];
}

async function toldOf(who: Commenter, language: Language): Promise<OwnSanction[]> {
  const db = appDatabase();
  const theirs = await sanctionsOf(db, who);
  if (!theirs) return [];
  const [rows, paper] = await Promise.all([db.select().from(sanctions).where(theirs).orderBy(desc(sanctions.createdAt), desc(sanctions.id)), paperNow(db)]);
  const now = machineNow();
  return rows.filter((row) => holds(row, now)).map(({ id, kind, unconfirmed, endsAt, reason, message, createdAt }) => ({ id, says: sanctionSays({ kind, unconfirmed, endsAt }, paper, language), reason, message, since: createdAt }));
}
