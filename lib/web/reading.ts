import "server-only";
import { cache } from "react";
import type { Language } from "@/db/vocabulary";
import { cardsWhere } from "@/lib/articles/reads/cards";
import { authorAt, tagNamed } from "@/lib/articles/reads/lists";
import { previewArticle } from "@/lib/articles/reads/preview";
import { relatedCards } from "@/lib/articles/reads/related";
import { storyAt } from "@/lib/articles/reads/story-at";
import type { ArticlePage } from "@/lib/articles/views";
import { rulesFor } from "@/lib/comments/discussion-rules";
import type { AskedDiscussion } from "@/lib/comments/discussion-view";
import { commentInPlace, type DiscussionPage, discussionPage } from "@/lib/comments/reads/discussion";
import { machineNow } from "@/lib/kernel/clock";
import { fromProcess } from "@/lib/kernel/process-store";
import { pageAt } from "@/lib/pages/reads/public-page";
import { mostRead, ranking } from "@/lib/readership/reads/most-read";
import { seriesAt } from "@/lib/series/reads/series-at";
import { iconAddress } from "@/lib/settings/branding";
import { brandingCss } from "@/lib/settings/branding-css";
import { paperFrame } from "@/lib/settings/reads/paper-frame";
import { keptUntil } from "@/lib/web/kept";
import { noteStyle } from "@/lib/web/note-style";
import { noteTags } from "@/lib/web/reader-request";

/* What several parts of one page need, read once a request, with the tags that make the cached copy honest. What frames every page is kept from one to the next. */

const theFrame = keptUntil(["settings", "sections", "pages"], paperFrame);

export const thePaper = cache(async () => {
  noteTags("settings");
  return (await theFrame()).paper;
});

/** The styles by which the paper looks as it was told to; empty where nobody told it. The page's policy knows them from here on. */
export const theLook = cache(async () => {
  const css = brandingCss((await thePaper()).branding);
  if (css) noteStyle(css);
  return css;
});

/** Where the paper's own icon is; null where it has none. */
export const theIcon = cache(async () => {
  const { branding } = await thePaper();
  return branding ? iconAddress(branding) : null;
});

export const theSections = cache(async () => {
  noteTags("sections");
  return (await theFrame()).sections;
});

/** The paper's own pages, which stand in the foot of every other one. */
export const thePages = cache(async () => {
  noteTags("pages");
  return (await theFrame()).pages;
});

/** The paper's own page at an address. */
export const thePageAt = cache(async (slug: string) => {
  const name = decoded(slug);
  noteTags("pages", `page:${name}`);
  return pageAt(name);
});

export const theSection = cache(async (slug: string) => (await theSections()).find((section) => section.slug === slug) ?? null);

async function partAt(section: string, slug: string) {
  const [whole, part] = await Promise.all([theSection(section), theSection(slug)]);
  return whole && part?.parentId === whole.id ? part : null;
}

/** The story at an address, with its page where it stands here. */
export const theStory = cache(async (section: string, slug: string) => {
  const at = await storyAt(decoded(section), decoded(slug));
  if (at.found === "here") noteTags(`article:${at.article.id}`, `discussion:${at.article.id}`, ...at.article.bylines.flatMap((byline) => (byline.personId ? [`author:${byline.personId}` as const] : [])));
  if (at.found === "here" && at.article.series) noteTags(`series:${at.article.series.id}`);
  // Where a part of a section would stand if addresses told of it: whoever types that comes to its own address.
  if (at.found === "nowhere") {
    const part = await partAt(decoded(section), decoded(slug));
    if (part) return { found: "moved" as const, path: `/${encodeURIComponent(part.slug)}` };
  }
  // What is not there may come with any event about stories.
  if (at.found !== "here") noteTags("articles");
  return at;
});

/** A story by which a look can be judged: the newest in the paper's language with a picture, or the newest there is; null where nothing is public. */
export async function theNewestStory(): Promise<ArticlePage | null> {
  const [{ language }, cards] = await Promise.all([thePaper(), cardsWhere(undefined, 12)]);
  const card = cards.find((one) => one.language === language && one.picture) ?? cards[0];
  const [, section = "", slug = ""] = card?.path.split("/") ?? [];
  const at = card ? await storyAt(decoded(section), decoded(slug)) : null;
  return at?.found === "here" ? at.article : null;
}

export const theRelated = cache(async (article: ArticlePage) => {
  const cards = await relatedCards(article);
  noteTags(`related:${article.id}`, ...cards.map((card) => `article:${card.id}` as const), ...article.tags.map((tag) => `tag:${tag.slug}` as const));
  if (article.sectionId) noteTags(`section:${article.sectionId}`);
  return cards;
});

// Counts come without an event; a list of the most read that is a few minutes old is true enough, and asking at every page would cost more than it says.
const theRanking = keptUntil([], ranking);

/** What is read most in the paper, or in these sections. The pages that show it note the lists of those sections already. */
export const theMostRead = async (sectionIds: readonly string[] | null) => mostRead(await theRanking(), sectionIds);

/** So many of the newest stories are looked at for one with a picture that is wider than high. */
const lookedAt = 24;

const theWidePictures = keptUntil(["articles"], async () => (await cardsWhere(undefined, lookedAt)).flatMap(({ picture, language }) => (picture && picture.width > picture.height ? [{ picture, language }] : [])));

/** The newest picture over a public story that fills a wide place, of a story in the paper’s own language where there is one: its credit is read with it. Null where there is none. */
export const theNewestPicture = async (own: Language) => {
  const wide = await theWidePictures();
  return (wide.find(({ language }) => language === own) ?? wide[0])?.picture ?? null;
};

/** Where a reader may go who found nothing: what others read, or, where too little was read, what is newest. */
export const theWayOn = cache(async () => {
  noteTags("articles");
  const read = await theMostRead(null);
  return read?.cards ?? cardsWhere(undefined, 5);
});

/** The tag with this slug. */
export const theTag = cache(async (slug: string) => {
  noteTags(`tag:${slug}`);
  return tagNamed(slug);
});

/** The person with this handle, where something public is signed with the name. */
export const theAuthor = cache(async (handle: string) => {
  noteTags("articles");
  const author = await authorAt(handle);
  if (author) noteTags(`author:${author.id}`);
  return author;
});

/** The series at an address. */
export const theSeries = cache(async (slug: string) => {
  const series = await seriesAt(slug);
  // What is not there may come with any event about stories.
  noteTags(...(series ? [`series:${series.id}` as const, ...series.parts.map(({ id }) => `article:${id}` as const)] : (["articles"] as const)));
  return series;
});

/** How discussions are held in a section. */
async function theRules() {
  noteTags("settings", "sections");
  const { rules, sections } = await theFrame();
  return (sectionId: string | null) => rulesFor(rules, [sectionId, sections.find(({ id }) => id === sectionId)?.parentId ?? null]);
}

/** One page of a story's discussion. */
export async function theDiscussion(article: ArticlePage, asked: AskedDiscussion): Promise<DiscussionPage> {
  noteTags(`discussion:${article.id}`);
  return discussionPage({ ...article, rules: (await theRules())(article.sectionId) }, machineNow(), asked);
}

/** A comment where it stands, among the threads around it. */
export const theCommentInPlace = cache(async (id: string) => {
  const found = await commentInPlace(id, await theRules(), machineNow());
  if (found) noteTags(`discussion:${found.article.id}`, `article:${found.article.id}`);
  // What is not there may come with any event about comments or stories.
  else noteTags("articles", "discussions");
  return found;
});

/** The working copy as it would be read, for whoever may edit it. */
export const thePreview = cache(previewArticle);

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
