import type { Editor, Range } from "@tiptap/core";
import { caretBehindChosen } from "@/components/desk/editor/blocks/chosen-whole";
import { deletedAcross } from "@/components/desk/editor/blocks/delete-across";
import { quoteSelection } from "@/components/desk/editor/blocks/block-moves";
import { insertBlock } from "@/components/desk/editor/menus/insert-block";
import { noteKeys } from "@/components/desk/editor/menus/shortcuts";
import { chooseFileToImport } from "@/components/desk/editor/paste/import-files";
import { pasteBareText, pasteWireCopy } from "@/components/desk/editor/paste/paste-extension";
import { chooseGallery, choosePictures } from "@/components/desk/editor/pictures/incoming";
import type { IconName } from "@/components/desk/icon";
import { type paragraphStyles, plainParagraph } from "@/lib/content/blocks/paragraph";
import { factBoxToneNames, factBoxTones } from "@/lib/content/blocks/fact-box";

/** A block of running text, as the schema knows it. */
export type KindOfText = { name: string; attributes?: Readonly<Record<string, unknown>> };

export const insertGroups = ["Text", "Media", "Story blocks", "Insert from library", "Newsroom"] as const;
export type InsertGroup = (typeof insertGroups)[number];

/** What needs an answer from the desk first: an address, another story, pictures that are here already, what was wrong, what colleagues should know. */
export type Asking = "embed" | "related" | "library" | "correction" | "note" | "suggestion";

/** Something that can be put into a story: by the slash menu, by the toolbar's Insert, by a key. */
export type Insertable = {
  id: string;
  group: InsertGroup;
  label: string;
  hint: string;
  icon: IconName;
  /** Other words by which people look for it. */
  aliases: readonly string[];
  /** Its own key, from here to the menu, the bar and the sheet. Ctrl or ⌘ with Alt: what browsers hold with Ctrl or ⌘ alone stays theirs. */
  keys?: string;
  /** The browser itself does it by that key, and does it better: it needs nobody's leave to read the clipboard. */
  keyIsBrowsers?: true;
  /**
   * Puts it where the caret is: the one command of it, for the menus, the bar and its key. `typed` is the "/" and the word behind it,
   * which go. Text that is this already becomes plain again.
   */
  insert(editor: Editor, typed: Range | null): void;
  /** The kind of text that this makes of text, where it does that; without it, it goes under the caret's block whole. */
  makes?: KindOfText;
  /** Opens a small form, or the library, instead. */
  asks?: Asking;
};

const at = (editor: Editor, typed: Range | null) => (typed ? editor.chain().focus().deleteRange(typed) : editor.chain().focus());

const paragraph = { type: "paragraph" } as const;
const cells = (type: "tableHeader" | "tableCell", number: number) => ({ type: "tableRow", content: Array.from({ length: number }, () => ({ type, content: [paragraph] })) });

/** Lets go of what was typed, then fetches what goes in: through the system's own chooser, from the clipboard. */
const fetches = (fetch: (editor: Editor) => unknown) => ({
  insert: (editor: Editor, typed: Range | null) => {
    at(editor, typed).run();
    fetch(editor);
  },
});

const asks = (what: Asking) => ({ asks: what, insert: (editor: Editor, typed: Range | null) => void at(editor, typed).run() });

const heading = (level: 2 | 3 | 4) => ({ makes: { name: "heading", attributes: { level } }, insert: (editor: Editor, typed: Range | null) => void at(editor, typed).toggleHeading({ level }).run() });

/** What goes into a list or a quotation is a plain paragraph there. */
const plainAt = (editor: Editor, typed: Range | null) => at(editor, typed).updateAttributes("paragraph", plainParagraph);

/** A paragraph of a style stands by itself, never in a list or a quotation. */
const styled = (style: (typeof paragraphStyles)[number]) => ({
  makes: { name: "paragraph", attributes: { style } },
  insert: (editor: Editor, typed: Range | null) => {
    if (editor.isActive("paragraph", { style })) return void at(editor, typed).setNode("paragraph", plainParagraph).run();
    const isHeld = editor.isActive("listItem") || editor.isActive("blockquote");
    (isHeld ? at(editor, typed).clearNodes() : at(editor, typed)).setNode("paragraph", { style }).run();
  },
});

/** A quotation takes paragraphs alone: headings and items of lists become such first. */
function toggleQuotation(editor: Editor, typed: Range | null): void {
  const fits = editor.isActive("blockquote") || (editor.isActive("paragraph") && !editor.isActive("listItem"));
  (fits ? plainAt(editor, typed) : at(editor, typed).clearNodes()).toggleBlockquote().run();
}

