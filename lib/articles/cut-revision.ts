import { and, desc, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articleUpdates, revisions } from "@/db/schema";
import type { RevisionKind } from "@/db/vocabulary";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { newId } from "@/lib/kernel/ids";
import { contentHash } from "@/lib/content/content-hash";
import type { StoredDocument, StoryContent } from "@/lib/content/document";
import { migrateBody } from "@/lib/content/migrate-body";
import { schemaVersion } from "@/lib/content/schema";
import { bodyWords } from "@/lib/content/to-text";

export type RevisionRow = typeof revisions.$inferSelect;

type Cut = { kind: RevisionKind; label?: string | null; reason?: string | null; restoredFrom?: string | null; /** Whose writing was brought in with it, beside those whom the log names since the last one. */ credits?: string };

/** The verbs of the workflow always leave a revision of their own, since it says who and why; savings that change nothing leave none. */
const onlyWhenChanged: readonly RevisionKind[] = ["auto", "named", "pre_restore", "import"];

/**
 * Cuts an immutable, numbered revision. The caller holds the article's row lock, which makes the numbers gapless.
 * Returns null where nothing changed since the last one and the kind needs a change.
 */
export async function cutRevision(tx: Transaction, actor: Actor, now: Date, articleId: string, content: StoryContent, cut: Cut): Promise<RevisionRow | null> {
  const own = eq(revisions.articleId, articleId);
  const hash = contentHash(content);
  if (onlyWhenChanged.includes(cut.kind)) {
    const [last] = await tx.select({ hash: revisions.hash }).from(revisions).where(own).orderBy(desc(revisions.seq)).limit(1);
    if (last?.hash === hash) return null;
  }
  const written = {
    ...content,
    id: newId(),
    articleId,
    kind: cut.kind,
    label: cut.label || null,
    reason: cut.reason || null,
    restoredFrom: cut.restoredFrom ?? null,
    schemaVersion,
    words: bodyWords(content.body),
    hash,
    createdBy: personIdOf(actor),
    createdAt: now,
  };
  const since = sql`coalesce((select max(${revisions.createdAt}) from ${revisions} where ${own}), '-infinity')`;
  const byNow = and(eq(articleUpdates.articleId, articleId), isNotNull(articleUpdates.authorId), gt(articleUpdates.createdAt, since));
  const [counted] = await tx
    .insert(revisions)
    .values({
      ...written,
      seq: sql`(select coalesce(max(${revisions.seq}), 0) + 1 from ${revisions} where ${own})`,
      contributors: sql`array(select ${articleUpdates.authorId} from ${articleUpdates} where ${byNow} union select credited from (select ${cut.credits ?? null}::uuid as credited) as brought where credited is not null)`,
    })
    .returning({ seq: revisions.seq, contributors: revisions.contributors });
  if (!counted) throw new Error("The revision was not written.");
  return { ...written, ...counted };
}

/** What a revision holds, as content again, in the present format. */
export function contentOf(revision: RevisionRow): StoryContent {
  const { format, kicker, headline, frontHeadline, searchHeadline, socialHeadline, standfirst, claim, claimant, claimantKind, verdict, dateline, slug, sectionId, language, tags, bylines, lead, body } = revision;
  return { format, kicker, headline, frontHeadline, searchHeadline, socialHeadline, standfirst, claim, claimant, claimantKind, verdict, dateline, slug, sectionId, language, tags, bylines, lead, body: migrateBody(body) as StoredDocument };
}
