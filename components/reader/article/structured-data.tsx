import { correctionNames } from "@/lib/articles/correction-names";
import { schemaTypes } from "@/lib/articles/schema-types";
import type { ArticlePage, ShownPicture } from "@/lib/articles/views";
import { cardWidth, pictureAddress } from "@/lib/media/sizes";
import { isoWithOffset } from "@/components/reader/dates";
import { safeJson } from "@/components/reader/article/safe-json";
import type { PaperSettings } from "@/lib/settings/paper";

type Props = { article: ArticlePage; paper: PaperSettings; origin: string };

/** The story for machines: NewsArticle and the way to it (schema.org, as news search engines read them). */
export function StructuredData({ article, paper, origin }: Props) {
  const address = origin + article.path;
  const publisher = { "@type": "NewsMediaOrganization", name: paper.name, url: `${origin}/`, logo: { "@type": "ImageObject", url: `${origin}/icon.svg` } };
  const news = {
    "@context": "https://schema.org",
    "@type": schemaTypes[article.format],
    headline: article.headline,
    description: article.standfirst || undefined,
    datePublished: isoWithOffset(article.publishedAt, paper.timeZone),
    dateModified: isoWithOffset(article.updatedAt ?? article.publishedAt, paper.timeZone),
    author: article.bylines
      .filter((byline) => byline.role === "by")
      .map((byline) => {
        const handle = byline.personId ? article.signatories.get(byline.personId)?.handle : null;
        return { "@type": "Person", name: byline.name, url: handle ? `${origin}/authors/${handle}` : undefined };
      }),
    image: article.picture ? imagesOf(article.picture, origin) : undefined,
    mainEntityOfPage: address,
    publisher,
    articleSection: article.section.name,
    keywords: article.tags.map((tag) => tag.name),
    inLanguage: article.language,
    wordCount: article.words,
    commentCount: article.comments,
    isAccessibleForFree: true,
    correction: article.corrections.length > 0 ? article.corrections.map((one) => ({ "@type": "CorrectionComment", name: correctionNames[article.language][one.kind], text: one.note, datePublished: isoWithOffset(one.at, paper.timeZone) })) : undefined,
  };
  const crumbs = {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: [
      { "@type": "ListItem", position: 1, name: paper.name, item: `${origin}/` },
      { "@type": "ListItem", position: 2, name: article.section.name, item: `${origin}/${article.section.slug}` },
      { "@type": "ListItem", position: 3, name: article.headline, item: address },
    ],
  };
  return (
    <>
      <JsonLd value={news} />
      <JsonLd value={crumbs} />
    </>
  );
}

/** The story's pictures, one address for each shape in which it can be shown. */
function imagesOf(picture: ShownPicture, origin: string): string[] {
  return [origin + pictureAddress(picture.id, cardWidth, "jpeg")];
}

function JsonLd({ value }: { value: unknown }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one reviewed place; safeJson leaves no character that could end the element.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJson(value) }} />;
}
