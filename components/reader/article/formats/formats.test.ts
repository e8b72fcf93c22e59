import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ArticleView } from "@/components/reader/article/article-view";
import { somePage, somePicture } from "@/components/reader/testing/some-page";
import { storyFormats } from "@/db/vocabulary";
import type { ArticlePage } from "@/lib/articles/views";
import { itemHtml } from "@/lib/feeds/item-html";
import { pagePart } from "@/lib/media/shapes";
import { paperSettings } from "@/lib/settings/paper";

const drawn = (changes: Partial<ArticlePage>) => renderToStaticMarkup(createElement(ArticleView, { article: somePage(changes), paper: paperSettings(null), discussion: createElement("section", { id: "said" }) }));
const order = (html: string, ...parts: string[]) => parts.map((part) => html.indexOf(part));

it.each(storyFormats)("%s has one first heading, one picture, one set of credits, then the text, and the discussion last", (format) => {
  const html = drawn({ format, picture: somePicture() });
  for (const once of ["<h1>", 'class="credits"', 'class="prose"', 'class="after"', 'id="said"', "<picture>"]) expect(html.split(once), once).toHaveLength(2);
  const places = order(html, "<h1>", 'class="credits"', 'class="prose"', 'class="after"', 'id="said"');
  expect(places).toEqual([...places].sort((left, right) => left - right));
  expect(html).toContain(`data-format="${format}"`);
});

it("a fact check says the claim, who made it and what was found before its text, in the story's language", () => {
  const html = drawn({ format: "fact_check", language: "fa", claim: "موش‌ها جدول را خوردند", claimant: "Ellery Ferries", claimantKind: "organisation", verdict: "mostly_false" });
  const places = order(html, 'class="prose"', "<dt>ادعا</dt><dd>موش‌ها جدول را خوردند</dd>", '<dd dir="auto">Ellery Ferries</dd>', "بیشتر نادرست", "<p>");
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(drawn({ format: "explainer", claim: "", verdict: null })).not.toContain("finding");
});

it("whoever signs above the headline is not said again under it", () => {
  for (const format of ["opinion", "analysis", "press_release"] as const) expect(drawn({ format }).split("Ines Marlowe"), format).toHaveLength(2);
});

it("an analysis and a column show all who wrote them, and every page says of each who that is", () => {
  const bylines = ["p", "q"].map((personId) => ({ role: "by" as const, personId, name: `Writer ${personId}` }));
  const portrait = (id: string) => ({ ...somePicture(), id });
  const signatories = new Map(["p", "q"].map((id) => [id, { name: `Writer ${id}`, handle: id, bio: `Knows ${id}.`, portrait: portrait(id) }]));
  for (const format of ["opinion", "analysis"] as const) {
    const head = /<header class="head">.*?<\/header>/s.exec(drawn({ format, bylines, signatories, picture: null }))?.[0] ?? "";
    for (const id of ["p", "q"]) expect(head, format).toContain(`/media/${id}/`);
  }
  const html = drawn({ bylines, signatories });
  expect(html).toMatch(/<section class="authors" aria-label="About the authors">.*Knows p\..*Knows q\./s);
  expect(drawn({ bylines: bylines.slice(0, 1), signatories })).toContain('aria-label="About the author"');
});

it("a lead too wide for a phone has a crop around its point there once that is made, with a size of its own", () => {
  const part = pagePart(somePicture().whole, "standard", somePicture().focal);
  const made = drawn({ picture: { ...somePicture(), pageCrops: [part?.crop ?? ""] } });
  expect(made).toContain(`<source media="(max-width: 47.99rem)" type="image/avif" srcSet="/media/${somePicture().id}/${part?.crop}/480.avif 480w, /media/${somePicture().id}/${part?.crop}/960.avif 960w"`);
  expect(made).toContain(`width="${part?.width}" height="${part?.height}"/>`);
  expect(drawn({ picture: somePicture() })).not.toContain("<source media");
});

it("corrections stand where the paper's policy says: in the text, all above it, or both", () => {
  const [noted, unnoted] = [{ id: "0190b5a0-0000-7000-8000-00000000000c", note: "It is 23:40." }, { id: "0190b5a0-0000-7000-8000-00000000000d", note: "It is Tuesday." }].map((one) => ({ ...one, kind: "correction" as const, at: new Date("2026-11-12T09:00:00Z") })) as [ArticlePage["corrections"][number], ArticlePage["corrections"][number]];
  const body: ArticlePage["body"] = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "It leaves." }] }, { type: "correctionNote", attrs: { correctionId: noted.id, kind: "correction", at: noted.at.toISOString() }, content: [{ type: "text", text: noted.note }] }] };
  const at = (correctionsAt: "below" | "above" | "both") => renderToStaticMarkup(createElement(ArticleView, { article: somePage({ body, corrections: [noted, unnoted] }), paper: { ...paperSettings(null), correctionsAt } }));
  const shape = (html: string) => html.match(/It leaves\.|It is 23:40\.|It is Tuesday\./g);
  expect(shape(at("below"))).toEqual(["It leaves.", "It is 23:40.", "It is Tuesday."]);
  expect(shape(at("above"))).toEqual(["It is 23:40.", "It is Tuesday.", "It leaves."]);
  expect(shape(at("both"))).toEqual(["It is 23:40.", "It is Tuesday.", "It leaves.", "It is 23:40.", "It is Tuesday."]);
  expect(at("above")).toContain('<section class="corrections" aria-label="Corrections">');
  const item = { ...somePage({ body, corrections: [noted, unnoted], picture: null }), cardBytes: null, tags: [] };
  const feed = (correctionsAt: "below" | "above" | "both") => shape(itemHtml(item, { origin: "https://paper.example", correctionsAt }));
  expect([feed("below"), feed("above"), feed("both")]).toEqual([at("below"), at("above"), at("both")].map(shape));
});

it("where a story has no kicker its section stands there, in the paper’s language", () => {
  expect(drawn({ language: "fa" })).toContain('<a href="/town" lang="en" dir="ltr">Town</a>');
  expect(drawn({ language: "fa", kicker: "پل" })).toContain('<a href="/town">پل</a>');
});

it("a pull quote, a list of names and an author’s note are set as their language sets them", () => {
  const body = { type: "doc" as const, content: [{ type: "pullQuote" as const, content: [{ type: "text" as const, text: "!" }] }] };
  for (const [language, said] of [["en", "“!”"], ["fa", "«!»"], ["de", "„!“"]] as const) expect(drawn({ language, body }), language).toContain(`<p>${said}</p>`);
  const bylines = ["A", "B", "C"].map((name) => ({ role: "by" as const, personId: null, name }));
  expect(drawn({ bylines }).replace(/<[^>]+>/g, "")).toContain("A, B and C");
  expect(drawn({ language: "ar", bylines }).replace(/<[^>]+>/g, "")).toMatch(/A، B \S+ C/);
  const signatories = new Map([["p", { name: "Ines Marlowe", handle: null, bio: "reads tide tables.", portrait: null }]]);
  expect(drawn({ language: "fa", signatories }), "in its own direction").toContain('<p dir="auto">reads tide tables.');
});
