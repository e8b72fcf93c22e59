import { and, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { people } from "@/db/schema";
import { roles } from "@/db/vocabulary";
import { roleMay } from "@/lib/policy/roles";

const moderators = roles.filter((role) => roleMay(role, "comment.moderate"));

/** Whether somebody else could decide about comments now. */
export async function anotherModerator(db: Database | Transaction, than: string): Promise<boolean> {
  const [other] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.role, moderators), ne(people.id, than), isNull(people.disabledAt), isNotNull(people.passwordHash)))
    .limit(1);
  return other !== undefined;
}
