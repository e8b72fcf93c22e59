import { asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { pageRevisions, pages } from "@/db/schema";
import { conflict, type Failure } from "@/lib/kernel/failure";

export type PageRow = typeof pages.$inferSelect;
export type PageRevisionRow = typeof pageRevisions.$inferSelect;
export type LockedPage = { page: PageRow; newest: PageRevisionRow; all: PageRow[] };

/** All pages in their order. Whoever changes one waits for the others, so that addresses, places and purposes stay single. */
export async function lockPages(tx: Transaction): Promise<PageRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(7261534)`);
  return tx.select().from(pages).where(isNull(pages.deletedAt)).orderBy(asc(pages.position), asc(pages.slug));
}

/** One page among all with its newest version, or null where it is not there. */
export async function lockPage(tx: Transaction, { pageId }: { pageId: string }): Promise<LockedPage | null> {
  const all = await lockPages(tx);
  const page = all.find((one) => one.id === pageId);
  const [newest] = page ? await tx.select().from(pageRevisions).where(eq(pageRevisions.pageId, pageId)).orderBy(desc(pageRevisions.seq)).limit(1) : [];
  return page && newest ? { page, newest, all } : null;
}

/** The failure where somebody has saved another version since this one was seen. */
export function changedMeanwhile(newest: PageRevisionRow, seen: number): Failure | null {
  return newest.seq === seen ? null : conflict("changed_meanwhile", `${newest.savedByName} has saved another version of this page meanwhile. What you typed still stands here: copy it, open the page again, and put it in.`);
}
