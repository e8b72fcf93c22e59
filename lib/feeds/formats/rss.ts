import { cardAddress, type Feed, type FeedItem, authorNames, guidOf, lastChange } from "@/lib/feeds/feed";
import { itemHtml } from "@/lib/feeds/item-html";
import { element, empty, xmlText } from "@/lib/feeds/xml";

/** RSS 2.0 with full text (https://www.rssboard.org/rss-specification). */
export function rss(feed: Feed): string {
  const items = feed.items.map((item) =>
    [
      "<item>",
      element("title", item.headline),
      element("link", feed.origin + item.path),
      element("guid", guidOf(item), { isPermaLink: "false" }),
      element("pubDate", item.publishedAt.toUTCString()),
      ...authorNames(item, feed).map((name) => element("dc:creator", name)),
      element("description", item.standfirst),
      element("category", item.section.name),
      ...item.tags.map((tag) => element("category", tag)),
      pictureOf(item, feed.origin),
      `<content:encoded>${xmlText(itemHtml(item, feed))}</content:encoded>`,
      "</item>",
    ].join(""),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">',
    "<channel>",
    element("title", feed.title),
    element("link", feed.home),
    element("description", feed.description || feed.title),
    element("language", feed.language),
    element("lastBuildDate", lastChange(feed).toUTCString()),
    empty("atom:link", { rel: "self", href: feed.self, type: "application/rss+xml" }),
    ...(feed.hub ? [empty("atom:link", { rel: "hub", href: feed.hub })] : []),
    ...items,
    "</channel></rss>\n",
  ].join("\n");
}

/** The picture, and as an enclosure too once its length is known: one that is not true breaks downloads. */
function pictureOf(item: FeedItem, origin: string): string {
  const url = cardAddress(item, origin);
  if (!url) return "";
  const enclosure = item.cardBytes ? empty("enclosure", { url, length: String(item.cardBytes), type: "image/jpeg" }) : "";
  return enclosure + empty("media:content", { url, medium: "image", type: "image/jpeg" });
}
