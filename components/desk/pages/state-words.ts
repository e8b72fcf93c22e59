import type { PageState } from "@/lib/pages/page";

/** How a page stands, as the desk says it. */
export const stateWords = {
  draft: "Not published",
  published: "Published",
  changed: "Published, with changes that readers do not see yet",
  withdrawn: "Taken off the site",
} satisfies Record<PageState, string>;
