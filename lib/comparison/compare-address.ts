/** The page that compares two versions of a story, with what was chosen there: also where one is brought back to after signing in. */
export function compareAddress(articleId: string, { from, to, view }: { from?: string | undefined; to?: string | undefined; view?: "inline" | "side" } = {}): string {
  const query = new URLSearchParams({ ...(from ? { from } : {}), ...(to ? { to } : {}), ...(view === "side" ? { view } : {}) }).toString();
  return `/desk/articles/${articleId}/history/compare${query ? `?${query}` : ""}`;
}
