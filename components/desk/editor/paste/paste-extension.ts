import { type Editor, Extension } from "@tiptap/core";
import type { Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { chooseFiles } from "@/components/desk/editor/choose-files";
import { isDocumentFile, isOneAddress, isOnlyPicture } from "@/components/desk/editor/paste/clipboard-kinds";
import { readFileOnServer } from "@/components/desk/editor/paste/import-file";
import { followOwnLinks } from "@/components/desk/editor/paste/follow-own-links";
import { insertPasted, type Place } from "@/components/desk/editor/paste/insert-pasted";
import { isWorthTelling, PasteNotices } from "@/components/desk/editor/paste/paste-notices";
import { asOneStep, type PasteStep } from "@/components/desk/editor/paste/undo-paste";
import { languageOf } from "@/components/desk/editor/typography";
import type { Language } from "@/db/vocabulary";
import { parseBody } from "@/lib/content/document";
import { isOwnSlice } from "@/lib/content/paste/detect-source";
import { type Pasted, pasteLimits, readClipboard } from "@/lib/content/paste/paste";
import type { Source } from "@/lib/content/paste/receipt";

/** Under which origins this paper is read. */
type PasteSettings = { ownOrigins: readonly string[] };
type PasteStorage = { notices: PasteNotices; /** The last paste, while the strip speaks of it. */ step: PasteStep | null; /** `Mod+Shift+V` has been pressed. */ bareNext: boolean };

declare module "@tiptap/core" {
  interface Storage {
    storyPaste: PasteStorage;
  }
}

const parse = (html: string): Document => new DOMParser().parseFromString(html, "text/html");

/**
 * Everything that is pasted or dropped into the body comes through here, before the editor itself has read a letter of it: clean, with a
 * receipt, or refused in a sentence. Addresses alone and pictures are left to those who know them.
 */
export const storyPaste = Extension.create<PasteSettings, PasteStorage>({
  name: "storyPaste",
  priority: 1000,
  addOptions: () => ({ ownOrigins: [] }),
  addStorage: () => ({ notices: new PasteNotices(), step: null, bareNext: false }),
  onTransaction({ transaction }) {
    // The strip stays for one more edit: long enough to see what came, and gone before it is in the way.
    const storage = storageOf(this.editor);
    if (!transaction.docChanged || storage.step === null || (storage.step.editsSince() ?? 2) < 2) return;
    storage.step = null;
    storage.notices.show(null);
  },
  addProseMirrorPlugins() {
    const { editor, options } = this;
    const { ownOrigins } = options;
    // Whoever takes the paste has put it in by then.
    const afterwards = (taken: boolean) => {
      setTimeout(() => !editor.isDestroyed && void followOwnLinks(editor, ownOrigins));
      return taken;
    };
    return [
      new Plugin({
        key: new PluginKey("storyPaste"),
        props: {
          handleDOMEvents: {
            keydown: (_, event) => {
              storageOf(editor).bareNext = (event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === "v";
              return false;
            },
            paste: (view, event) => afterwards(takePaste(editor, view, event, event.clipboardData)),
            drop: (view, event) => afterwards(takeDrop(editor, view, event)),
          },
          handlePaste: (view, event, slice) => judgeOwnSlice(editor, view, slice, event.clipboardData),
          handleDrop: (view, event, slice, moved) => !moved && judgeOwnSlice(editor, view, slice, event.dataTransfer),
        },
      }),
    ];
  },
});

const ownOriginsOf = (editor: Editor): readonly string[] => editor.extensionManager.extensions.find((one) => one.name === "storyPaste")?.options.ownOrigins ?? [];

const storageOf = (editor: Editor): PasteStorage => editor.storage.storyPaste;

/** True where the paste was taken here; false leaves it to the editor. */
function takePaste(editor: Editor, view: EditorView, event: Event, data: DataTransfer | null): boolean {
  const storage = storageOf(editor);
  const bare = storage.bareNext;
  storage.bareNext = false;
  if (!view.editable || !data) return false;
  const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
  const file = [...data.files].find(isDocumentFile);
  if (file && !/\S/.test(text) && !/\S/.test(html)) {
    event.preventDefault();
    void importFile(editor, file);
    return true;
  }
  if ((!html && !text) || (!bare && isForOthers(html, text))) return false;
  event.preventDefault();
  take(editor, view, { html, text }, bare ? "bare" : undefined);
  return true;
}

/** Our own slices the editor reads best; they are judged afterwards. */
function isForOthers(html: string, text: string): boolean {
  if (html.length + text.length > pasteLimits.letters) return false;
  return isOwnSlice(html) || (isOneAddress(text) && !/<(?:p|div|li|td)\b[\s\S]*<(?:p|div|li|td)\b/i.test(html.slice(0, 20_000))) || isOnlyPicture(html, text);
}

function takeDrop(editor: Editor, view: EditorView, event: DragEvent): boolean {
  const data = event.dataTransfer;
  if (!view.editable || !data || view.dragging) return false;
  const file = [...data.files].find(isDocumentFile);
  const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
  if (!file && (data.files.length > 0 || (!html && !text) || isForOthers(html, text))) return false;
  event.preventDefault();
  const spot = view.posAtCoords({ left: event.clientX, top: event.clientY });
  if (spot) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(spot.pos))));
  view.focus();
  if (file) void importFile(editor, file);
  else take(editor, view, { html, text });
  return true;
}

