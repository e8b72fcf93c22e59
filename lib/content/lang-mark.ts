import { Mark, mergeAttributes } from "@tiptap/core";
import { passageLanguagePattern } from "@/lib/content/passage-language";

/** A passage in another language, so that screen readers say it right and hyphenation knows it (WCAG 2.2, 3.1.2). */
export const LangMark = Mark.create({
  name: "lang",
  // What is typed behind foreign words is in the story’s own language again.
  inclusive: false,
  addAttributes: () => ({ code: { default: "en", parseHTML: (element: HTMLElement) => element.getAttribute("lang"), renderHTML: ({ code }: { code?: string }) => ({ lang: code }) } }),
  parseHTML: () => [{ tag: "span[lang]", getAttrs: (element) => (passageLanguagePattern.test((element as HTMLElement).getAttribute("lang") ?? "") ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ["span", mergeAttributes(HTMLAttributes), 0],
});
