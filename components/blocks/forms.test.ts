import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { BlockView } from "@/components/blocks/views";
import type { ArticleCard, BodyMaterial, ShownPicture } from "@/lib/articles/views";
import { exampledBlocks } from "@/lib/content/blocks/examples";
import type { BlockName } from "@/lib/content/blocks/registry";
import type { Block } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import { blockHtml } from "@/lib/feeds/item-html";

/* Each block of the registry, with the words of its example, in the three forms in which it leaves the newsroom. */

const origin = "https://paper.example";
const [assetId, embedId, story] = ["0190b5a0-0000-7000-8000-00000000f001", "0190b5a0-0000-7000-8000-00000000e001", "0190b5a0-0000-7000-8000-00000000a001"];
const picture: ShownPicture = { id: assetId, width: 2000, height: 1000, whole: { width: 2000, height: 1000 }, widths: [480, 960, 1600, 2000], thumbHash: "", crops: [], crop: null, focal: null, alt: "", caption: "", credit: "Ana Ruiz" };
const card: ArticleCard = { id: story, path: "/town/vote", format: "news", kicker: "", headline: "Forty seats", frontHeadline: "Forty seats", standfirst: "", language: "en", section: { slug: "town", name: "Town", accent: "town" }, bylines: [], picture: null, words: 3, verdict: null, pictures: 0, publishedAt: new Date(0), updatedAt: null, comments: 0 };
const material: BodyMaterial = {
  pictures: new Map([[assetId, picture]]),
  stories: new Map([[story, card]]),
  embeds: new Map([[embedId, { id: embedId, provider: "youtube", url: "https://www.youtube.com/watch?v=abcdefghijk", reference: "abcdefghijk", title: "The ferry", author: "Quay", words: "", width: 16, height: 9, picture: null }]]),
};
const empty: BodyMaterial = { pictures: new Map(), stories: new Map(), embeds: new Map() };

const file = `${origin}/media/${assetId}/1200.jpg`;
const shown = (alt: string) => `<figure><img src="${file}" alt="${alt}"/><figcaption>The 23:40 leaves Lower Quay for Skerry. Illustration: Halyard Graphics</figcaption></figure>`;
const ferry = "A lit ferry crosses dark water under a full moon";

/** What readers' page holds of it, what feeds get, and its plain text for search and counts. A block that is forgotten is a type error. */
const forms: Record<BlockName, { page: readonly (string | RegExp)[]; feed: string; text: string }> = {
  paragraph: { page: [/^<p>The boat that leaves/], feed: "<p>The boat that leaves Lower Quay at 23:40 carries nurses, bakers and a double bass.</p>", text: "The boat that leaves Lower Quay at 23:40 carries nurses, bakers and a double bass." },
  heading: { page: [/^<h2[^>]*>A vote that crossed the aisle<\/h2>$/], feed: "<h2>A vote that crossed the aisle</h2>", text: "A vote that crossed the aisle" },
  list: { page: [/^<ul/, "Fares stay as they are."], feed: "<ul><li>Fares stay as they are.</li></ul>", text: "Fares stay as they are." },
  blockquote: { page: [/^<blockquote/, "<cite>From the mate’s log, winter 2025</cite>"], feed: "<blockquote><p>Two midwives. A man with a wedding cake.</p><p><cite>From the mate’s log, winter 2025</cite></p></blockquote>", text: "Two midwives. A man with a wedding cake.\nFrom the mate’s log, winter 2025" },
  // It repeats the text.
  pullQuote: { page: ["A timetable is a promise", "Councillor Edda Brandt"], feed: "", text: "A timetable is a promise the town makes to people it has not met.\nCouncillor Edda Brandt, Saltgate ward" },
  figure: { page: [`alt="${ferry}"`, "The 23:40 leaves Lower Quay for Skerry.", "Illustration: Halyard Graphics"], feed: shown(ferry), text: "The 23:40 leaves Lower Quay for Skerry." },
  gallery: { page: ["Lower Quay by night", `alt="${ferry}"`, 'alt="The same quay with nobody on it"'], feed: `<h3>Lower Quay by night</h3>${shown(ferry)}${shown("The same quay with nobody on it")}`, text: "Lower Quay by night\nThe 23:40 leaves Lower Quay for Skerry.\nThe 23:40 leaves Lower Quay for Skerry." },
  factBox: { page: [/^<aside/, "The crossing in short", "23:40 leaves Lower Quay"], feed: "<aside><h3>The crossing in short</h3><p>1911: first night sailing, for the herring shift.</p><ul><li>23:40 leaves Lower Quay</li></ul></aside>", text: "The crossing in short\n1911: first night sailing, for the herring shift.\n23:40 leaves Lower Quay" },
  table: { page: ['<th scope="col">Day</th>', "Passengers on the 23:40, by weekday", "122"], feed: '<table><caption>Passengers on the 23:40, by weekday</caption><tr><th scope="col">Day</th><th scope="col">Passengers</th></tr><tr><td>Friday</td><td>122</td></tr></table>', text: "Passengers on the 23:40, by weekday\nDay\tPassengers\nFriday\t122" },
  // A plain link, of which nothing is loaded.
  embed: { page: ['<a class="play" href="https://www.youtube.com/watch?v=abcdefghijk"', "The ferry turns in the ice, filmed from the quay"], feed: '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">YouTube: The ferry turns in the ice, filmed from the quay</a></p>', text: "The ferry turns in the ice, filmed from the quay" },
  relatedCard: { page: ['href="/town/vote"', "How each of the forty voted"], feed: `<p><a href="${origin}/town/vote">How each of the forty voted</a></p>`, text: "How each of the forty voted" },
  correctionNote: { page: ["Correction", "It is 312,000."], feed: "<p><strong>Correction.</strong> An earlier version said that the subsidy is 321,000 crowns a year. It is 312,000.</p>", text: "An earlier version said that the subsidy is 321,000 crowns a year. It is 312,000." },
  sectionBreak: { page: [/aria-hidden="true"/], feed: "<hr/>", text: "" },
  // Nowhere but in the newsroom; its text is what the newsroom searches.
  stash: { page: [/^$/], feed: "", text: "Hallam’s number is in the drawer. Ask before using the name." },
};

const page = (block: Block, known: BodyMaterial) => renderToStaticMarkup(createElement(BlockView, { block, name: "block-1", material: known, language: "en", timeZone: "UTC" }));

describe.each(Object.entries(exampledBlocks))("a %s", (name, { example }) => {
  const block = example as Block;
  const form = forms[name as BlockName];

  it("is drawn for readers", () => {
    const drawn = page(block, material);
    for (const part of form.page) expect(drawn).toEqual(typeof part === "string" ? expect.stringContaining(part) : expect.stringMatching(part));
    expect(drawn).not.toMatch(/<script|<iframe|\sstyle=|\son[a-z]+=/);
  });

  it("goes into feeds and plain text", () => {
    expect(blockHtml(block, { origin, material, language: "en" })).toBe(form.feed);
    expect(textOfBlock(block)).toBe(form.text);
  });

  it("leads nobody to what may not be shown any more", () => {
    const without = `${page(block, empty)}${blockHtml(block, { origin, material: empty, language: "en" })}`;
    expect(without).not.toMatch(/\/media\/|\/town\/vote/);
  });
});
