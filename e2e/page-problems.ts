import { parseHTML } from "linkedom";
import { languageCodes, languages } from "../db/vocabulary";
import { schemaTypes } from "../lib/articles/schema-types";

/*
 * Our own checker: what docs/standards.md asks of every public page that may be found, read from its HTML alone. It knows nothing of how
 * pages are made.
 */

type Page = { /** As it is linked to. */ address: string; html: string };
type Block = Record<string, unknown> & { "@type": string };

const storyTypes = new Set<unknown>(Object.values(schemaTypes));
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:[+-]\d\d:\d\d|Z)$/;

/** Names of attributes are in any case in HTML, but not for this parser. */
const attribute = (one: Element, name: string) => [...one.attributes].find((each) => each.name.toLowerCase() === name)?.value ?? "";
const momentOf = (time: Element) => attribute(time, "datetime");

/** What a browser or a password manager fills in by itself, by what a field asks for. */
const fillsIn: Record<string, readonly string[]> = { email: ["email", "username"], password: ["current-password", "new-password"], name: ["name", "nickname"] };
/** Longest that may be said in one part of what is spoken: half a minute, at 160 words in one. */
const mostSpoken = 80;

/**
 * What is wrong with the forms of a page: a field without a name that is said (4.1.2), one that asks again for what the browser knows (3.3.7), a
 * password that may not be pasted or filled in (3.3.8), or something that is only dragged (2.5.7).
 */
export function formProblems(html: string): string[] {
  const { document } = parseHTML(html);
  const wrong: string[] = [];
  for (const field of document.querySelectorAll("input, select, textarea")) {
    const [type, name] = [attribute(field, "type") || "text", attribute(field, "name")];
    if (/^(?:hidden|submit|button)$/.test(type) || field.closest("[aria-hidden=true]")) continue;
    const said = attribute(field, "aria-label") !== "" || attribute(field, "aria-labelledby") !== "" || field.closest("label") !== null || [...document.querySelectorAll("label")].some((label) => (attribute(label, "for") || attribute(label, "htmlfor")) === attribute(field, "id"));
    if (!said) wrong.push(`nothing says what ${name || type} is`);
    const wanted = fillsIn[type] ?? fillsIn[name];
    if (wanted && !wanted.some((one) => attribute(field, "autocomplete").split(" ").includes(one))) wrong.push(`${name || type} is not filled in by the browser`);
    if (["onpaste", "oncopy", "ondrop"].some((each) => attribute(field, each) !== "")) wrong.push(`${name || type} may not be pasted`);
  }
  if (document.querySelector("[draggable=true]")) wrong.push("something is dragged");
  return wrong;
}

/** Where the foot of a page leads, in its order: help stands in the same place on every page (3.2.6). */
export const footOf = (html: string): string[] => [...parseHTML(html).document.querySelectorAll("footer.foot a")].map((link) => attribute(link, "href"));

/** The addresses of a page in each language (hreflang), by their codes. */
const addressesByLanguage = (document: Document): Record<string, string> => Object.fromEntries([...document.querySelectorAll('link[rel="alternate"]')].flatMap((one) => (attribute(one, "hreflang") ? [[attribute(one, "hreflang"), attribute(one, "href")]] : [])).sort());

/** The same as text, in one order, so that pages that name each other can be compared; of a page in one language "{}". */
export const languagesNamed = (html: string): string => JSON.stringify(addressesByLanguage(parseHTML(html).document));

/** What is wrong with how a page names itself in other languages: all or nothing of hreflang, links for readers and og:locale:alternate; itself and a default among them. That those named name it back is asked where all pages are. */
function languageProblems(document: Document, lang: string): string[] {
  const { "x-default": byDefault, ...named } = addressesByLanguage(document);
  const locales = [...document.querySelectorAll('meta[property="og:locale:alternate"]')].map((one) => one.getAttribute("content") ?? "");
  const links = [...document.querySelectorAll("a")].map((one) => attribute(one, "hreflang")).filter((code) => code !== "");
  const others = Object.keys(named).filter((code) => code !== lang);
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute("href");
  if (others.length === 0) return byDefault === undefined && Object.keys(named).length === 0 && links.length + locales.length === 0 ? [] : [`hreflang: ${Object.keys(named).join()}, links ${links.join()}, og:locale:alternate ${locales.join()}`];
  const holds = named[lang] === canonical && Object.values(named).includes(byDefault ?? "") && Object.keys(named).every((code) => /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code)) && links.sort().join() === others.sort().join() && locales.sort().join() === others.map((code) => languages[code as keyof typeof languages].locale).sort().join();
  return holds ? [] : [`hreflang: ${JSON.stringify({ ...named, byDefault })}, links ${links.join()}, og:locale:alternate ${locales.join()}`];
}

