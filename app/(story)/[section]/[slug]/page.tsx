import type { Metadata } from "next";
import { StoryPageView } from "@/components/reader/article/story-page";
import { isoWithOffset } from "@/components/reader/dates";
import { Lost } from "@/components/reader/lost";
import { Foot, Topline } from "@/components/reader/masthead";
import { words } from "@/components/reader/words";
import { languages } from "@/db/vocabulary";
import { answerWith } from "@/lib/web/reader-request";
import { searchTitle, socialTitle } from "@/lib/articles/outside-titles";
import { origin, theDiscussion, thePaper, theRelated, theSections, theStory } from "@/lib/web/reading";

type Props = { params: Promise<{ section: string; slug: string }>; searchParams: Promise<{ c?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { section, slug } = await params;
  const [at, paper] = await Promise.all([theStory(section, slug), thePaper()]);
  if (at.found !== "here") return { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
  const { article } = at;
  const address = origin() + article.path;
  const picture = article.picture ? [{ url: `${origin()}/media/${article.picture.id}/1200.jpg`, ...cardSize(article.picture), alt: article.picture.alt, type: "image/jpeg" }] : [];
  return {
    title: searchTitle(article, paper.name),
    description: article.standfirst || null,
    alternates: { canonical: address },
    robots: { index: true, follow: true, "max-image-preview": "large", "max-snippet": -1, "max-video-preview": -1 },
    openGraph: {
      type: "article",
      title: socialTitle(article),
      description: article.standfirst,
      url: address,
      siteName: paper.name,
      locale: languages[article.language].locale,
      images: picture,
      publishedTime: isoWithOffset(article.publishedAt, paper.timeZone),
      ...(article.updatedAt ? { modifiedTime: isoWithOffset(article.updatedAt, paper.timeZone) } : {}),
      section: article.section.name,
      tags: article.tags.map((tag) => tag.name),
      authors: article.bylines.filter((byline) => byline.role === "by").map((byline) => byline.name),
    },
    twitter: { card: picture.length > 0 ? "summary_large_image" : "summary" },
  };
}

/** The size that the JPEG rendition has: 1,200 pixels across, or what the original reaches. */
function cardSize({ width, height }: { width: number; height: number }) {
  const across = Math.min(1200, width);
  return { width: across, height: Math.round((across * height) / width) };
}

export default async function StoryPage({ params, searchParams }: Props) {
  const { section, slug } = await params;
  const { c } = await searchParams;
  const [at, paper, sections] = await Promise.all([theStory(section, slug), thePaper(), theSections()]);
  const year = String(new Date().getUTCFullYear());
  if (at.found === "moved") {
    answerWith(301, at.path);
    return null;
  }
  if (at.found !== "here") {
    answerWith(at.found === "gone" ? 410 : 404);
    return (
      <>
        <Topline paper={paper} sections={sections} />
        <Lost gone={at.found === "gone"} language={paper.language} />
        <Foot paper={paper} sections={sections} year={year} />
      </>
    );
  }
  const { article } = at;
  const [related, discussion] = await Promise.all([theRelated(article), theDiscussion(article, c)]);
  return <StoryPageView article={article} paper={paper} sections={sections} related={related} discussion={discussion} origin={origin()} year={year} />;
}
