import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PageStructuredData, PaperStructuredData, StructuredData } from "@/components/reader/article/structured-data";
import { storyFormats } from "@/db/vocabulary";
import { someCuts, somePage, somePicture } from "@/components/reader/testing/some-page";
import type { ArticlePage, SectionName } from "@/lib/articles/views";
import { shapeNames, shapeOf } from "@/lib/media/shapes";
import { Branding } from "@/lib/settings/branding";
import { paperSettings } from "@/lib/settings/paper";

const origin = "https://paper.example";
const paper = { ...paperSettings(null), name: "The Halyard", timeZone: "Europe/Copenhagen" };
const story = (changes: Partial<ArticlePage> = {}) => somePage({ headline: "</script><script>alert(1)", corrections: [{ id: "c", kind: "correction", note: "It is 312,000.", at: new Date("2026-11-12T08:00:00Z") }], ...changes });

function said(article: ArticlePage, parent: SectionName | null = null): Record<string, unknown>[] {
  const html = renderToStaticMarkup(createElement(StructuredData, { article, parent, paper, origin }));
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map((match) => JSON.parse(match[1] ?? ""));
}

it("says of a story what search engines ask: dates with their zone, who wrote it and nothing else, the paper with its logo, what was corrected", () => {
  const [news] = said(story());
  expect(news).toMatchObject({
    "@type": "NewsArticle",
    headline: "</script><script>alert(1)",
    datePublished: "2026-11-12T07:42:00+01:00",
    dateModified: "2026-11-12T09:00:00+01:00",
    author: [{ "@type": "Person", name: "Ines Marlowe", url: "https://paper.example/authors/ines-marlowe" }],
    mainEntityOfPage: "https://paper.example/town/boat",
    publisher: { "@type": "NewsMediaOrganization", name: "The Halyard", logo: { "@type": "ImageObject", url: "https://paper.example/icon.svg" } },
    keywords: ["Ferries"],
    correction: [{ "@type": "CorrectionComment", text: "It is 312,000.", datePublished: "2026-11-12T09:00:00+01:00" }],
    speakable: { cssSelector: [".article h1", ".article .intro"] },
  });
});

it("what nobody signed is the paper’s own", () => {
  expect(said(story({ bylines: [{ role: "photographs", personId: null, name: "Ana" }] }))[0]).toMatchObject({ author: [{ "@type": "NewsMediaOrganization", name: "The Halyard", url: "https://paper.example/" }] });
});