/** What is wrong with a page, each in a few words; none where nothing is. */
export function pageProblems({ address, html }: Page): string[] {
  const { document } = parseHTML(html);
  const wrong: string[] = [];
  const must = (holds: boolean, otherwise: string) => void (holds || wrong.push(otherwise));
  const meta = (name: string) => [...document.querySelectorAll(`meta[property="${name}"], meta[name="${name}"]`)].map((one) => one.getAttribute("content") ?? "");
  const only = (name: string) => {
    const said = meta(name);
    must(said.length === 1 && said[0] !== "", `${name} is said ${said.length} times`);
    return said[0] ?? "";
  };
  const { origin, pathname } = new URL(address);

  const lang = document.documentElement.getAttribute("lang") ?? "";
  const language = languageCodes.find((code) => code === lang);
  must(language !== undefined && document.documentElement.getAttribute("dir") === languages[language].direction, `lang and dir: ${lang}`);
  for (const one of document.querySelectorAll("[lang]")) must(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(one.getAttribute("lang") ?? ""), `lang: ${one.getAttribute("lang")}`);
  for (const time of document.querySelectorAll("time")) must(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(momentOf(time)) || moment.test(momentOf(time)), `time: ${momentOf(time)}`);
  wrong.push(...languageProblems(document, lang));

  wrong.push(...formProblems(html));
  must(document.querySelectorAll("footer.foot").length === 1, "no foot, or more than one");

  const robots = meta("robots").join();
  must(/noindex/.test(robots) !== /max-image-preview:large/.test(robots), `robots: ${robots}`);
  const canonicals = [...document.querySelectorAll('link[rel="canonical"]')].map((one) => one.getAttribute("href"));
  if (/noindex/.test(robots)) return wrong;
  must(/max-snippet:-1/.test(robots) && /max-video-preview:-1/.test(robots), `robots: ${robots}`);
  const canonical = canonicals[0] ?? "";
  must(canonicals.length === 1 && canonical === origin + pathname, `canonical: ${canonicals.join()}`);

  const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')].map((one) => JSON.parse(one.textContent ?? "") as Block);
  for (const trail of blocks.filter((one) => one["@type"] === "BreadcrumbList")) {
    const steps = trail.itemListElement as { position: number; item: string; name: string }[];
    must(steps.every(({ position, name }, index) => position === index + 1 && name !== "") && steps.at(-1)?.item === canonical, "BreadcrumbList");
  }
  if (meta("og:title").length > 0) {
    must(only("og:url") === canonical, "og:url is not the canonical address");
    for (const name of ["og:title", "og:site_name", "og:image:alt", "twitter:image:alt"]) only(name);
    must(/^[a-z]{2}_[A-Z]{2}$/.test(only("og:locale")), `og:locale: ${meta("og:locale").join()}`);
    must(only("og:image").startsWith(`${origin}/media/`) && only("og:image:width") === "1200" && Math.abs(Number(only("og:image:height")) - 630) <= 2 && /^image\/(?:png|jpeg)$/.test(only("og:image:type")), `og:image: ${meta("og:image").join()} ${meta("og:image:width").join()} × ${meta("og:image:height").join()}`);
    must(only("twitter:card") === "summary_large_image" && [...only("twitter:title")].length <= 70 && [...(meta("twitter:description")[0] ?? "")].length <= 200 && [...only("twitter:image:alt")].length <= 420, "Twitter’s card");
  }

  const stories = blocks.filter((one) => storyTypes.has(one["@type"]));
  if (document.querySelector("article.article") === null) {
    must(stories.length === 0, "a story's data without a story");
    return wrong;
  }
  must(stories.length === 1, `${stories.length} main entities`);
  // What a browser's reader mode and a text browser go by: one article in the one main part, its headline before its text, and the text in paragraphs of that article.
  const article = document.querySelector("main article.article");
  const inOrder = [...(article?.querySelectorAll("h1, .prose p, .prose figure") ?? [])];
  must(document.querySelectorAll("main").length === 1 && article !== null && inOrder[0]?.tagName === "H1" && inOrder.length > 1, "reader mode: no article with its headline and text");
  const [news] = stories;
  if (!news) return wrong;
  const said = (name: string) => String(news[name] ?? "");
  const words = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
  must(said("headline") === words(document.querySelector("h1")?.textContent), `headline: ${said("headline")}`);
  const shown = [...document.querySelectorAll(".credits time")].map(momentOf);
  must(moment.test(said("datePublished")) && moment.test(said("dateModified")) && Date.parse(said("dateModified")) >= Date.parse(said("datePublished")), "dates");
  must(shown[0] === said("datePublished") && meta("article:published_time")[0] === said("datePublished"), `datePublished ${said("datePublished")}, shown ${shown[0]}`);
  // “Updated” is said where there was a real update, and only there.
  must((said("dateModified") !== said("datePublished")) === shown.includes(said("dateModified")) || shown[0] === said("dateModified"), `dateModified ${said("dateModified")}, shown ${shown.join()}`);
  must((shown.length > 1) === (said("dateModified") !== said("datePublished")), `times shown: ${shown.length}`);
  must(meta("article:modified_time")[0] === said("dateModified"), "article:modified_time");
  const authors = (news.author ?? []) as { "@type": string; name: string; url?: string }[];
  must(authors.length > 0 && authors.every((one) => /^(?:Person|Organization|NewsMediaOrganization)$/.test(one["@type"]) && one.name !== "" && !/^(?:by|von|par|por|de)\s|[,;:]|\n/i.test(one.name) && (one.url === undefined || one.url.startsWith(`${origin}/`))), `author: ${JSON.stringify(authors)}`);
  const pagesOfAuthors = [...document.querySelectorAll('article a[href^="/authors/"]')].map((one) => ({ name: words(one.textContent), url: origin + attribute(one, "href") }));
  for (const { name, url } of authors) must(url === undefined ? pagesOfAuthors.every((one) => one.name !== name) : pagesOfAuthors.some((one) => one.url === url) && pagesOfAuthors.every((one) => one.name !== name || one.url === url), `author.url: ${name} ${url}, linked ${JSON.stringify(pagesOfAuthors)}`);
  must(said("mainEntityOfPage") === canonical && said("inLanguage") === lang && Number(said("wordCount")) > 0 && news.isAccessibleForFree === true && said("articleSection") !== "" && Array.isArray(news.keywords), "mainEntityOfPage, inLanguage, wordCount, isAccessibleForFree, articleSection, keywords");
  const publisher = news.publisher as { name?: string; logo?: { url?: string } } | undefined;
  must(publisher?.name === only("og:site_name") && publisher?.logo?.url?.startsWith(`${origin}/`) === true, "publisher");
  must(((news.image ?? []) as string[]).every((one) => one.startsWith(`${origin}/media/`)), "image");
  for (const selector of (news.speakable as { cssSelector: string[] }).cssSelector) {
    const spoken = words(document.querySelector(selector)?.textContent);
    must(spoken !== "" && spoken.split(" ").length <= mostSpoken, `speakable: ${selector}, ${spoken.split(" ").length} words`);
  }
  const everything = words(document.body.textContent);
  for (const correction of (news.correction ?? []) as { "@type": string; text: string; datePublished: string }[]) must(correction["@type"] === "CorrectionComment" && moment.test(correction.datePublished) && everything.includes(words(correction.text)), `correction: ${correction.text}`);
  const claims = blocks.filter((one) => one["@type"] === "ClaimReview");
  must(claims.length <= 1 && claims.every((one) => one.url === canonical && String(one.claimReviewed) !== "" && one.itemReviewed !== undefined), "ClaimReview");
  must(only("og:type") === "article" && only("article:section") === said("articleSection") && meta("article:tag").length === (news.keywords as string[]).length, "og:type, article:section, article:tag");
  must([...only("og:title")].length > 0 && meta("og:description").length === 1 && document.querySelector('link[type="application/json+oembed"]') !== null, "og:description, oEmbed");
  for (const picture of document.querySelectorAll("article figure:has(img)")) must(words(picture.querySelector("figcaption")?.textContent) !== "", "a picture without caption or credit");
  return wrong;
}
