import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { RelatedCardView } from "@/components/blocks/related-card/view";
import type { ArticleCard } from "@/lib/articles/views";

const english: ArticleCard = { id: "0190b5a0-0000-7000-8000-000000000001", path: "/town/boat", format: "news", kicker: "", headline: "Boats", frontHeadline: "Boats", standfirst: "", language: "en", section: { slug: "town", name: "Town", accent: "town" }, bylines: [], picture: null, words: 3, verdict: null, pictures: 0, publishedAt: new Date(0), updatedAt: null, comments: 0 };

it("an English story named inside a Persian one is marked as English", () => {
  const node = { type: "relatedCard" as const, attrs: { story: english.id, label: "", layout: "line" as const } };
  const material = { pictures: new Map(), stories: new Map([[english.id, english]]), embeds: new Map() };
  expect(renderToStaticMarkup(createElement(RelatedCardView, { node, material }))).toMatch(/^<p [^>]*lang="en" dir="ltr"/);
});