/** Words that are chosen become the quote, and stay in the text; without any the block at the caret does. The "/" is typed where nothing is chosen. */
function togglePullQuote(editor: Editor, typed: Range | null): void {
  if (editor.isActive("pullQuote")) return void at(editor, typed).setNode("paragraph", plainParagraph).run();
  if (typed === null && quoteSelection(editor)) return;
  at(editor, typed).setNode("pullQuote").run();
}

/** Written where the caret is, as if typed; a picture that is chosen whole is not written over. */
function insertGap(editor: Editor, typed: Range | null): void {
  const free = caretBehindChosen(editor.state) ?? deletedAcross(editor.state);
  if (free) editor.view.dispatch(free);
  if (deletedAcross(editor.state)) return;
  at(editor, typed).insertContent({ type: "text", text: "TK " }).run();
}

/** Everything, in the order in which the menus show it. */
export const insertables: readonly Insertable[] = [
  { id: "paragraph", group: "Text", label: "Paragraph", hint: "Plain text", icon: "paragraph", aliases: ["text", "plain"], keys: "Mod-Alt-0", makes: { name: "paragraph", attributes: plainParagraph }, insert: (editor, typed) => void at(editor, typed).setNode("paragraph", plainParagraph).run() },
  { id: "heading-2", group: "Text", label: "Heading", hint: "Opens a part of the story", icon: "heading", aliases: ["h2", "subhead", "crosshead", "title"], keys: "Mod-Alt-2", ...heading(2) },
  { id: "heading-3", group: "Text", label: "Smaller heading", hint: "Within a part", icon: "heading", aliases: ["h3"], keys: "Mod-Alt-3", ...heading(3) },
  { id: "heading-4", group: "Text", label: "Smallest heading", hint: "Names a few lines", icon: "heading", aliases: ["h4"], keys: "Mod-Alt-4", ...heading(4) },
  { id: "intro", group: "Text", label: "Opening paragraph", hint: "In larger type", icon: "paragraph", aliases: ["intro", "lede", "lead"], keys: "Mod-Alt-1", ...styled("intro") },
  { id: "dateline", group: "Text", label: "Dateline in the text", hint: "A place on a line of its own", icon: "paragraph", aliases: ["place", "location", "city"], keys: "Mod-Alt-5", ...styled("dateline") },
  { id: "bullets", group: "Text", label: "List", hint: "With dashes", icon: "list", aliases: ["bullets", "ul", "unordered"], keys: "Mod-Shift-8", makes: { name: "bulletList" }, insert: (editor, typed) => void plainAt(editor, typed).toggleBulletList().run() },
  { id: "numbers", group: "Text", label: "Numbered list", hint: "1, 2, 3", icon: "numbers", aliases: ["ol", "ordered", "steps"], keys: "Mod-Shift-7", makes: { name: "orderedList" }, insert: (editor, typed) => void plainAt(editor, typed).toggleOrderedList().run() },
  { id: "quotation", group: "Text", label: "Quotation", hint: "With its source", icon: "quote", aliases: ["blockquote", "cite"], keys: "Mod-Shift-b", makes: { name: "blockquote" }, insert: toggleQuotation },
  { id: "picture", group: "Media", label: "Picture", hint: "Upload one", icon: "picture", aliases: ["image", "photo", "figure", "illustration"], keys: "Mod-Alt-p", ...fetches(choosePictures) },
  { id: "gallery", group: "Media", label: "Gallery", hint: "Several pictures together", icon: "gallery", aliases: ["images", "photos", "slideshow"], keys: "Mod-Alt-g", ...fetches(chooseGallery) },
  { id: "embed", group: "Media", label: "Embed", hint: "Paste an address", icon: "embed", aliases: ["video", "youtube", "vimeo", "post", "tweet", "bluesky", "mastodon", "instagram", "tiktok", "chart", "datawrapper", "audio", "podcast"], keys: "Mod-Alt-v", ...asks("embed") },
  { id: "pull-quote", group: "Story blocks", label: "Pull quote", hint: "A sentence of the story, loud", icon: "pull", aliases: ["pullquote", "callout"], keys: "Mod-Alt-o", makes: { name: "pullQuote" }, insert: togglePullQuote },
  ...factBoxTones.map(
    (tone): Insertable => ({
      id: `box-${tone}`, group: "Story blocks", label: tone === "fact" ? "Fact box" : factBoxToneNames[tone], hint: { fact: "Figures, dates, who is who", timeline: "What happened when", profile: "One person in short", qa: "Asked and answered" }[tone], icon: "box", aliases: ["box", "sidebar", "facts", "explainer", tone], keys: { fact: "Mod-Alt-b", timeline: "Mod-Alt-Shift-t", profile: "Mod-Alt-Shift-o", qa: "Mod-Alt-Shift-a" }[tone],
      insert: (editor, typed) => insertBlock(editor, typed, { type: "factBox", attrs: { tone }, content: [{ type: "boxTitle" }, paragraph] }),
    }),
  ),
  { id: "table", group: "Story blocks", label: "Table", hint: "First row names the columns", icon: "table", aliases: ["grid", "figures", "results"], keys: "Mod-Alt-r", insert: (editor, typed) => insertBlock(editor, typed, { type: "table", content: [cells("tableHeader", 3), cells("tableCell", 3), cells("tableCell", 3)] }) },
  { id: "related", group: "Story blocks", label: "Related story", hint: "By headline, slug or author", icon: "related", aliases: ["read more", "card", "story", "link"], keys: "Mod-Alt-k", ...asks("related") },
  { id: "break", group: "Story blocks", label: "Section break", hint: "A pause between two parts", icon: "break", aliases: ["hr", "rule", "divider", "stars"], keys: "Mod-Alt-Enter", insert: (editor, typed) => insertBlock(editor, typed, { type: "sectionBreak" }) },
  { id: "library", group: "Insert from library", label: "From the library", hint: "Uploaded before", icon: "library", aliases: ["library", "archive", "existing", "media", "picture", "image", "photo", "reuse"], keys: "Mod-Alt-Shift-p", ...asks("library") },
  { id: "note", group: "Newsroom", label: "Note", hint: "To colleagues, on these words or this block", icon: "comments", aliases: ["comment", "remark", "annotation", "internal"], keys: noteKeys, ...asks("note") },
  { id: "stash", group: "Newsroom", label: "Stash", hint: "Text that is never published", icon: "stash", aliases: ["internal", "hide", "notes", "keep"], keys: "Mod-Alt-s", insert: (editor, typed) => insertBlock(editor, typed, { type: "stash", content: [paragraph] }) },
  { id: "gap", group: "Newsroom", label: "TK", hint: "Still to come: stops publishing", icon: "gap", aliases: ["tk", "to come", "gap", "missing"], keys: "Mod-Alt-Shift-k", insert: insertGap },
  { id: "correction", group: "Newsroom", label: "Correction", hint: "Said to readers, and kept on record", icon: "stop", aliases: ["clarification", "editor’s note", "erratum", "mistake"], keys: "Mod-Alt-Shift-c", ...asks("correction") },
  { id: "wire", group: "Newsroom", label: "Wire copy", hint: "Agency text from the clipboard", icon: "document", aliases: ["wire", "agency", "paste"], keys: "Mod-Alt-a", ...fetches(pasteWireCopy) },
  { id: "bare", group: "Newsroom", label: "Bare text", hint: "The clipboard’s words alone", icon: "paragraph", aliases: ["plain", "paste as bare text", "without formatting"], keys: "Mod-Shift-v", keyIsBrowsers: true, ...fetches(pasteBareText) },
  { id: "document", group: "Newsroom", label: "Import a document", hint: "Word or Markdown", icon: "document", aliases: ["docx", "word", "markdown", "md", "file", "wire"], keys: "Mod-Alt-Shift-d", ...fetches(chooseFileToImport) },
];

