import { authorNames, type Feed, guidOf, lastChange } from "@/lib/feeds/feed";
import { itemHtml } from "@/lib/feeds/item-html";
import { element, empty, xmlText } from "@/lib/feeds/xml";

/** Atom 1.0 with full text (RFC 4287). */
export function atom(feed: Feed): string {
  const entries = feed.items.map((item) =>
    [
      `<entry xml:lang="${xmlText(item.language)}">`,
      element("id", guidOf(item)),
      element("title", item.headline),
      empty("link", { rel: "alternate", href: feed.origin + item.path }),
      element("published", item.publishedAt.toISOString()),
      element("updated", item.changedAt.toISOString()),
      ...authorNames(item, feed).map((name) => `<author>${element("name", name)}</author>`),
      element("summary", item.standfirst),
      empty("category", { term: item.section.slug, label: item.section.name }),
      ...item.tags.map((tag) => empty("category", { term: tag })),
      `<content type="html">${xmlText(itemHtml(item, feed))}</content>`,
      "</entry>",
    ].join(""),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xmlText(feed.language)}">`,
    element("id", feed.self),
    element("title", feed.title),
    element("subtitle", feed.description),
    element("updated", lastChange(feed).toISOString()),
    `<author>${element("name", feed.paper)}</author>`,
    empty("link", { rel: "self", href: feed.self, type: "application/atom+xml" }),
    ...(feed.hub ? [empty("link", { rel: "hub", href: feed.hub })] : []),
    empty("link", { rel: "alternate", href: feed.home }),
    ...entries,
    "</feed>\n",
  ].join("\n");
}
