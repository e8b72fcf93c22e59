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
import type { ShownPicture } from "@/lib/articles/views";
import { askedDiscussion } from "@/lib/comments/discussion-view";
import { shapeOf } from "@/lib/media/shapes";
import { cardWidth, cardWidthServed, pictureAddress } from "@/lib/media/sizes";
import { openToRobots } from "@/lib/web/robots";
import { origin, theDiscussion, thePages, thePaper, theRelated, theSections, theStory, theWayOn } from "@/lib/web/reading";

type Props = { params: Promise<{ section: string; slug: string }>; searchParams: Promise<{ c?: string; show?: string; sort?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section, slug } = await params;
  const [at, paper] = await Promise.all([theStory(section, slug), thePaper()]);
  if (at.found !== "here") return { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
  const { article } = at;
  const address = origin() + article.path;
  const picture = article.picture ? [cardOf(article.picture)] : [];
  return {
    title: searchTitle(article, paper.name),
    description: article.standfirst || null,
    alternates: { canonical: address, types: { ...feedLinks(origin(), [article.section.slug], `${paper.name}: ${article.section.name}`), "application/json+oembed": [{ url: `${origin()}/oembed?url=${encodeURIComponent(address)}`, title: article.headline }] } },
    robots: openToRobots,
    openGraph: {
      type: "article",
      title: socialTitle(article),
      description: article.standfirst,
      url: address,
      siteName: paper.name,
      locale: languages[article.language].locale,
      images: picture,
      publishedTime: isoWithOffset(article.publishedAt, paper.timeZone),
      modifiedTime: isoWithOffset(article.updatedAt ?? article.publishedAt, paper.timeZone),
      section: article.section.name,
      tags: article.tags.map((tag) => tag.name),
      authors: article.bylines.filter((byline) => byline.role === "by").map((byline) => byline.name),
    },
    twitter: {
      card: picture.length > 0 ? "summary_large_image" : "summary",
      title: shortened(socialTitle(article), 70),
      description: shortened(article.standfirst, 200),
      images: picture.map(({ url, alt }) => ({ url, alt: shortened(alt, 420) })),
    },
  };
}

/** The picture of a social card, with the size that it is served in: cut to the card's shape, or as the story shows it until that is done. */
function cardOf(picture: ShownPicture) {
  const card = shapeOf(picture.whole, "card", picture.focal, picture.crop);
  const crop = card.crop && picture.crops.includes(card.crop) ? card.crop : picture.crop;
  const across = cardWidthServed(picture);
  const size = crop === card.crop ? card : { width: across, height: Math.round((across * picture.height) / picture.width) };
  return { url: origin() + pictureAddress(picture.id, cardWidth, "jpeg", crop), width: size.width, height: size.height, alt: picture.alt, type: "image/jpeg" };
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
