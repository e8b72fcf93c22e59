import { claimReview } from "@/lib/articles/claim-review";
import { authorNames, cardAddress, type Feed, type FeedItem, guidOf } from "@/lib/feeds/feed";
import { itemHtml } from "@/lib/feeds/item-html";

/** JSON Feed 1.1 with full text (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description || undefined,
    home_page_url: feed.home,
    feed_url: feed.self,
    hubs: feed.hub ? [{ type: "WebSub", url: feed.hub }] : undefined,
    language: feed.language,
    items: feed.items.map((item) => ({
      id: guidOf(item),
      url: feed.origin + item.path,
      title: item.headline,
      summary: item.standfirst || undefined,
      content_html: itemHtml(item, feed),
      image: cardAddress(item, feed.origin) ?? undefined,
      date_published: item.publishedAt.toISOString(),
      date_modified: item.changedAt.toISOString(),
      authors: authorNames(item, feed).map((name) => ({ name })),
      tags: item.tags.length > 0 ? item.tags : undefined,
      language: item.language,
      _claim_review: reviewOf(item, feed),
    })),
  });
}

/** What a fact check found, for machines (schema.org ClaimReview), in a field of our own, as the format allows; absent in any other story. */
function reviewOf(item: FeedItem, { origin, paper, home }: Feed): object | undefined {
  const review = claimReview(item);
  return review ? { about: "https://schema.org/ClaimReview", "@context": "https://schema.org", ...review, url: origin + item.path, author: { "@type": "NewsMediaOrganization", name: paper, url: home }, datePublished: item.publishedAt.toISOString() } : undefined;
}
