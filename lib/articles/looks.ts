/** Where a story shows itself beside its own page; `as` in a preview's address. */
export const looks = ["page", "front", "search", "social", "feed"] as const;
export type Look = (typeof looks)[number];

export const lookNames = { page: "Page", front: "Front", search: "Search", social: "Social", feed: "Feed" } satisfies Record<Look, string>;

/** Where a preview shows a look: with a strip that says what it is, or bare, in a frame beside the editor. */
export function previewPath(articleId: string, look: Look, bare = false): string {
  const query = new URLSearchParams({ ...(look === "page" ? {} : { as: look }), ...(bare ? { bare: "" } : {}) });
  return `/desk/articles/${articleId}/preview${query.size > 0 ? `?${query}` : ""}`;
}
