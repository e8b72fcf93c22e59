import { and, asc, inArray, isNull, or } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { people } from "@/db/schema";
import { roles } from "@/db/vocabulary";
import type { OwnedArticle } from "@/lib/articles/abilities";
import { type Failure, invalid } from "@/lib/kernel/failure";
import { roleMay } from "@/lib/policy/roles";

export type Colleague = { id: string; name: string };

/** Who may be named in a note on a story, or be given it: whoever may open the story. By name. */
export async function colleaguesOf(tx: Database | Transaction, article: OwnedArticle): Promise<Colleague[]> {
  const [anybody, owners] = [roles.filter((role) => roleMay(role, "article.edit_any")), roles.filter((role) => roleMay(role, "article.edit_own"))];
  const own = [article.createdBy, ...article.draftPeople];
  return tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(isNull(people.disabledAt), or(inArray(people.role, anybody), and(inArray(people.role, owners), inArray(people.id, own)))))
    .orderBy(asc(people.name), asc(people.id));
}

/** What is wrong with the people of a note: they may not open the story, or their name does not stand in the text. Null where nothing is. */
export function wrongPeople(colleagues: readonly Colleague[], { mentions = [], body = "", assigneeId = null }: { mentions?: readonly string[]; body?: string; assigneeId?: string | null }): Failure | null {
  const names = new Map(colleagues.map(({ id, name }) => [id, name]));
  if (assigneeId && !names.has(assigneeId)) return invalid("not_in_story", "This person may not open the story, so the note cannot be given to her.", { fields: { assigneeId: "Choose somebody who may open the story." } });
  const wrong = mentions.find((id) => !names.has(id) || !body.includes(`@${names.get(id)}`));
  return wrong ? invalid("not_in_story", "Somebody who is named here may not open the story, or her name does not stand in the note.", { fields: { mentions: "Choose people who may open the story." } }) : null;
}
