import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { PaperStructuredData, StructuredData } from "@/components/reader/article/structured-data";
import type { ArticlePage, ShownPicture } from "@/lib/articles/views";
import { shapeNames, shapeOf } from "@/lib/media/shapes";
import { paperSettings } from "@/lib/settings/paper";

const origin = "https://paper.example";
const paper = { ...paperSettings(null), name: "The Halyard", timeZone: "Europe/Copenhagen" };
const size = { width: 2000, height: 1000 };
const focal = { x: 0.8, y: 0.5 };
const cut = shapeNames.flatMap((shape) => shapeOf(size, shape, focal).crop ?? []);
const picture = (crops: string[]): ShownPicture => ({ id: "0190b5a0-0000-7000-8000-00000000000a", ...size, whole: size, widths: [480], thumbHash: "", crops, crop: null, focal, alt: "A boat", caption: "", credit: "" });
const story = (changes: Partial<ArticlePage> = {}): ArticlePage => ({
  id: "0190b5a0-0000-7000-8000-000000000001",
  path: "/town/boat",
  format: "news",
  kicker: "",
  headline: "</script><script>alert(1)",
  frontHeadline: "",
  searchHeadline: "",
  socialHeadline: "",
  standfirst: "It sails.",
  dateline: "",
  language: "en",
  section: { slug: "town", name: "Town", accent: "town" },
  sectionId: null,
  bylines: [{ role: "by", personId: "p", name: "Ines Marlowe" }],
  signatories: new Map([["p", { name: "Ines Marlowe", handle: "ines-marlowe", bio: "", portrait: null }]]),
  picture: picture(cut),
  words: 3,
  publishedAt: new Date("2026-11-12T06:42:00Z"),
  updatedAt: new Date("2026-11-12T08:00:00Z"),
  changedAt: new Date("2026-11-12T08:00:00Z"),
  comments: 0,
  tags: [{ slug: "ferries", name: "Ferries" }],
  corrections: [{ id: "c", kind: "correction", note: "It is 312,000.", at: new Date("2026-11-12T08:00:00Z") }],
  changes: [],
  lead: null,
  body: { type: "doc", content: [] },
  material: { pictures: new Map(), stories: new Map(), embeds: new Map() },
  ...changes,
});

function said(article: ArticlePage): Record<string, unknown>[] {
  const html = renderToStaticMarkup(createElement(StructuredData, { article, paper, origin }));
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

it("names the picture whole, and in 16:9, 4:3 and 1:1 as soon as those are cut", () => {
  const whole = "https://paper.example/media/0190b5a0-0000-7000-8000-00000000000a/1200.jpg";
  expect(said(story({ picture: picture([]) }))[0]?.image).toEqual([whole]);
  const images = said(story())[0]?.image as string[];
  expect(images).toEqual([whole, ...cut.slice(0, 3).map((crop) => whole.replace("/1200", `/${crop}/1200`))]);
  expect(said(story({ picture: { ...picture(cut), width: 200, height: 100, whole: { width: 200, height: 100 } } }))[0]?.image, "too small to be told of").toHaveLength(1);
});

it("names of a picture that is shown cropped its part, and shapes of that alone", () => {
  const part = "c0-0-400-1000";
  const shown = { ...picture([part]), width: 800, crop: part, focal: null };
  const shapesOfPart = shapeNames.flatMap((shape) => shapeOf(size, shape, null, part).crop ?? []);
  const address = `https://paper.example/media/${shown.id}`;
  expect(said(story({ picture: shown }))[0]?.image).toEqual([`${address}/${part}/1200.jpg`]);
  expect(said(story({ picture: { ...shown, crops: [part, ...shapesOfPart] } }))[0]?.image).toEqual([part, ...shapesOfPart.slice(0, 3)].map((crop) => `${address}/${crop}/1200.jpg`));
});

it("leads from the paper to the page, counting from one", () => {
  const trail = said(story())[1]?.itemListElement as { position: number; item: string }[];
  expect(trail.map(({ position }) => position)).toEqual([1, 2, 3]);
  expect(trail.at(-1)?.item).toBe("https://paper.example/town/boat");
});

it("tells of the policies that the paper has", () => {
  const html = renderToStaticMarkup(createElement(PaperStructuredData, { paper, origin }));
  expect(JSON.parse(/>(.*)</.exec(html)?.[1] ?? "")).toMatchObject({ "@type": "NewsMediaOrganization", correctionsPolicy: "https://paper.example/corrections" });
});
