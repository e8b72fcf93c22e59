import type { Metadata } from "next";
import { DrawnStory } from "@/app/(story)/[section]/[slug]/drawn";
import { isoWithOffset, printedYear } from "@/components/reader/dates";
import { Lost } from "@/components/reader/lost";
import { Foot, Topline } from "@/components/reader/masthead";
import { words } from "@/components/reader/words";
import { languages } from "@/db/vocabulary";
import { feedLinks } from "@/lib/feeds/addresses";
import { handOver } from "@/lib/web/handed-over";
import { answerWith } from "@/lib/web/reader-request";
import { searchTitle, shortened, socialTitle } from "@/lib/articles/outside-titles";
import type { ArticlePage, ShownPicture } from "@/lib/articles/views";
import { cardSize, storyCard } from "@/lib/cards/card";
import { askedDiscussion } from "@/lib/comments/discussion-view";
import { bodyText } from "@/lib/content/to-text";
import { shapeOf } from "@/lib/media/shapes";
import { cardWidth, pictureAddress } from "@/lib/media/sizes";
import { openToRobots } from "@/lib/web/robots";
import { drawnPicture, type SharedPicture, twitterCard } from "@/lib/web/social";
import { origin, theDiscussion, thePages, thePaper, theRelated, theSections, theStory, theWayOn } from "@/lib/web/reading";

type Props = { params: Promise<{ section: string; slug: string }>; searchParams: Promise<{ c?: string; show?: string; sort?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section, slug } = await params;
  const [at, paper] = await Promise.all([theStory(section, slug), thePaper()]);
  if (at.found !== "here") return { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
  const { article } = at;
  const address = origin() + article.path;
  // What nobody said in a standfirst its first words say.
  const says = article.standfirst || shortened(bodyText(article.body).replace(/\s+/g, " ").trim(), 160);
  const picture = (article.picture && cutPicture(article.picture, article.headline)) ?? drawnPicture({ of: "story", id: article.id }, storyCard(paper, { ...article, headline: socialTitle(article) }));
  return {
    title: searchTitle(article, paper.name),
    description: says || null,
    alternates: { canonical: address, ...(article.translations.length > 0 ? { languages: inEachLanguage(article) } : {}), types: { ...feedLinks(origin(), [article.section.slug], `${paper.name}: ${article.section.name}`), "application/json+oembed": [{ url: `${origin()}/oembed?url=${encodeURIComponent(address)}`, title: article.headline }] } },
    robots: openToRobots,
    openGraph: {
      type: "article",
      title: socialTitle(article),
      description: says,
      url: address,
      siteName: paper.name,
      locale: languages[article.language].locale,
      ...(article.translations.length > 0 ? { alternateLocale: article.translations.map(({ language }) => languages[language].locale) } : {}),
      images: [picture],
      publishedTime: isoWithOffset(article.publishedAt, paper.timeZone),
      modifiedTime: isoWithOffset(article.updatedAt ?? article.publishedAt, paper.timeZone),
      section: article.section.name,
      tags: article.tags.map((tag) => tag.name),
      authors: article.bylines.filter((byline) => byline.role === "by").map((byline) => byline.name),
    },
    twitter: twitterCard(socialTitle(article), says, picture),
  };
}

/** Where the story stands in each language, its own among them; for any other the one that was public first. */
function inEachLanguage(article: ArticlePage): Record<string, string> {
  const all = [{ language: article.language, path: article.path, isOriginal: !article.translations.some(({ isOriginal }) => isOriginal) }, ...article.translations];
  const original = all.find(({ isOriginal }) => isOriginal) ?? article;
  return Object.fromEntries([...all.map(({ language, path }) => [language, origin() + path]), ["x-default", origin() + original.path]]);
}

/** The story's own picture, cut to the card's shape. Null until that is done, and where it is too small to fill one: a drawn card stands for it then. */
function cutPicture(picture: ShownPicture, headline: string): SharedPicture | null {
  const { crop, width, height } = shapeOf(picture.whole, "card", picture.focal, picture.crop);
  const isCut = crop === null ? picture.crop === null : picture.crops.includes(crop);
  return isCut && width >= cardSize.width ? { url: origin() + pictureAddress(picture.id, cardWidth, "jpeg", crop), width, height, alt: picture.alt || picture.caption || headline, type: "image/jpeg" } : null;
}

export default async function StoryPage({ params, searchParams }: Props) {
  const { section, slug } = await params;
  const asked = askedDiscussion(await searchParams);
  const [at, paper, sections, pages] = await Promise.all([theStory(section, slug), thePaper(), theSections(), thePages()]);
  const year = printedYear(new Date(), paper.timeZone, paper.language);
  if (at.found === "moved") {
    answerWith(301, at.path);
    return null;
  }
  if (at.found !== "here") {
    answerWith(at.found === "gone" ? 410 : 404);
    return (
      <>
        <Topline paper={paper} sections={sections} />
        <Lost what={at.found === "gone" ? "gone" : "missing"} language={paper.language} elsewhere={await theWayOn()} />
        <Foot paper={paper} sections={sections} pages={pages} year={year} />
      </>
    );
  }
  const { article } = at;
  const [related, discussion] = await Promise.all([theRelated(article), theDiscussion(article, asked)]);
  return <DrawnStory view={handOver({ article, paper, sections, pages, related, discussion, origin: origin(), year })} />;
}
