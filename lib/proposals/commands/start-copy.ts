import { and, eq } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "@/db/client";
import { proposals, revisions } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import { type ArticleRow, lockArticle } from "@/lib/articles/article-row";
import { contentOf, type RevisionRow } from "@/lib/articles/cut-revision";
import { presentVersion } from "@/lib/articles/present-version";
import { command } from "@/lib/core/command";
import { seedWorkingCopy } from "@/lib/content/working-copy";
import { forbidden } from "@/lib/kernel/failure";
import { newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { proposalMake } from "@/lib/proposals/abilities";
import { StartCopyInput } from "@/lib/proposals/inputs";
import { appendToProposal } from "@/lib/proposals/proposal-log";

/**
 * Takes a copy of a story to work on: a document of its own, seeded here once. Whoever may write in the story copies it as it stands; everybody
 * else what readers see. A person has one copy of a story in work: asked again, she gets that one.
 */
export const startCopy = command({
  name: "startCopy",
  input: StartCopyInput,
  ability: proposalMake,
  load: lockArticle,
  async run({ tx, actor, now, record }, article) {
    if (actor.kind !== "person") return fail(forbidden("nobody", "Only people work on copies."));
    const [open] = await tx.select({ id: proposals.id }).from(proposals).where(and(eq(proposals.articleId, article.id), eq(proposals.createdBy, actor.personId), eq(proposals.state, "open")));
    if (open) return ok({ id: open.id, isNew: false });
    const base = articleEdit.check(actor, article) ? await presentVersion(tx, actor, now, article.id) : await publicVersion(tx, article);
    if (!base) throw new Error(`Article ${article.id} has no version to copy.`);
    const id = newId();
    await tx.insert(proposals).values({ id, articleId: article.id, baseRevisionId: base.id, createdBy: actor.personId, createdAt: now });
    const doc = new Y.Doc();
    seedWorkingCopy(doc, contentOf(base));
    // Nobody wrote it: what she writes begins after this.
    await appendToProposal(tx, { proposalId: id, bytes: Y.encodeStateAsUpdate(doc), authorId: null });
    doc.destroy();
    await record({ name: "article.copied", subjectId: article.id, data: { proposalId: id, seq: base.seq } });
    return ok({ id, isNew: true });
  },
});

/** The version that readers see; undefined where they see none. */
export async function publicVersion(tx: Transaction, { publishedRevisionId }: ArticleRow): Promise<RevisionRow | undefined> {
  const [published] = publishedRevisionId ? await tx.select().from(revisions).where(eq(revisions.id, publishedRevisionId)) : [];
  return published;
}
