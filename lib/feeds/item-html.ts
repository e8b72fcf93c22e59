import { claimWords } from "@/lib/articles/claim-words";
import { correctionNames } from "@/lib/articles/correction-names";
import type { BodyMaterial, ShownPicture } from "@/lib/articles/views";
import { embedProviderNames } from "@/lib/content/blocks/embed";
import type { FigureNode } from "@/lib/content/stored/figure";
import type { TextMark, TextNode } from "@/lib/content/stored/inline";
import type { ListNode } from "@/lib/content/stored/list";
import type { ParagraphNode } from "@/lib/content/stored/paragraph";
import type { TableNode } from "@/lib/content/stored/table";
import type { Block } from "@/lib/content/document";
import { safeHref } from "@/lib/content/links";
import { notedIn, withoutNotes } from "@/lib/content/correction-notes";
import type { Feed, FeedItem } from "@/lib/feeds/feed";
import { xmlText } from "@/lib/feeds/xml";
import { cropName, partOf } from "@/lib/media/crops";
import { cardWidth, pictureAddress } from "@/lib/media/sizes";

/** What writing a body needs beyond its blocks. */
type Context = { origin: string; material: BodyMaterial; language: FeedItem["language"] };

/** The story's text as HTML for feeds: the validated tree written out, absolute addresses, corrections where the paper puts them, no script, style or frame. */
export function itemHtml(item: FeedItem, { origin, correctionsAt }: Pick<Feed, "origin" | "correctionsAt">): string {
  const context = { origin, material: item.material, language: item.language };
  const told = (corrections: FeedItem["corrections"]) => corrections.map((one) => `<p><strong>${correctionNames[item.language][one.kind]}.</strong> ${xmlText(one.note)}</p>`);
  const picture = item.picture ? [pictureHtml(item.picture, item.picture.alt, xmlText([item.picture.caption, item.picture.credit].filter(Boolean).join(" ")), origin)] : [];
  const body = correctionsAt === "above" ? withoutNotes(item.body, item.corrections) : item.body;
  const noted = notedIn(item.body);
  const [above, below] = [correctionsAt === "below" ? [] : told(item.corrections), correctionsAt === "above" ? [] : told(item.corrections.filter(({ id }) => !noted.has(id)))];
  return [...above, ...picture, findingHtml(item), ...body.content.map((block) => blockHtml(block, context)), ...below].filter(Boolean).join("\n");
}

/** What a fact check is about and what it found, as its page says it before the text; empty in any other story. */
function findingHtml({ format, claim, claimant, verdict, language }: FeedItem): string {
  if (format !== "fact_check" || !claim) return "";
  const say = claimWords[language];
  const told = [[say.claim, claim], [say.claimedBy, claimant], [say.verdict, verdict ? say.verdicts[verdict] : ""]].filter(([, what]) => what);
  return `<dl>${told.map(([name, what]) => `<dt>${name}</dt><dd>${xmlText(what ?? "")}</dd>`).join("")}</dl>`;
}

/** One block as feeds get it; empty where they get nothing of it. */
export function blockHtml(block: Block, context: Context): string {
  switch (block.type) {
    case "paragraph":
      return paragraphHtml(block, context);
    case "heading":
      return `<h${block.attrs.level}>${inlineHtml(block.content, context)}</h${block.attrs.level}>`;
    case "bulletList":
    case "orderedList":
      return listHtml(block, context);
    case "blockquote":
      return `<blockquote>${block.content.map((paragraph) => paragraphHtml(paragraph, context)).join("")}${block.attrs?.source ? `<p><cite>${linked(xmlText(block.attrs.source), block.attrs.sourceUrl, context)}</cite></p>` : ""}</blockquote>`;
    case "pullQuote":
      // It repeats the text: a feed reader has no margin to hang it into.
      return "";
    case "figure":
      return figureHtml(block, context);
    case "gallery":
      return [block.attrs?.title ? `<h3>${xmlText(block.attrs.title)}</h3>` : "", ...block.content.map((figure) => figureHtml(figure, context))].join("");
    case "factBox": {
      const [title, ...rest] = block.content;
      return `<aside><h3>${inlineHtml(title.content, context)}</h3>${rest.map((node) => blockHtml(node, context)).join("")}</aside>`;
    }
    case "table":
      return tableHtml(block, context);
    case "embed":
      return `<p><a href="${xmlText(block.attrs.url)}">${xmlText(`${embedProviderNames[block.attrs.provider]}: ${block.attrs.alt || context.material.embeds.get(block.attrs.embedId)?.title || block.attrs.url}`)}</a></p>`;
    case "relatedCard": {
      const card = context.material.stories.get(block.attrs.story);
      return card ? `<p><a href="${xmlText(context.origin + card.path)}">${xmlText(block.attrs.label || card.headline)}</a></p>` : "";
    }
    case "correctionNote":
      return `<p><strong>${correctionNames[context.language][block.attrs.kind]}.</strong> ${inlineHtml(block.content, context)}</p>`;
    case "sectionBreak":
      return "<hr/>";
    case "stash":
      return "";
  }
}

