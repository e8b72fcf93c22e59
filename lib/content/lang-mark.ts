import { Mark, mergeAttributes } from "@tiptap/core";

const tag = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/;

/** A passage in another language, so that screen readers say it right and hyphenation knows it (WCAG 2.2, 3.1.2). */
export const LangMark = Mark.create({
  name: "lang",
  addAttributes: () => ({ code: { default: "en", parseHTML: (element: HTMLElement) => element.getAttribute("lang"), renderHTML: ({ code }: { code?: string }) => ({ lang: code }) } }),
  parseHTML: () => [{ tag: "span[lang]", getAttrs: (element) => (tag.test((element as HTMLElement).getAttribute("lang") ?? "") ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ["span", mergeAttributes(HTMLAttributes), 0],
});
