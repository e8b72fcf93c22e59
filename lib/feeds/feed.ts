import type { CorrectionKind } from "@/db/vocabulary";
import { correctionNames } from "@/lib/articles/correction-names";
import type { ArticleCard } from "@/lib/articles/views";
import type { Block, StoredDocument } from "@/lib/content/document";
import { safeHref } from "@/lib/content/links";
import type { TextNode } from "@/lib/content/blocks/inline";
import type { ListNode } from "@/lib/content/blocks/list";
import { xmlText } from "@/lib/feeds/xml";

/** A story as a feed carries it. */
export type FeedItem = ArticleCard & { body: StoredDocument; changedAt: Date; tags: string[]; corrections: { kind: CorrectionKind; note: string; at: Date }[] };

/** What every format is made from. Addresses are absolute. */
export type Feed = { title: string; description: string; language: string; origin: string; home: string; self: string; items: FeedItem[]; madeAt: Date };

/**
 * The name by which aggregators know a story for ever. Changing it shows every old story as new (docs/contracts/feed-guids.md).
 */
export function guidOf(item: { id: string }): string {
  return `urn:uuid:${item.id}`;
}

/** The story's text as HTML for feeds: the validated tree written out, absolute addresses, corrections first, no script or style. */
export function itemHtml(item: FeedItem, origin: string): string {
  const corrections = item.corrections.map((one) => `<p><strong>${correctionNames[item.language][one.kind]}.</strong> ${xmlText(one.note)}</p>`);
  const picture = item.picture ? [`<figure><img src="${xmlText(`${origin}/media/${item.picture.id}/1200.jpg`)}" alt="${xmlText(item.picture.alt)}"/><figcaption>${xmlText([item.picture.caption, item.picture.credit].filter(Boolean).join(" "))}</figcaption></figure>`] : [];
  return [...corrections, ...picture, ...item.body.content.map((block) => blockHtml(block, origin))].join("\n");
}

function blockHtml(block: Block, origin: string): string {
  switch (block.type) {
    case "paragraph":
      return `<p>${inlineHtml(block.content, origin)}</p>`;
    case "heading":
      return `<h${block.attrs.level}>${inlineHtml(block.content, origin)}</h${block.attrs.level}>`;
    case "bulletList":
    case "orderedList":
      return listHtml(block, origin);
    case "blockquote":
      return `<blockquote>${block.content.map((paragraph) => `<p>${inlineHtml(paragraph.content, origin)}</p>`).join("")}${block.attrs?.source ? `<p><cite>${xmlText(block.attrs.source)}</cite></p>` : ""}</blockquote>`;
    case "pullQuote":
      // It repeats the text: a feed reader has no margin to hang it into.
      return "";
    case "sectionBreak":
      return "<hr/>";
  }
}

function listHtml(list: ListNode, origin: string): string {
  const tag = list.type === "bulletList" ? "ul" : "ol";
  const items = list.content.map((item) => `<li>${inlineHtml(item.content[0].content, origin)}${item.content[1] ? listHtml(item.content[1], origin) : ""}</li>`);
  return `<${tag}>${items.join("")}</${tag}>`;
}

function inlineHtml(content: readonly TextNode[] | undefined, origin: string): string {
  return (content ?? [])
    .map((node) =>
      (node.marks ?? []).reduce((html, mark) => {
        if (mark.type !== "link") return `<${mark.type}>${html}</${mark.type}>`;
        const href = safeHref(mark.attrs.href);
        return href ? `<a href="${xmlText(href.startsWith("/") || href.startsWith("#") ? new URL(href, origin).href : href)}">${html}</a>` : html;
      }, xmlText(node.text)),
    )
    .join("");
}
