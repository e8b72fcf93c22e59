import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { pageRevisions, pages } from "@/db/schema";
import { pageAnnouncements } from "@/lib/announcing/announcement";
import { command } from "@/lib/core/command";
import { conflict, type Failure, invalid } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";
import { pageManage } from "@/lib/pages/abilities";
import { PublishPageInput, WithdrawPageInput } from "@/lib/pages/inputs";
import { lockPage, type PageRevisionRow } from "@/lib/pages/lock-pages";
import { saysSomething } from "@/lib/pages/page";
import { commandOnNewest } from "@/lib/pages/page-command";
import { pagePath, purposeNames } from "@/lib/pages/purposes";

/**
 * Puts the newest version before readers. Fails with `empty` where it says nothing, with `purpose_taken` where another page stands for
 * the same already, and with `changed_meanwhile` where the newest is not the one that was seen.
 */
export const publishPage = commandOnNewest({
  name: "publishPage",
  input: PublishPageInput,
  async run({ tx, now, record }, { page, newest }) {
    const refusal = saysSomething(newest.body) ? await purposeTaken(tx, newest) : invalid("empty", "There is nothing on this page yet.", { fields: { typed: "Write the page’s text." } });
    if (refusal) return fail(refusal);
    if (page.publishedRevisionId !== newest.id) {
      await tx.update(pages).set({ publishedRevisionId: newest.id, firstPublishedAt: page.firstPublishedAt ?? now, changedAt: now }).where(eq(pages.id, page.id));
      await record({ name: "page.published", subjectId: page.id, data: { slug: page.slug, seq: newest.seq, title: newest.title }, jobs: await pageAnnouncements(tx, pagePath(page.slug)) });
    }
    return ok({ slug: page.slug });
  },
});

/** Takes a page back: its address answers that it is gone. Its versions stay, and publishing brings it back. */
export const withdrawPage = command({
  name: "withdrawPage",
  input: WithdrawPageInput,
  ability: pageManage,
  load: lockPage,
  async run({ tx, record }, { page }) {
    if (page.publishedRevisionId) {
      await tx.update(pages).set({ publishedRevisionId: null }).where(eq(pages.id, page.id));
      await record({ name: "page.withdrawn", subjectId: page.id, data: { slug: page.slug }, jobs: await pageAnnouncements(tx, pagePath(page.slug)) });
    }
    return ok({ slug: page.slug });
  },
});

/** Machines are told one address for each policy. */
async function purposeTaken(tx: Transaction, { pageId, purpose }: PageRevisionRow): Promise<Failure | null> {
  if (purpose === "plain") return null;
  const [other] = await tx
    .select({ title: pageRevisions.title })
    .from(pages)
    .innerJoin(pageRevisions, eq(pageRevisions.id, pages.publishedRevisionId))
    .where(and(eq(pageRevisions.purpose, purpose), ne(pages.id, pageId)))
    .limit(1);
  return other ? conflict("purpose_taken", `“${other.title}” stands for “${purposeNames[purpose]}” already.`, { fields: { purpose: `“${other.title}” is that page already.` } }) : null;
}