it.each(storyFormats)("a story of the format %s is of a type that search engines know, and of no other", (format) => {
  const type = said(story({ format }))[0]?.["@type"];
  expect(["NewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "ReportageNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", ...(format === "press_release" ? ["Article"] : [])]).toContain(type);
});

it("a press release is by whoever sent it, an organisation, and what the staff sign is by people", () => {
  const bylines = [{ role: "by" as const, personId: null, name: "Ellery Ferries" }, { role: "by" as const, personId: "p", name: "Ines Marlowe" }];
  expect(said(story({ format: "press_release", bylines }))[0]).toMatchObject({ "@type": "Article", author: [{ "@type": "Organization", name: "Ellery Ferries" }, { "@type": "Person", name: "Ines Marlowe" }] });
  expect(said(story({ bylines }))[0]).toMatchObject({ author: [{ "@type": "Person", name: "Ellery Ferries" }, { "@type": "Person" }] });
});

it("a fact check tells what was claimed, by whom, and what was found; nothing else does, and none without a verdict", () => {
  const checked = { format: "fact_check", claim: "Mice ate the timetable", claimant: "Ellery Ferries", claimantKind: "organisation", verdict: "mostly_false" } as const;
  expect(said(story(checked))[2]).toMatchObject({
    "@type": "ClaimReview",
    url: "https://paper.example/town/boat",
    claimReviewed: "Mice ate the timetable",
    author: { "@type": "NewsMediaOrganization", name: "The Halyard" },
    datePublished: "2026-11-12T07:42:00+01:00",
    itemReviewed: { "@type": "Claim", author: { "@type": "Organization", name: "Ellery Ferries" } },
    reviewRating: { "@type": "Rating", ratingValue: 2, bestRating: 5, worstRating: 1, alternateName: "Mostly false" },
  });
  expect(said(story({ ...checked, language: "fa", claimantKind: null, verdict: "unproven" }))[2]).toMatchObject({ itemReviewed: { author: { "@type": "Thing" } }, reviewRating: { alternateName: "اثبات‌نشده" } });
  expect(said(story({ ...checked, verdict: "unproven" }))[2]?.reviewRating).not.toHaveProperty("ratingValue");
  for (const without of [{ verdict: null }, { claim: "" }, { format: "explainer" }] as const) expect(said(story({ ...checked, ...without }))).toHaveLength(2);
});

it("names the picture whole, and in 16:9, 4:3 and 1:1 as soon as those are cut", () => {
  const whole = "https://paper.example/media/0190b5a0-0000-7000-8000-00000000000a/1200.jpg";
  expect(said(story({ picture: somePicture([]) }))[0]?.image).toEqual([whole]);
  const images = said(story())[0]?.image as string[];
  expect(images).toEqual([whole, ...someCuts.slice(0, 3).map((crop) => whole.replace("/1200", `/${crop}/1200`))]);
  expect(said(story({ picture: { ...somePicture(), width: 200, height: 100, whole: { width: 200, height: 100 } } }))[0]?.image, "too small to be told of").toHaveLength(1);
});

it("names of a picture that is shown cropped its part, and shapes of that alone", () => {
  const part = "c0-0-400-1000";
  const shown = { ...somePicture([part]), width: 800, crop: part, focal: null };
  const shapesOfPart = shapeNames.flatMap((shape) => shapeOf(shown.whole, shape, null, part).crop ?? []);
  const address = `https://paper.example/media/${shown.id}`;
  expect(said(story({ picture: shown }))[0]?.image).toEqual([`${address}/${part}/1200.jpg`]);
  expect(said(story({ picture: { ...shown, crops: [part, ...shapesOfPart] } }))[0]?.image).toEqual([part, ...shapesOfPart.slice(0, 3)].map((crop) => `${address}/${crop}/1200.jpg`));
});

it("leads from the paper to the page, counting from one", () => {
  const trail = said(story())[1]?.itemListElement as { position: number; item: string }[];
  expect(trail.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(trail.at(-1)?.item).toBe("https://paper.example/town/boat");
});

it("tells of the policies that the paper has, and of its list of corrections where it has none for them", () => {
  const told = (pages: Parameters<typeof PaperStructuredData>[0]["pages"]) => JSON.parse(/>(.*)</.exec(renderToStaticMarkup(createElement(PaperStructuredData, { paper, pages, origin })))?.[1] ?? "") as Record<string, unknown>;
  expect(told([])).toMatchObject({ "@type": "NewsMediaOrganization", correctionsPolicy: "https://paper.example/corrections" });
  expect(told([{ slug: "who", purpose: "masthead" }, { slug: "mending", purpose: "corrections" }])).toMatchObject({ masthead: "https://paper.example/about/who", correctionsPolicy: "https://paper.example/about/mending" });
});

it("says of one of the paper's own pages what it is, when it changed, and how one comes to it", () => {
  const page = { slug: "us", title: "</script>Us", purpose: "about" as const, body: { type: "doc" as const, content: [] }, publishedAt: new Date("2026-11-12T06:42:00Z"), changedAt: new Date("2026-11-13T06:42:00Z") };
  const html = renderToStaticMarkup(createElement(PageStructuredData, { page, paper, origin }));
  const [about, trail] = [...html.matchAll(/<script[^>]*>(.*?)<\/script>/g)].map((match) => JSON.parse(match[1] ?? "")) as Record<string, unknown>[];
  expect(about).toMatchObject({ "@type": "AboutPage", name: "</script>Us", url: "https://paper.example/about/us", dateModified: "2026-11-13T07:42:00+01:00", publisher: { "@type": "NewsMediaOrganization" } });
  expect(trail).toMatchObject({ itemListElement: [{ position: 1 }, { position: 2, item: "https://paper.example/about/us" }] });
});

it("the way to a story of a part of a section leads through the section", () => {
  const crumbs = said(story(), { slug: "news", name: "News", accent: "town" }).find((one) => one["@type"] === "BreadcrumbList");
  const steps = crumbs?.itemListElement as { name: string; item: string }[];
  expect(steps.map(({ name }) => name).slice(0, 3)).toEqual(["The Halyard", "News", "Town"]);
  expect(steps.map(({ item }) => item).slice(0, 3)).toEqual(["https://paper.example/", "https://paper.example/news", "https://paper.example/town"]);
});

it("a part of a series says so, and which one it is", () => {
  expect(said(story())[0]).not.toHaveProperty("isPartOf");
  const [news] = said(story({ series: { id: "s", slug: "tide", title: "The tide", number: 2, total: 3, previous: null, next: null } }));
  expect(news).toMatchObject({ isPartOf: { "@type": "CreativeWorkSeries", name: "The tide", url: "https://paper.example/series/tide" }, position: 2 });
});

it("tells of the first what its translations are, and of a translation what it is one of", () => {
  const fa = { path: "/town/ghayegh", headline: "قایق", language: "fa", isOriginal: false } as const;
  const told = { "@type": "CreativeWork", url: "https://paper.example/town/ghayegh", name: "قایق", inLanguage: "fa" };
  expect(said(story({ translations: [fa] }))[0]).toMatchObject({ workTranslation: [told] });
  expect(said(story({ translations: [{ ...fa, isOriginal: true }] }))[0]).toMatchObject({ translationOfWork: told });
  for (const name of ["workTranslation", "translationOfWork"]) expect(said(story())[0]).not.toHaveProperty(name);
});

it("says of the paper where else it is, and shows its name as it is drawn", () => {
  const branding = { ...Branding.parse({}), drawingLight: { width: 300, height: 50 }, social: [{ label: "Mastodon", address: "https://social.example/@paper" }] };
  const html = (changes: object) => renderToStaticMarkup(createElement(PaperStructuredData, { paper: { ...paper, ...changes }, pages: [], origin }));
  expect(html({ branding })).toContain('"sameAs":["https://social.example/@paper"]');
  expect(html({ branding })).toContain('"url":"https://paper.example/masthead.svg"');
  expect(html({ branding: Branding.parse({}) })).toBe(html({}));
});
