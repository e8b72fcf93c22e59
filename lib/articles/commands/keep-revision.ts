import { desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { revisions } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import { lockArticle } from "@/lib/articles/article-row";
import { cutRevision } from "@/lib/articles/cut-revision";
import type { Kept } from "@/lib/articles/desk-views";
import { KeepRevisionInput } from "@/lib/articles/inputs";
import { committedContent } from "@/lib/articles/update-log";
import { giveName, givenNames, nameNow } from "@/lib/articles/version-names";
import { command } from "@/lib/core/command";
import { ok, type Result } from "@/lib/kernel/result";

/**
 * Keeps the working copy as it stands as a named version. Where nothing changed since the last version nothing new is kept: that one gets
 * the name; without a name `seq` is null.
 */
export const keepRevision = command({
  name: "keepRevision",
  input: KeepRevisionInput,
  ability: articleEdit,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, { label }): Promise<Result<Kept>> {
    const revision = await cutRevision(tx, actor, now, article.id, await committedContent(tx, article.id), { kind: "named", label });
    if (revision) {
      await record({ name: "article.revision_kept", subjectId: article.id, data: { revisionId: revision.id, label } });
      return ok({ seq: revision.seq, isNew: true, before: null });
    }
    const last = label ? await lastVersion(tx, article.id) : undefined;
    if (!last) return ok({ seq: null, isNew: false, before: null });
    const given = (await givenNames(tx, article.id)).get(last.id);
    const before = nameNow(last, given);
    if (before !== label) {
      await giveName(tx, actor, now, last, given, label);
      await record({ name: "article.revision_named", subjectId: article.id, data: { revisionId: last.id, seq: last.seq, name: label, before } });
    }
    return ok({ seq: last.seq, isNew: false, before });
  },
});

async function lastVersion(tx: Transaction, articleId: string) {
  const [last] = await tx.select({ id: revisions.id, articleId: revisions.articleId, seq: revisions.seq, kind: revisions.kind, label: revisions.label }).from(revisions).where(eq(revisions.articleId, articleId)).orderBy(desc(revisions.seq)).limit(1);
  return last;
}
