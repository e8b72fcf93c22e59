import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FrontPage } from "@/components/reader/front/front-page";
import { Pages, River } from "@/components/reader/front/river";
import { Story } from "@/components/reader/front/story";
import { somePicture } from "@/components/reader/testing/some-page";
import { Lost } from "@/components/reader/lost";
import type { Language } from "@/db/vocabulary";
import type { ArticleCard, Front } from "@/lib/articles/views";
import type { MostRead } from "@/lib/readership/reads/most-read";
import { Branding } from "@/lib/settings/branding";
import { paperSettings } from "@/lib/settings/paper";

const now = new Date("2026-11-12T12:00:00Z");
const section = { id: "s", parentId: null, slug: "shahr", name: "شهر", accent: "town" as const };

function card(id: string, language: Language, headline: string): ArticleCard {
  return { id, path: `/shahr/${id}`, format: "news", kicker: "", headline, frontHeadline: headline, standfirst: "", language, section, bylines: [], picture: null, words: 460, verdict: null, pictures: 0, publishedAt: new Date("2026-11-12T06:42:00Z"), updatedAt: null, comments: 2 };
}

function front(language: Language, mostRead: MostRead | null = null, branding?: Branding, blocks?: Front["blocks"]): string {
  const paper = { ...paperSettings({ name: language === "fa" ? "بادبان" : "The Halyard", language }), ...(branding ? { branding } : {}) };
  const cards = [card("a", "fa", "پل تازه"), card("b", "en", "The new bridge")];
  const shown: Front = { lead: cards[0] ?? null, more: [], secondary: cards, latest: cards, plate: null, opinion: null, blocks: blocks ?? [{ section, cards }] };
  return renderToStaticMarkup(createElement(FrontPage, { front: shown, paper, sections: [section], pages: [], mostRead, now }));
}

it("a Persian paper speaks Persian on its front, and marks the English story in it", () => {
  const page = front("fa");
  const text = page.replace(/<[^>]*>/g, "\n").replace("The new bridge", "");
  expect([...text.replace(/The new bridge|Standfirst|RSS|Atom|JSON Feed|UTC/g, "").matchAll(/[A-Za-z]{2,}/g)].map(String)).toEqual([]);
  expect(page).toContain("پنجشنبه ۲۱ آبان ۱۴۰۵");
  expect(page).toContain("۰۶:۴۲");
  expect(page).toContain("© ۱۴۰۵ بادبان");
  expect(page).toContain('<div class="page" lang="fa" dir="rtl"><footer');
  expect(page).toMatch(/<article class="story[^"]*"[^>]* lang="en" dir="ltr"/);
  expect(page).not.toMatch(/<(article|section)[^>]* lang="fa"/);
  for (const [, label] of page.matchAll(/aria-label="([^"]*)"/g)) expect(label).not.toMatch(/[A-Za-z]/);
});

it("an English paper marks the Persian story in it, and the clock beside it stays in its column", () => {
  const page = front("en");
  expect(page).toMatch(/<section class="lead c9"[^>]* lang="fa" dir="rtl"/);
  expect(page).not.toMatch(/<article[^>]* lang="en"/);
  expect(page).toContain('<time dateTime="2026-11-12T06:42:00.000Z">06:42</time><a href="/shahr/a" lang="fa" dir="rtl">');
});

it("a column of a section fills its height with stories where none has a picture", () => {
  const cards = ["c", "d", "e", "f", "g", "h"].map((id) => card(id, "en", `Story ${id}`));
  const block = (slug: string, first: Partial<ArticleCard>) => ({ section: { ...section, slug, name: slug }, cards: cards.map((one, at) => ({ ...one, ...(at === 0 ? first : {}), id: slug + one.id, path: `/${slug}/${one.id}` })) });
  const page = front("en", null, undefined, [block("one", {}), block("two", { picture: somePicture() }), block("three", {})]);
  expect(["two", "three"].map((slug) => new Set(page.match(new RegExp(`href="/${slug}/.`, "g"))).size)).toEqual([3, 5]);
});

