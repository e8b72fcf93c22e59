/** The formats of every feed: the file's name in its address, its type, and what a reader's program calls it. */
export const feedFormats = {
  "rss.xml": { type: "application/rss+xml", name: "RSS" },
  "atom.xml": { type: "application/atom+xml", name: "Atom" },
  "feed.json": { type: "application/feed+json", name: "JSON Feed" },
} as const;
export type FeedFormat = keyof typeof feedFormats;

export const feedFormatNames = Object.keys(feedFormats) as FeedFormat[];

/** Where a feed stands; `place` names whose it is, none for the whole paper. */
export function feedAddress(origin: string, place: readonly string[], format: FeedFormat): string {
  return [origin, "feeds", ...place.map(encodeURIComponent), format].join("/");
}

/** The `<link rel="alternate">` by which programs find the feeds of a page, as Next writes them. */
export function feedLinks(origin: string, place: readonly string[], title: string): Record<string, { url: string; title: string }[]> {
  return Object.fromEntries(feedFormatNames.map((format) => [feedFormats[format].type, [{ url: feedAddress(origin, place, format), title: `${title} (${feedFormats[format].name})` }]]));
}