function take(editor: Editor, view: EditorView, clipboard: { html: string; text: string }, as?: Source): void {
  const read = readClipboard(clipboard, { parse, ownOrigins: ownOriginsOf(editor), language: languageAtCaret(view), ...(as ? { as } : {}) });
  if (read.ok) put(editor, view, read.value, "caret", null);
  else storageOf(editor).notices.show({ kind: "refused", message: read.failure.message, again: null });
}

/** How quotation marks are set here: as in the story, and within foreign words not at all. */
function languageAtCaret(view: EditorView): Language | null {
  return view.state.selection.$from.marks().some((mark) => mark.type.name === "lang") ? null : languageOf(view.dom);
}

function put(editor: Editor, view: EditorView, pasted: Pasted, place: Place, name: string | null): void {
  const storage = storageOf(editor);
  storage.step = null;
  const step = asOneStep(view, () => view.dispatch(insertPasted(view.state, pasted, place)));
  const isTold = name !== null || isWorthTelling(pasted);
  storage.step = isTold ? step : null;
  storage.notices.show(isTold ? { kind: "pasted", pasted, name, undo: () => step.undo() } : null);
}

/** What says that it comes from one of our stories is only let in where every block of it is sound; otherwise it is read like a stranger's. */
function judgeOwnSlice(editor: Editor, view: EditorView, slice: Slice, data: DataTransfer | null): boolean {
  const html = data?.getData("text/html") ?? "";
  if (!isOwnSlice(html) || isSound(slice)) return false;
  take(editor, view, { html, text: data?.getData("text/plain") ?? "" }, "web");
  return true;
}

function isSound(slice: Slice): boolean {
  const nodes = (slice.content.toJSON() ?? []) as { type: string }[];
  return nodes.length === 0 || parseBody({ type: "doc", content: nodes.map(inItsHolder) }) !== null;
}

/** A part of a block, with around it what it is a part of. */
function inItsHolder(node: { type: string }): unknown {
  const around: Record<string, (content: unknown) => unknown> = {
    text: (content) => ({ type: "paragraph", content: [content] }),
    listItem: (content) => ({ type: "bulletList", content: [content] }),
    boxTitle: (content) => ({ type: "factBox", content: [content, { type: "paragraph" }] }),
    tableRow: (content) => ({ type: "table", content: [content] }),
    tableHeader: (content) => ({ type: "table", content: [{ type: "tableRow", content: [content] }] }),
    tableCell: (content) => ({ type: "table", content: [{ type: "tableRow", content: [content] }] }),
  };
  return around[node.type]?.(node) ?? node;
}

/** Brings a Word or Markdown file into the story, after the block in which the caret stands now. */
export async function importFile(editor: Editor, file: File): Promise<void> {
  const { notices } = storageOf(editor);
  const { $from } = editor.state.selection;
  const afterBlock = ($from.depth > 0 ? ($from.node(1).attrs.id as string | null) : null) ?? null;
  notices.show({ kind: "reading", name: file.name });
  const answer = await readFileOnServer(file);
  if (editor.isDestroyed) return;
  if ("failure" in answer) {
    const mayWork = answer.failure.code === "unavailable" || answer.failure.code === "rate_limited";
    notices.show({ kind: "refused", message: `${file.name}: ${answer.failure.message}`, again: mayWork ? () => void importFile(editor, file) : null });
  } else put(editor, editor.view, answer.value, { afterBlock }, file.name);
}

/** Asks for a file and brings it in: the way of menus and shortcuts. */
export const chooseFileToImport = (editor: Editor): void =>
  chooseFiles({ accept: ".docx,.md,.markdown,.txt" }, ([file]) => {
    if (file) void importFile(editor, file);
  });