it("lost pages and the way to other pages are in the paper's language", () => {
  expect(renderToStaticMarkup(createElement(Lost, { what: "gone", language: "de", elsewhere: [] }))).toContain("Dieser Text wurde zurückgezogen");
  expect(renderToStaticMarkup(createElement(Lost, { what: "missing", language: "ar", elsewhere: [] }))).toContain("هذه الصفحة أفلتت من مرساها");
  expect(renderToStaticMarkup(createElement(Pages, { path: "/x", list: { newer: "first", older: "a" }, language: "fr" }))).toContain("Articles plus anciens");
});

it("what is read most stands on the front with how long that was, and not at all where nothing can be said", () => {
  const cards = [card("a", "fa", "پل تازه"), card("b", "en", "The new bridge"), card("c", "en", "The old bridge")];
  const text = (page: string) => page.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  expect(text(front("en", { within: "day", cards }))).toContain("Most read in the last 24 hours پل تازه The new bridge The old bridge");
  expect(text(front("fa", { within: "week", cards }))).toContain("پرخواننده‌ترین‌ها در هفت روز گذشته پل تازه");
  expect(front("en")).not.toContain("Most read");
});

it("a paper whose look nobody changed carries nothing of it, and one that was changed shows its drawing, its links and where else it is", () => {
  const usual = Branding.parse({});
  expect(front("en", null, usual)).toBe(front("en"));
  const page = front("en", null, {
    ...usual,
    drawingLight: { width: 300, height: 50 },
    menu: [{ label: "Shop", address: "https://shop.example/" }],
    foot: [{ label: "Jobs", address: "/about/jobs" }],
    social: [{ label: "Mastodon", address: "https://social.example/@paper" }],
  });
  expect(page).toContain('<h1 class="title"><a href="/"><img src="/masthead.svg" width="300" height="50" alt="The Halyard"/></a></h1>');
  expect(page).toContain('<li><a href="https://shop.example/">Shop</a></li></ul></nav></header>');
  expect(page).toContain('<li><a href="/about/jobs">Jobs</a></li>');
  expect(page).toContain('<h2>Follow us</h2><ul><li><a href="https://social.example/@paper" rel="me">Mastodon</a></li>');
  const both = front("en", null, { ...usual, drawingLight: { width: 300, height: 50 }, drawingDark: { width: 300, height: 50 } });
  expect(both).toContain('<img class="day" src="/masthead.svg"');
  expect(both).toContain('<img class="night" src="/masthead-dark.svg"');
});

it("cards say what a fact check found, how many pictures a gallery has, who took the picture, and who thinks so", () => {
  const picture = { ...somePicture(), credit: "Ana Ruiz" };
  const shown = (changes: Partial<ArticleCard>) => renderToStaticMarkup(createElement(Story, { card: { ...card("a", "en", "Mice"), picture, ...changes }, around: "en", picture: "yes" }));
  expect(shown({ format: "fact_check", verdict: "half_true" })).toContain('<p class="card-fact">Our finding <b>Half true</b></p>');
  expect(shown({ format: "gallery", pictures: 8 })).toContain('<p class="card-fact">8 pictures</p>');
  expect(shown({})).toContain("Ana Ruiz</figcaption>");
  expect(shown({ bylines: [{ role: "by", personId: null, name: "Ines Marlowe" }] })).not.toContain("Ines Marlowe");
  for (const format of ["analysis", "opinion"] as const) expect(shown({ format, bylines: [{ role: "by", personId: null, name: "Ines Marlowe" }] })).toContain("Ines Marlowe");
});

it("a section that stands in place of a kicker, or after the writer, keeps the paper’s language in a foreign story", () => {
  const river = renderToStaticMarkup(createElement(River, { cards: [card("a", "fa", "پل تازه")], paper: paperSettings({ language: "en" }), now, showSection: true }));
  expect(river).toMatch(/<div lang="fa" dir="rtl"><p class="kicker"> ?<span lang="en" dir="ltr">شهر<\/span>/);
  expect(river).toMatch(/<p class="meta"><span lang="en" dir="ltr">شهر<\/span> · /);
});
