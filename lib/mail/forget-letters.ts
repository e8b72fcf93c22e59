import { and, isNotNull, lt, ne, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { mails } from "@/db/schema";
import { keptDays } from "@/lib/mail/mail";

/** Forgets what mails said a month ago, whatever became of them: what still waits is tried for a day only. Says how many. */
export async function forgetLetters(): Promise<number> {
  const gone = await appDatabase()
    .update(mails)
    .set({ letter: null })
    .where(and(isNotNull(mails.letter), ne(mails.state, "waiting"), lt(mails.createdAt, sql`now() - make_interval(days => ${keptDays.letter})`)))
    .returning({ id: mails.id });
  return gone.length;
}
