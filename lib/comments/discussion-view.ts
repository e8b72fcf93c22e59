/** In which order threads stand. */
export const threadSorts = ["newest", "oldest", "liked"] as const;
export type ThreadSort = (typeof threadSorts)[number];

/** What of a discussion is shown: threads, or single comments that were picked or that staff wrote. */
export const discussionTabs = ["all", "picks", "staff"] as const;
export type DiscussionTab = (typeof discussionTabs)[number];

/** What an address asks of a discussion. Picks and staff replies stand newest first. */
export type AskedDiscussion = { tab: DiscussionTab; /** Null: as the discussion has it. */ sort: ThreadSort | null; cursor?: string };

/** The parameters of an address, as far as they mean anything. */
export function askedDiscussion({ show, sort, c }: { show?: string; sort?: string; c?: string }): AskedDiscussion {
  const tab = discussionTabs.find((one) => one === show) ?? "all";
  return { tab, sort: tab === "all" ? (threadSorts.find((one) => one === sort) ?? null) : "newest", ...(c ? { cursor: c } : {}) };
}

/** Where it is shown: the story's own address is the first page of all, in the order that the discussion has. */
export function discussionAddress(path: string, { tab, sort, cursor }: AskedDiscussion, firstSort: ThreadSort): string {
  const query = new URLSearchParams([...(cursor ? [["c", cursor]] : []), ...(tab === "all" ? [] : [["show", tab]]), ...(tab !== "all" || sort === null || sort === firstSort ? [] : [["sort", sort]])]);
  return `${path}${query.size > 0 ? `?${query}` : ""}#comments`;
}
