import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { appDatabase } from "@/db/client";
import { pageRevisions, pages } from "@/db/schema";
import type { StoredDocument } from "@/lib/content/document";
import type { Actor } from "@/lib/core/actor";
import { pageManage } from "@/lib/pages/abilities";
import { pageState } from "@/lib/pages/page";
import type { PageLine, PageWorkingCopy } from "@/lib/pages/views";

/** How many versions the desk lists; older ones are kept all the same. */
const listedVersions = 100;

const newestSeq = sql`(select max(newest.seq) from page_revisions newest where newest.page_id = ${pages.id})`;

const rows = () =>
  appDatabase()
    .select({ page: pages, newest: pageRevisions })
    .from(pages)
    .innerJoin(pageRevisions, and(eq(pageRevisions.pageId, pages.id), eq(pageRevisions.seq, newestSeq)));

/** The paper's own pages in their order, each as it was saved last; null for those who do not manage them. */
export async function pageList(actor: Actor): Promise<PageLine[] | null> {
  if (!pageManage.check(actor, null)) return null;
  const found = await rows().where(isNull(pages.deletedAt)).orderBy(asc(pages.position), asc(pages.slug));
  return found.map(({ page, newest }) => ({ id: page.id, slug: page.slug, title: newest.title, purpose: newest.purpose, state: pageState(page, newest.id) }));
}

/** One page as it was saved last, with what was saved before; null where it is not there or not theirs to see. */
export async function pageWorkingCopy(actor: Actor, pageId: string): Promise<PageWorkingCopy | null> {
  if (!pageManage.check(actor, null) || !z.uuid().safeParse(pageId).success) return null;
  const [found] = await rows().where(and(eq(pages.id, pageId), isNull(pages.deletedAt)));
  if (!found) return null;
  const { page, newest } = found;
  const versions = await appDatabase()
    .select({ id: pageRevisions.id, seq: pageRevisions.seq, title: pageRevisions.title, savedByName: pageRevisions.savedByName, savedAt: pageRevisions.createdAt })
    .from(pageRevisions)
    .where(eq(pageRevisions.pageId, pageId))
    .orderBy(desc(pageRevisions.seq))
    .limit(listedVersions);
  return {
    ...{ id: page.id, slug: page.slug, title: newest.title, purpose: newest.purpose, state: pageState(page, newest.id) },
    ...{ seq: newest.seq, typed: newest.typed, isSettled: page.firstPublishedAt !== null },
    versions: versions.map(({ id, ...version }) => ({ ...version, isPublic: id === page.publishedRevisionId })),
  };
}

/** What one version says; null where there is none. */
export async function pageVersion(actor: Actor, pageId: string, seq: number): Promise<{ title: string; body: StoredDocument } | null> {
  if (!pageManage.check(actor, null)) return null;
  const [version] = await appDatabase()
    .select({ title: pageRevisions.title, body: pageRevisions.body })
    .from(pageRevisions)
    .where(and(eq(pageRevisions.pageId, pageId), eq(pageRevisions.seq, seq)));
  return version ?? null;
}