const byId: ReadonlyMap<string, Insertable> = new Map(insertables.map((one) => [one.id, one]));

/** Something that can be put in, by its name in the table; a name that is not there is a slip of ours. */
export function insertable(id: string): Insertable {
  const found = byId.get(id);
  if (!found) throw new Error(`Nothing that can be put in is called ${id}.`);
  return found;
}

/** What text may be, and be turned into keeping its words: by their names in the table. */
export const kindsOfText = ["paragraph", "intro", "dateline", "heading-2", "heading-3", "heading-4", "bullets", "numbers", "quotation", "pull-quote"] as const;

const plain = (text: string) => text.toLowerCase().normalize("NFD").replace(/\p{M}+/gu, "");

/** Whether the letters of `query` stand in `word` in their order. */
function isWithin(query: string, word: string): boolean {
  let found = 0;
  for (const letter of word) if (letter === query[found]) found++;
  return found === query.length;
}

function rank(one: Insertable, query: string): number {
  const names = [one.label, ...one.aliases].map(plain);
  if (names.some((name) => name.startsWith(query))) return names[0]?.startsWith(query) ? 0 : 1;
  if (names.some((name) => name.includes(query))) return 2;
  return names.some((name) => isWithin(query, name)) ? 3 : 4;
}

/** What fits the typed word, best first; with nothing typed everything, what was used last on top. */
export function insertablesFor(typed: string, recent: readonly string[]): Insertable[] {
  const query = plain(typed.trim());
  if (query === "") {
    const used = recent.flatMap((id) => insertables.find((one) => one.id === id) ?? []);
    return [...used, ...insertables.filter((one) => !used.includes(one))];
  }
  return insertables
    .map((one) => ({ one, rank: rank(one, query) }))
    .filter((found) => found.rank < 4)
    .sort((left, right) => left.rank - right.rank)
    .map((found) => found.one);
}
