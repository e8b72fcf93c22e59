import { and, eq, gt, ne, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { commentLooks, people } from "@/db/schema";
import { commentModerate } from "@/lib/comments/abilities";
import { commentSettings } from "@/lib/comments/settings";
import { type Actor, personIdOf } from "@/lib/core/actor";

/** Which comments colleagues have before them now, with their names. */
export type Looks = { commentId: string; name: string }[];

/** Who else looks at what, as far as is known: one small table, asked whole. Nothing for those who do not moderate. */
export async function whoLooks(actor: Actor): Promise<Looks | null> {
  const me = personIdOf(actor);
  if (!me || !commentModerate.check(actor, null)) return null;
  return appDatabase()
    .select({ commentId: commentLooks.commentId, name: people.name })
    .from(commentLooks)
    .innerJoin(people, eq(people.id, commentLooks.personId))
    .where(and(ne(commentLooks.personId, me), gt(commentLooks.lookedAt, sql`now() - make_interval(mins => ${commentSettings.lookMinutes})`)))
    .orderBy(people.name);
}
