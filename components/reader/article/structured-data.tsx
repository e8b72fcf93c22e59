import { claimReview } from "@/lib/articles/claim-review";
import { correctionNames } from "@/lib/articles/correction-names";
import { schemaTypes } from "@/lib/articles/schema-types";
import type { ArticlePage, SectionName, ShownPicture, Translation } from "@/lib/articles/views";
import { shapeOf } from "@/lib/media/shapes";
import { cardWidth, pictureAddress } from "@/lib/media/sizes";
import { isoWithOffset } from "@/components/reader/dates";
import { safeJson } from "@/components/reader/article/safe-json";
import { pagePath, policyAddresses, purposes } from "@/lib/pages/purposes";
import type { PaperPage, PublicPage } from "@/lib/pages/views";
import { type SeriesPage, seriesPath } from "@/lib/series/views";
import { drawingAddresses } from "@/lib/settings/branding";
import type { PaperSettings } from "@/lib/settings/paper";

type Props = { article: ArticlePage; /** What its section is a part of. */ parent: SectionName | null; paper: PaperSettings; origin: string };

type PaperProps = Pick<Props, "paper" | "origin">;

/** The story for machines: NewsArticle and the way to it (schema.org, as news search engines read them). */
export function StructuredData({ article, parent, paper, origin }: Props) {
  const address = origin + article.path;
  const news = {
    "@context": "https://schema.org",
    "@type": schemaTypes[article.format],
    headline: article.headline,
    description: article.standfirst || undefined,
    datePublished: isoWithOffset(article.publishedAt, paper.timeZone),
    dateModified: isoWithOffset(article.updatedAt ?? article.publishedAt, paper.timeZone),
    author: authorsOf(article, paper, origin),
    image: article.picture ? imagesOf(article.picture, origin) : undefined,
    mainEntityOfPage: address,
    publisher: { "@type": "NewsMediaOrganization", ...paperData(paper, origin) },
    isPartOf: article.series ? { "@type": "CreativeWorkSeries", name: article.series.title, url: origin + seriesPath(article.series.slug) } : undefined,
    position: article.series?.number,
    ...languagesOf(article, origin),
    articleSection: article.section.name,
    keywords: article.tags.map((tag) => tag.name),
    // What is read aloud of a story: what it says first.
    speakable: { "@type": "SpeakableSpecification", cssSelector: article.standfirst ? [".article h1", ".article .intro"] : [".article h1"] },
    inLanguage: article.language,
    wordCount: article.words,
    commentCount: article.comments,
    isAccessibleForFree: true,
    correction: article.corrections.length > 0 ? article.corrections.map((one) => ({ "@type": "CorrectionComment", name: correctionNames[article.language][one.kind], text: one.note, datePublished: isoWithOffset(one.at, paper.timeZone) })) : undefined,
  };
  const review = claimReview(article);
  return (
    <>
      <JsonLd value={news} />
      <JsonLd value={crumbs([[paper.name, `${origin}/`], ...sectionSteps(article.section, parent, origin), [article.headline, address]])} />
      {review && <JsonLd value={{ "@context": "https://schema.org", ...review, url: address, author: news.publisher, datePublished: news.datePublished, inLanguage: news.inLanguage }} />}
    </>
  );
}

/** The same story in other languages: of what was public first its translations, of a translation what that was. */
function languagesOf({ translations }: ArticlePage, origin: string): { workTranslation?: object[]; translationOfWork?: object } {
  const told = ({ path, headline, language }: Translation) => ({ "@type": "CreativeWork", url: origin + path, name: headline, inLanguage: language });
  const original = translations.find(({ isOriginal }) => isOriginal);
  if (original) return { translationOfWork: told(original) };
  return translations.length > 0 ? { workTranslation: translations.map(told) } : {};
}

/** Who wrote it, by name alone; what nobody signed is the paper's. */
function authorsOf(article: ArticlePage, paper: PaperSettings, origin: string): object[] {
  const signed = article.bylines.filter((byline) => byline.role === "by");
  if (signed.length === 0) return [{ "@type": "NewsMediaOrganization", name: paper.name, url: `${origin}/` }];
  return signed.map((byline) => {
    const handle = byline.personId ? article.signatories.get(byline.personId)?.handle : null;
    // What somebody else sent is by an office, a firm, a society.
    return { "@type": article.format === "press_release" && !byline.personId ? "Organization" : "Person", name: byline.name, url: handle ? `${origin}/authors/${handle}` : undefined };
  });
}

