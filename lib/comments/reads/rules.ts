import { eq, sql } from "drizzle-orm";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import { sections, settings } from "@/db/schema";
import { type DiscussionRules, discussionRulesKey, rulesFor, type StoredRules, storedRules } from "@/lib/comments/discussion-rules";

/** The rules as somebody wrote them, and how often they were written. */
export async function writtenRules(db: Database | Transaction = appDatabase()): Promise<StoredRules & { version: number }> {
  const [row] = await db
    .select({ value: settings.value, version: settings.version })
    .from(settings)
    .where(eq(settings.key, discussionRulesKey));
  return { ...storedRules(row?.value), version: row?.version ?? 0 };
}

/** The same for a query that asks for more besides: what lies among the settings, to be read by `storedRules`. */
export const rulesAsWritten = sql<unknown>`(select ${settings.value} from ${settings} where ${settings.key} = ${discussionRulesKey})`;

/** What holds for a story in this section. */
export async function rulesOfSection(db: Database | Transaction, sectionId: string | null): Promise<DiscussionRules> {
  const parentId = sectionId
    ? sql<string | null>`(select ${sections.parentId} from ${sections} where ${sections.id} = ${sectionId})`
    : sql<string | null>`null::uuid`;
  const [row] = await db
    .select({
      parentId: parentId.as("parent_id"),
      value: rulesAsWritten.as("value"),
    })
    .from(sql`(values (1)) as always`);
  return rulesFor(storedRules(row?.value), [sectionId, row?.parentId ?? null]);
}