const paragraphHtml = (node: ParagraphNode, context: Context) => `<p>${inlineHtml(node.content, context)}</p>`;

function listHtml(list: ListNode, context: Context): string {
  const [open, close] = list.type === "bulletList" ? ["<ul>", "</ul>"] : [list.attrs?.start && list.attrs.start !== 1 ? `<ol start="${list.attrs.start}">` : "<ol>", "</ol>"];
  const items = list.content.map((item) => `<li>${inlineHtml(item.content[0].content, context)}${item.content[1] ? listHtml(item.content[1], context) : ""}</li>`);
  return `${open}${items.join("")}${close}`;
}

function tableHtml(table: TableNode, context: Context): string {
  const rows = table.content.map((row, index) => `<tr>${row.content.map((cell) => (cell.type === "tableHeader" ? `<th scope="${index === 0 ? "col" : "row"}">${inlineHtml(cell.content[0]?.content, context)}</th>` : `<td>${inlineHtml(cell.content[0]?.content, context)}</td>`)).join("")}</tr>`);
  return `<table>${table.attrs?.caption ? `<caption>${xmlText(table.attrs.caption)}</caption>` : ""}${rows.join("")}</table>${table.attrs?.note ? `<p>${xmlText(table.attrs.note)}</p>` : ""}`;
}

function figureHtml(figure: FigureNode, context: Context): string {
  const picture = context.material.pictures.get(figure.attrs.assetId);
  if (!picture) return "";
  const credit = figure.attrs.credit || picture.credit;
  return pictureHtml(partOf(picture, cropName(figure.attrs.crop)), figure.attrs.decorative ? "" : (figure.attrs.alt ?? ""), [inlineHtml(figure.content, context), xmlText(credit)].filter(Boolean).join(" "), context.origin);
}

function pictureHtml(picture: ShownPicture, alt: string, caption: string, origin: string): string {
  return `<figure><img src="${xmlText(origin + pictureAddress(picture.id, cardWidth, "jpeg", picture.crop))}" alt="${xmlText(alt)}"/>${caption ? `<figcaption>${caption}</figcaption>` : ""}</figure>`;
}

function inlineHtml(content: readonly TextNode[] | undefined, context: Context): string {
  return (content ?? []).map((node) => (node.marks ?? []).reduce((html, mark) => markHtml(mark, html, context), xmlText(node.text))).join("");
}

function markHtml(mark: TextMark, html: string, context: Context): string {
  switch (mark.type) {
    case "strong":
    case "em":
      return `<${mark.type}>${html}</${mark.type}>`;
    case "subscript":
      return `<sub>${html}</sub>`;
    case "superscript":
      return `<sup>${html}</sup>`;
    case "lang":
      return `<span lang="${xmlText(mark.attrs.code)}">${html}</span>`;
    case "link":
      return linked(html, mark.attrs.story ? (context.material.stories.get(mark.attrs.story)?.path ?? null) : mark.attrs.href, context);
  }
}

function linked(html: string, address: string | null | undefined, { origin }: Context): string {
  const href = address ? safeHref(address) : null;
  return href ? `<a href="${xmlText(/^[/#?]/.test(href) ? new URL(href, origin).href : href)}">${html}</a>` : html;
}
