import { asc, desc, eq, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { preparedForReaders } from "@/db/prepared";
import { publicArticles, publicArticleTags, publicCorrections, publicPeople } from "@/db/schema";
import type { CorrectionKind, Language } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { asCard, asPage, firstPageRows, ofSections, ofTag, pageOf, signedBy, uuids } from "@/lib/articles/reads/cards";
import { signatories } from "@/lib/articles/reads/signatories";
import type { CardList, Signatory } from "@/lib/articles/views";
import { type Place, readCursor, signCursor } from "@/lib/core/signed-cursor";

/* The lists of the paper: sections, tags, authors, corrections. All through the reader's login and the public views. */

const queries = preparedForReaders((db) => ({
  section: firstPageRows(db, eq(publicArticles.sectionId, sql.placeholder("sectionId"))).prepare("section_first_page"),
  family: firstPageRows(db, ofSections(sql.placeholder("sectionIds"))(null, "newest")).prepare("section_first_page_with_parts"),
}));

/** A section's stories, with those of its parts. */
export async function sectionPage(section: { id: string; slug: string }, parts: readonly { id: string }[], before?: string): Promise<CardList> {
  const list = `section:${section.slug}`;
  const sectionIds = uuids([section, ...parts].map(({ id }) => id));
  if (before) return pageOf(list, parts.length > 0 ? ofSections(sql`${sectionIds}`) : eq(publicArticles.sectionId, section.id), before);
  const { section: alone, family } = queries();
  const rows = parts.length > 0 ? await family.execute({ sectionIds }) : await alone.execute({ sectionId: section.id });
  return asPage(list, rows.map(asCard), null);
}

/** The stories with a tag. */
export const tagPage = (tag: { id: string }, before?: string): Promise<CardList> => pageOf(`tag:${tag.id}`, ofTag(tag.id), before);

export type NamedTag = { id: string; name: string; intro: string };

/** What a tag that something public carries is called, and what it is about where somebody said so. */
export async function tagNamed(slug: string): Promise<NamedTag | null> {
  const [tag] = await readerDatabase().select({ id: publicArticleTags.tagId, name: publicArticleTags.name, intro: publicArticleTags.intro }).from(publicArticleTags).where(eq(publicArticleTags.slug, slug)).limit(1);
  return tag ?? null;
}

/** The person behind an author page. */
export async function authorAt(handle: string): Promise<{ id: string; name: string; bio: string } | null> {
  const [person] = await readerDatabase().select({ id: publicPeople.id, name: publicPeople.name, bio: publicPeople.bio }).from(publicPeople).where(eq(publicPeople.handle, handle));
  return person ?? null;
}

/** Somebody's stories, with the portrait that stands above them. */
export async function authorPage(person: { id: string }, before?: string): Promise<CardList & { portrait: Signatory["portrait"] }> {
  const [list, signing] = await Promise.all([pageOf(`author:${person.id}`, signedBy(person.id), before), signatories([person.id])]);
  return { ...list, portrait: signing.get(person.id)?.portrait ?? null };
}

export type ListedCorrection = { id: string; kind: CorrectionKind; note: string; at: Date; headline: string; language: Language; path: string };

/** How many corrections stand on one page of them. */
const correctionsAPage = 30;

/** The corrections of the whole paper with their stories, newest first, page by page. A cursor that nobody signed is none. */
export async function correctionsPage(before?: string): Promise<Pick<CardList, "newer" | "older"> & { corrections: ListedCorrection[] }> {
  const { id, createdAt } = publicCorrections;
  const place = readCursor("corrections", before);
  const beside = (than: "<" | ">=", { at, id: from }: Place) => sql`(${createdAt}, ${id}) ${sql.raw(than)} (${at.toISOString()}::timestamptz, ${from}::uuid)`;
  const older = readerDatabase()
    .select({ id, kind: publicCorrections.kind, note: publicCorrections.note, at: createdAt, headline: publicArticles.headline, language: publicArticles.language, slug: publicArticles.slug, sectionSlug: publicArticles.sectionSlug })
    .from(publicCorrections)
    .innerJoin(publicArticles, eq(publicArticles.id, publicCorrections.articleId))
    .where(place ? beside("<", place) : undefined)
    .orderBy(desc(createdAt), desc(id))
    .limit(correctionsAPage + 1);
  // Where the page before this one begins: as many back as it holds, and the one before those.
  const newer = place ? readerDatabase().select({ at: createdAt, id }).from(publicCorrections).where(beside(">=", place)).orderBy(asc(createdAt), asc(id)).offset(correctionsAPage).limit(1) : [];
  const [rows, [start]] = await Promise.all([older, newer]);
  const last = rows[correctionsAPage - 1];
  return {
    corrections: rows.slice(0, correctionsAPage).map(({ slug, sectionSlug, ...row }) => ({ ...row, path: articlePath(sectionSlug, slug ?? "") })),
    newer: place ? (start ? { before: signCursor("corrections", start) } : "first") : null,
    older: rows.length > correctionsAPage && last ? signCursor("corrections", last) : null,
  };
}
