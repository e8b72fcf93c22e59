import { Mark } from "@tiptap/core";

/** The threads that a browser reads from HTML: those of the story that it shows, and what was cut out of it (notes/note-clipboard.ts). From anywhere else no note comes in. */
export const threadsRead = new Set<unknown>();

/**
 * Words that an internal note is about: all that the document holds of it is the thread's id. Every browser knows this mark, also those of
 * people who may not read notes: an editor deletes text that carries what its schema does not know. Drawn plain, since how a note looks is
 * told by its thread, which nobody writes into the document.
 */
export const NoteMark = Mark.create({
  name: "note",
  // Notes may lie over each other.
  excludes: "",
  // What is typed behind noted words is not what the note is about.
  inclusive: false,
  addAttributes: () => ({ t: { default: null, parseHTML: (element: HTMLElement) => element.getAttribute("data-note"), renderHTML: ({ t }: { t?: string }) => ({ "data-note": t }) } }),
  parseHTML: () => [{ tag: "span[data-note]", getAttrs: (element) => (threadsRead.has((element as HTMLElement).dataset.note) ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});
