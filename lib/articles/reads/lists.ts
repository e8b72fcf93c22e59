import { desc, eq, sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import { preparedForReaders } from "@/db/prepared";
import { publicArticles, publicArticleTags, publicCorrections, publicPeople } from "@/db/schema";
import { articlePath } from "@/lib/articles/article";
import { asCard, asPage, firstPageRows, ofSections, ofTag, pageOf, signedBy, uuids } from "@/lib/articles/reads/cards";
import { signatories } from "@/lib/articles/reads/signatories";
import type { CardList, Signatory } from "@/lib/articles/views";

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

/** The last corrections of the whole paper, with their stories. */
export async function latestCorrections(): Promise<{ id: string; kind: string; note: string; at: Date; headline: string; path: string }[]> {
  const rows = await readerDatabase()
    .select({ id: publicCorrections.id, kind: publicCorrections.kind, note: publicCorrections.note, at: publicCorrections.createdAt, headline: publicArticles.headline, slug: publicArticles.slug, sectionSlug: publicArticles.sectionSlug })
    .from(publicCorrections)
    .innerJoin(publicArticles, eq(publicArticles.id, publicCorrections.articleId))
    .orderBy(desc(publicCorrections.createdAt))
    .limit(100);
  return rows.map(({ slug, sectionSlug, ...row }) => ({ ...row, path: articlePath(sectionSlug, slug ?? "") }));
}