/** The paper for machines: who publishes all this (schema.org). Its policies are told where there are any; of corrections there is always a list. */
export function PaperStructuredData({ paper, pages, origin }: PaperProps & { pages: readonly Pick<PaperPage, "slug" | "purpose">[] }) {
  return <JsonLd value={{ "@context": "https://schema.org", "@type": "NewsMediaOrganization", ...paperData(paper, origin), description: paper.description || undefined, sameAs: paper.branding?.social.length ? paper.branding.social.map(({ address }) => address) : undefined, correctionsPolicy: `${origin}/corrections`, ...policyAddresses(pages, origin) }} />;
}

/** One of the paper's own pages for machines, and the way to it. */
export function PageStructuredData({ page, paper, origin }: PaperProps & { page: PublicPage }) {
  const address = origin + pagePath(page.slug);
  const publisher = { "@type": "NewsMediaOrganization", ...paperData(paper, origin) };
  return (
    <>
      <JsonLd value={{ "@context": "https://schema.org", "@type": purposes[page.purpose].type, name: page.title, url: address, inLanguage: paper.language, datePublished: isoWithOffset(page.publishedAt, paper.timeZone), dateModified: isoWithOffset(page.changedAt, paper.timeZone), about: publisher, publisher }} />
      <JsonLd value={crumbs([[paper.name, `${origin}/`], [page.title, address]])} />
    </>
  );
}

/** The way to a part of a section. */
export function SectionStructuredData({ section, parent, paper, origin }: PaperProps & { section: SectionName; parent: SectionName | null }) {
  return <JsonLd value={crumbs([[paper.name, `${origin}/`], ...sectionSteps(section, parent, origin)])} />;
}

/** A series for machines: what is part of it, in order, and the way to it. */
export function SeriesStructuredData({ series, paper, origin }: PaperProps & { series: SeriesPage }) {
  const address = origin + seriesPath(series.slug);
  const hasPart = series.parts.map((card, index) => ({ "@type": schemaTypes[card.format], headline: card.headline, url: origin + card.path, position: index + 1, datePublished: isoWithOffset(card.publishedAt, paper.timeZone), inLanguage: card.language }));
  return (
    <>
      <JsonLd value={{ "@context": "https://schema.org", "@type": "CreativeWorkSeries", name: series.title, description: series.intro || undefined, url: address, publisher: { "@type": "NewsMediaOrganization", ...paperData(paper, origin) }, hasPart }} />
      <JsonLd value={crumbs([[paper.name, `${origin}/`], [series.title, address]])} />
    </>
  );
}

const sectionSteps = (section: SectionName, parent: SectionName | null, origin: string) => [...(parent ? [parent] : []), section].map(({ name, slug }) => [name, `${origin}/${slug}`] as const);

/** The way to a page, from the front. */
const crumbs = (steps: readonly (readonly [name: string, item: string])[]) => ({ "@context": "https://schema.org", "@type": "BreadcrumbList", itemListElement: steps.map(([name, item], index) => ({ "@type": "ListItem", position: index + 1, name, item })) });

const paperData = (paper: PaperSettings, origin: string) => ({ name: paper.name, url: `${origin}/`, logo: { "@type": "ImageObject", url: origin + (paper.branding?.drawingLight ? drawingAddresses.light : "/icon.svg") } });

/** Search engines leave out smaller ones. */
const fewestPixels = 50_000;

/** The story's picture, one address for each shape in which it can be shown: as the story shows it, and cut where the cutting is done. */
function imagesOf(picture: ShownPicture, origin: string): string[] {
  const cut = (["wide", "standard", "square"] as const).map((shape) => shapeOf(picture.whole, shape, picture.focal, picture.crop)).filter(({ crop, width, height }) => crop !== null && crop !== picture.crop && picture.crops.includes(crop) && width * height >= fewestPixels);
  return [picture.crop, ...cut.map(({ crop }) => crop)].map((crop) => origin + pictureAddress(picture.id, cardWidth, "jpeg", crop));
}

function JsonLd({ value }: { value: unknown }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one reviewed place; safeJson leaves no character that could end the element.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJson(value) }} />;
}
