import "server-only";
import { cache } from "react";
import { allSections, paper, publishedArticle, relatedCards, sectionBySlug, storyAt } from "@/lib/articles/reads/public";
import { fromProcess } from "@/lib/kernel/process-store";
import { noteTags } from "@/lib/web/reader-request";

/* What several parts of one page need, read once a request, with the tags that make the cached copy honest. */

export const thePaper = cache(async () => {
  noteTags("settings");
  return paper();
});

export const theSections = cache(async () => {
  noteTags("sections");
  return allSections();
});

export const theSection = cache(async (slug: string) => {
  noteTags("sections");
  return sectionBySlug(slug);
});

/** The story at an address, with its page where it stands here. */
export const theStory = cache(async (section: string, slug: string) => {
  const at = await storyAt(section, decoded(slug));
  // Also what is not there may come: an address is made true or untrue by an event about stories.
  noteTags("articles");
  if (at.found !== "here") return at;
  const article = await publishedArticle(at.id);
  if (!article) return { found: "nowhere" as const };
  noteTags(`article:${article.id}`, `discussion:${article.id}`, ...article.bylines.flatMap((byline) => (byline.personId ? [`author:${byline.personId}` as const] : [])));
  return { found: "here" as const, article };
});

export const theRelated = cache(async (section: string, slug: string) => {
  const at = await theStory(section, slug);
  if (at.found !== "here") return [];
  const own = await theSection(section);
  const cards = await relatedCards(at.article, own?.id ?? null, 3);
  noteTags(...cards.map((card) => `article:${card.id}` as const));
  return cards;
});

/** The paper's own origin: the only source of absolute addresses. */
export function origin(): string {
  return fromProcess("env").appUrl;
}

/** A part of an address as text; parts that are not valid percent-encoding name nothing. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A broken percent sign: there is nothing at such an address.
    return "";
  }
}
