/** In which order threads stand. */
export const threadSorts = ["newest", "oldest", "liked"] as const;
export type ThreadSort = (typeof threadSorts)[number];

/** What of a discussion is shown: threads, or single comments that were picked or that staff wrote. */
export const discussionTabs = ["all", "picks", "staff"] as const;
export type DiscussionTab = (typeof discussionTabs)[number];

/** What an address asks of a discussion. Picks and staff replies stand newest first. */
export type AskedDiscussion = { tab: DiscussionTab; sort: ThreadSort; cursor?: string };

/** The parameters of an address, as far as they mean anything. */
export function askedDiscussion({ show, sort, c }: { show?: string; sort?: string; c?: string }): AskedDiscussion {
  const tab = discussionTabs.find((one) => one === show) ?? "all";
  return { tab, sort: (tab === "all" && threadSorts.find((one) => one === sort)) || "newest", ...(c ? { cursor: c } : {}) };
}

/** Where it is shown: the story's own address is the newest page of all. */
export function discussionAddress(path: string, { tab, sort, cursor }: AskedDiscussion): string {
  const query = new URLSearchParams([...(cursor ? [["c", cursor]] : []), ...(tab === "all" ? [] : [["show", tab]]), ...(sort === "newest" ? [] : [["sort", sort]])]);
  return `${path}${query.size > 0 ? `?${query}` : ""}#comments`;
}
