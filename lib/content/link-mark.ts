import { Mark, mergeAttributes } from "@tiptap/core";
import { safeHref } from "@/lib/content/links";

/** A link: to an address, or to a story of ours, whose address is resolved where it is shown. */
export const LinkMark = Mark.create({
  name: "link",
  // Outermost: one link stays one where some of its words are strong.
  priority: 1000,
  // What is typed behind a link is no part of it.
  inclusive: false,
  keepOnSplit: false,
  exitable: true,
  addAttributes: () => ({
    href: { default: null },
    story: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute("data-story"), renderHTML: ({ story }: { story?: string | null }) => (story ? { "data-story": story } : {}) },
  }),
  parseHTML: () => [{ tag: "a[href]", getAttrs: (element) => (safeHref((element as HTMLElement).getAttribute("href") ?? "") === null ? false : null) }],
  renderHTML: ({ HTMLAttributes }) => ["a", mergeAttributes(HTMLAttributes, { href: safeHref(HTMLAttributes.href ?? "") === null ? "" : HTMLAttributes.href }), 0],
});
