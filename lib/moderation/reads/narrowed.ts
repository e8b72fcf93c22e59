import { and, eq, ilike, or, type SQL, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, commentRevisions, comments, discussions, revisions, sections } from "@/db/schema";
import { knownPeople } from "@/lib/comments/reads/trust";
import type { TrustLevel } from "@/lib/comments/trust";
import { isUuid } from "@/lib/kernel/uuid";
import type { QueueFilters } from "@/lib/moderation/queue-address";

/** The conditions of what a queue is narrowed to. What names stories or words is looked up first, so that PostgreSQL knows how few they are. Days are those of the given zone. */
export async function narrowed(filters: QueueFilters, timeZone: string): Promise<SQL[]> {
  const { text, name, by, story, section, reason, cluster, links, trust, from, to } = filters;
  const dayBegins = (day: string, after: number) => sql`((${day}::date + ${after}::integer)::timestamp at time zone ${timeZone})`;
  return [
    text && (await saying(text)),
    name && sql`lower(${comments.nameSnapshot}) like ${`${asPattern(name.toLowerCase())}%`}`,
    by && sql`(${comments.authorId} = ${by}::uuid or ${comments.guestId} = ${by}::uuid)`,
    story && (await under(isUuid(story) ? eq(articles.id, story) : headlineHas(story))),
    section && (await under(eq(sections.slug, section))),
    reason && eq(comments.statusReason, reason),
    cluster && sql`(${comments.clusterId} = ${cluster}::uuid or ${comments.id} = ${cluster}::uuid)`,
    links && sql`exists (select from ${commentRevisions} where ${commentRevisions.commentId} = ${comments.id} and ${commentRevisions.id} = ${comments.currentRevisionId} and ${commentRevisions.linkCount} > 0)`,
    trust !== undefined && (await knownAs(trust)),
    from && sql`${comments.createdAt} >= ${dayBegins(from, 0)}`,
    to && sql`${comments.createdAt} < ${dayBegins(to, 1)}`,
  ].flatMap((condition) => condition || []);
}

/** Up to so many texts with a word are named one by one; a commoner word is met soon by whoever goes through the comments in their order. */
const rare = 3000;

/** Comments that say these words now. */
async function saying(text: string): Promise<SQL> {
  const says = sql`to_tsvector('simple', ${commentRevisions.source}) @@ websearch_to_tsquery('simple', ${text})`;
  const found = await appDatabase().transaction(async (tx) => {
    // Of a word that is in few texts PostgreSQL would read all of them, in the hope to meet it early.
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.select({ id: commentRevisions.id, commentId: commentRevisions.commentId }).from(commentRevisions).where(says).limit(rare + 1);
  });
  if (found.length > rare) return sql`exists (select from ${commentRevisions} where ${commentRevisions.id} = ${comments.currentRevisionId} and ${says})`;
  return and(anyOf(sql`${comments.id}`, found.map(({ commentId }) => commentId)), anyOf(sql`${comments.currentRevisionId}`, found.map(({ id }) => id))) ?? sql`false`;
}

const anyOf = (column: SQL, ids: readonly string[]): SQL => (ids.length === 1 ? sql`${column} = ${ids[0]}::uuid` : sql`${column} = any(${`{${ids.join(",")}}`}::uuid[])`);

/** Comments under these stories. */
async function under(condition: SQL | undefined): Promise<SQL> {
  const found = await appDatabase()
    .select({ id: discussions.id })
    .from(discussions)
    .innerJoin(articles, eq(articles.id, discussions.articleId))
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .where(condition);
  return anyOf(sql`${comments.discussionId}`, found.map(({ id }) => id));
}

const asPattern = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Headlines that readers see, or that the working copy has; or the address that the story has. */
function headlineHas(words: string): SQL | undefined {
  const pattern = `%${asPattern(words)}%`;
  return or(ilike(articles.draftHeadline, pattern), ilike(revisions.headline, pattern), eq(articles.slug, words.split(/[/?#]/).filter(Boolean).at(-1) ?? words));
}

/** Comments of people who are known so well (lib/comments/trust.ts). */
async function knownAs(trust: TrustLevel): Promise<SQL> {
  const { personIds, guestIds } = await knownPeople(trust === 0 ? 1 : trust, { orBetter: trust === 0 });
  const known = sql`(coalesce(${anyOf(sql`${comments.authorId}`, personIds)}, false) or coalesce(${anyOf(sql`${comments.guestId}`, guestIds)}, false))`;
  return trust === 0 ? sql`not ${known}` : known;
}
