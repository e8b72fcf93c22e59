import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, noteMentions, noteMessages, noteThreads, people } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import type { Actor } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import { fromProcess } from "@/lib/kernel/process-store";
import { ok } from "@/lib/kernel/result";
import { singleLine } from "@/lib/kernel/text";
import { queueMail } from "@/lib/mail/queue-mail";
import { namedLetter } from "@/lib/notes/letter";
import { type Ability, nothing } from "@/lib/policy/ability";
import { paperNow } from "@/lib/settings/reads/paper-now";

const noteMail: Ability<unknown> = { name: "note.mail", check: (actor: Actor) => actor.kind === "system", where: () => nothing };

/** Whoever is in the story sees it there: only what was not seen for so many minutes is mailed. */
const patience = 10;

const due = and(isNull(noteMentions.seenAt), isNull(noteMentions.mailedAt), lte(noteMentions.createdAt, sql`now() - make_interval(mins => ${patience})`));

/** Mails one of the newsroom that she is named in notes which she has not seen, each once, all in one mail; only of stories that she may still open. Without a mail server nothing is mailed, not even later. */
export const mailMentions = command({
  name: "mailMentions",
  input: z.strictObject({ personId: z.uuid() }),
  ability: noteMail,
  async load(tx, { personId }) {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    return person ?? null;
  },
  async run({ tx, now }, person) {
    const rows = await tx
      .select({ messageId: noteMentions.messageId, by: sql<string>`(select name from people where id = ${noteMessages.authorId})`, article: articles })
      .from(noteMentions)
      .innerJoin(noteMessages, eq(noteMessages.id, noteMentions.messageId))
      .innerJoin(noteThreads, eq(noteThreads.id, noteMessages.threadId))
      .innerJoin(articles, eq(articles.id, noteThreads.articleId))
      .where(and(eq(noteMentions.personId, person.id), due))
      .orderBy(asc(noteMentions.createdAt))
      .for(rowLock, { of: noteMentions, skipLocked: true });
    if (rows.length === 0) return ok({ mailed: 0 });
    await tx.update(noteMentions).set({ mailedAt: now }).where(and(eq(noteMentions.personId, person.id), inArray(noteMentions.messageId, rows.map(({ messageId }) => messageId))));
    const env = fromProcess("env");
    const reader: Actor = { kind: "person", personId: person.id, name: person.name, role: person.role, sessionId: person.id };
    const stories = new Map(rows.filter(({ article }) => articleEdit.check(reader, article)).map(({ article, by }) => [article.id, { headline: singleLine(article.draftHeadline) || "a story without a headline", by: singleLine(by), link: `${env.appUrl}/desk/articles/${article.id}` }]));
    if (env.mail === null || person.disabledAt || stories.size === 0) return ok({ mailed: 0 });
    const { paper } = await paperNow(tx);
    await queueMail(tx, { kind: "note", to: person.email, ...namedLetter({ paper, name: person.name, stories: [...stories.values()] }) });
    return ok({ mailed: stories.size });
  },
});

/** Who is to be told, at most so many at a time. */
export async function toBeTold(most: number): Promise<string[]> {
  const rows = await appDatabase().selectDistinct({ id: noteMentions.personId }).from(noteMentions).where(due).limit(most);
  return rows.map(({ id }) => id);
}
