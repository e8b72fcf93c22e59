import { desc, eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { people, revisionNames, type revisions } from "@/db/schema";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { newId } from "@/lib/kernel/ids";

type Named = Pick<typeof revisions.$inferSelect, "id" | "articleId" | "kind" | "label">;

/** The newest name a version was given afterwards: `name` is null where it was taken away, `seq` how often it was given or taken. */
export type GivenName = { seq: number; name: string | null; by: string | null };

/** The newest names of a story's versions that were given any, by version. */
export async function givenNames(db: Database | Transaction, articleId: string): Promise<ReadonlyMap<string, GivenName>> {
  const rows = await db
    .selectDistinctOn([revisionNames.revisionId], { revisionId: revisionNames.revisionId, seq: revisionNames.seq, name: revisionNames.name, by: people.name })
    .from(revisionNames)
    .leftJoin(people, eq(people.id, revisionNames.namedBy))
    .where(eq(revisionNames.articleId, articleId))
    .orderBy(revisionNames.revisionId, desc(revisionNames.seq));
  return new Map(rows.map(({ revisionId, ...given }) => [revisionId, given]));
}

/** What a version is called now: as it was named last, else as it was kept. */
export function nameNow({ kind, label }: Pick<Named, "kind" | "label">, given: GivenName | undefined): string | null {
  return given ? given.name : kind === "named" ? label : null;
}

/** Names a version, or takes its name away; the names before stay on record. The caller holds the article's row lock, which puts namings in a row. */
export async function giveName(tx: Transaction, actor: Actor, now: Date, version: Named, given: GivenName | undefined, name: string | null): Promise<void> {
  await tx.insert(revisionNames).values({ id: newId(), articleId: version.articleId, revisionId: version.id, seq: (given?.seq ?? 0) + 1, name, namedBy: personIdOf(actor), namedAt: now });
}
