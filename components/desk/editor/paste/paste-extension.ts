import { type Editor, Extension } from "@tiptap/core";
import type { Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { caretBehindChosen } from "@/components/desk/editor/blocks/chosen-whole";
import { renewDragged } from "@/components/desk/editor/blocks/drag-blocks";
import { isChosenWhole } from "@/components/desk/editor/blocks/place-of-block";
import { selectionAt, takeFiles } from "@/components/desk/editor/files/take-files";
import { cleanLinksTo } from "@/components/desk/editor/links/clean-links";
import { isPressed, spokenKeys } from "@/components/desk/editor/menus/shortcuts";
import { clipboardText } from "@/components/desk/editor/paste/clipboard-text";
import { isOneAddress, isOnlyPicture } from "@/components/desk/editor/paste/clipboard-kinds";
import { followOwnLinks } from "@/components/desk/editor/paste/follow-own-links";
import { heldPlaces, holdPlace } from "@/components/desk/editor/paste/held-places";
import { arrivedReader, fetchReader, type PasteReader } from "@/components/desk/editor/paste/late-reader";
import { PasteNotices } from "@/components/desk/editor/paste/paste-notices";
import { type PasteStorage, putPasted, storageOf } from "@/components/desk/editor/paste/put-pasted";
import { languageOf } from "@/components/desk/editor/typography";
import type { Language } from "@/db/vocabulary";
import { pasteLimits } from "@/lib/content/paste/limits";
import { isOwnSlice } from "@/lib/content/paste/own-slice-mark";
import type { Source } from "@/lib/content/paste/receipt";

/** Under which origins this paper is read. */
type PasteSettings = { ownOrigins: readonly string[] };

/** What pastes bare text: the key of most systems, and that of Macs. */
const bareKeys = ["Mod-Shift-v", "Mod-Alt-Shift-v"];

/**
 * Everything that is pasted or dropped into the body comes through here, before the editor itself has read a letter of it: clean, with a
 * receipt, or refused in a sentence. Addresses alone and pictures are left to those who know them.
 */
export const storyPaste = Extension.create<PasteSettings, PasteStorage>({
  name: "storyPaste",
  priority: 1000,
  addOptions: () => ({ ownOrigins: [] }),
  addStorage: () => ({ notices: new PasteNotices(), step: null, bareNext: false, waiting: [] }),
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
    const afterwards = (taken: boolean, data: DataTransfer | null) => {
      const text = data?.getData("text/plain").trim() ?? "";
      setTimeout(() => {
        if (editor.isDestroyed) return;
        void followOwnLinks(editor, ownOrigins);
        if (!taken && isOneAddress(text)) void cleanLinksTo(editor, text);
      });
      return taken;
    };
    return [
      heldPlaces(),
      new Plugin({
        key: new PluginKey("storyPaste"),
        props: {
          handleDOMEvents: {
            keydown: (_, event) => {
              storageOf(editor).bareNext = bareKeys.some((keys) => isPressed(event, keys));
              return false;
            },
            paste: (view, event) => afterwards(takePaste(editor, view, event, event.clipboardData), event.clipboardData),
            drop: (view, event) => afterwards(takeDrop(editor, view, event), event.dataTransfer),
          },
          handlePaste: (view, event, slice) => judgeOwnSlice(editor, view, slice, event.clipboardData),
          handleDrop: (view, event, slice, moved) => !moved && judgeOwnSlice(editor, view, slice, event.dataTransfer),
        },
      }),
    ];
  },
});

const ownOriginsOf = (editor: Editor): readonly string[] => editor.extensionManager.extensions.find((one) => one.name === "storyPaste")?.options.ownOrigins ?? [];

/** True where the paste was taken here; false leaves it to the editor. */
function takePaste(editor: Editor, view: EditorView, event: Event, data: DataTransfer | null): boolean {
  const storage = storageOf(editor);
  const bare = storage.bareNext;
  storage.bareNext = false;
  if (!view.editable || !data) return false;
  const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
  // What is written is taken before its picture: programs send one along with everything.
  if (data.files.length > 0 && !/\S/.test(text) && (!/\S/.test(html) || isOnlyPicture(html, text))) {
    event.preventDefault();
    takeFiles(editor, [...data.files], view.state.selection);
    return true;
  }
  if (!html && !text) return false;
  if (!bare && isForOthers(html, text)) {
    leaveChosen(view);
    return false;
  }
  event.preventDefault();
  if (!bare && isSlice(html, text)) takeSlice(editor, view, { html, text });
  else take(editor, view, { html, text }, bare ? "bare" : undefined);
  return true;
}

/** The caret behind the block that is chosen whole, so that what others put in takes nothing's place. */
function leaveChosen(view: EditorView): void {
  const behind = isChosenWhole(view.state.selection) ? caretBehindChosen(view.state) : null;
  if (behind) view.dispatch(behind);
}

/** Our own slices the editor reads best; they are judged afterwards, which has to wait until their judge is here. */
function isForOthers(html: string, text: string): boolean {
  if (html.length + text.length > pasteLimits.letters) return false;
  if (isOwnSlice(html)) return arrivedReader() !== null;
  return isOneAddress(text) && !/<(?:p|div|li|td)\b[\s\S]*<(?:p|div|li|td)\b/i.test(html.slice(0, 20_000));
}

function takeDrop(editor: Editor, view: EditorView, event: DragEvent): boolean {
  const data = event.dataTransfer;
  if (!view.editable || !data) return false;
  if (view.dragging) {
    const areGone = renewDragged(view);
    if (areGone) event.preventDefault();
    return areGone;
  }
  const [html, text] = [data.getData("text/html"), data.getData("text/plain")];
  if (data.files.length === 0 && ((!html && !text) || isForOthers(html, text))) return false;
  event.preventDefault();
  const place = selectionAt(view, event);
  if (data.files.length > 0) {
    view.focus();
    takeFiles(editor, [...data.files], place);
    return true;
  }
  view.dispatch(view.state.tr.setSelection(place));
  view.focus();
  if (isSlice(html, text)) takeSlice(editor, view, { html, text });
  else take(editor, view, { html, text });
  return true;
}

type Clipboard = { html: string; text: string };

const isSlice = (html: string, text: string): boolean => html.length + text.length <= pasteLimits.letters && isOwnSlice(html);

function take(editor: Editor, view: EditorView, clipboard: Clipboard, as?: Source, language = languageAtCaret(view)): void {
  withReader(editor, view, (reader) => {
    const read = reader.read(clipboard, { ownOrigins: ownOriginsOf(editor), language }, as);
    if (read.ok) putPasted(editor, reader, read.value, "caret", null, () => take(editor, view, clipboard, as, null));
    else storageOf(editor).notices.show({ kind: "refused", message: read.failure.message, again: null });
  });
}

/** How quotation marks are set here: as in the story, and within foreign words not at all. */
function languageAtCaret(view: EditorView): Language | null {
  return view.state.selection.$from.marks().some((mark) => mark.type.name === "lang") ? null : languageOf(view.dom);
}

/** A slice of our own that came before its judge: the editor reads it once more, and now it is judged. */
function takeSlice(editor: Editor, view: EditorView, { html, text }: Clipboard): void {
  withReader(editor, view, () => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", text);
    leaveChosen(view);
    view.pasteHTML(html, new ClipboardEvent("paste", { clipboardData }));
  });
}

/** So long, in milliseconds, the reader may be on its way before a word is said of it. */
const silence = 300;

/** What reads a paste comes soon after the story was opened. Whoever is faster gets the paste where it was made, whatever was typed meanwhile. */
function withReader(editor: Editor, view: EditorView, act: (reader: PasteReader) => void): void {
  const here = arrivedReader();
  if (here) {
    act(here);
    return;
  }
  const place = holdPlace(view, view.state.selection);
  storageOf(editor).waiting.push((reader) => place.use(() => act(reader)));
  void actWhenItIsHere(editor);
}

/** Puts in everything that waits for the reader, in the order in which it was pasted; without a line it waits on. */
async function actWhenItIsHere(editor: Editor): Promise<void> {
  const { notices, waiting } = storageOf(editor);
  const saying = setTimeout(() => notices.show({ kind: "reading", name: "what was pasted" }), silence);
  const reader = await fetchReader().catch(() => null);
  clearTimeout(saying);
  if (editor.isDestroyed || waiting.length === 0) return;
  if (!reader) return notices.show({ kind: "refused", message: "The line is down, and what reads a paste has not come yet. What you pasted is kept until you leave this page.", again: () => void actWhenItIsHere(editor) });
  notices.show(null);
  const acts = waiting.splice(0);
  if (!editor.isEditable) return;
  for (const act of acts) act(reader);
  void followOwnLinks(editor, ownOriginsOf(editor));
}

/** What says that it comes from one of our stories is only let in where every block of it is sound; otherwise it is read like a stranger's. */
function judgeOwnSlice(editor: Editor, view: EditorView, slice: Slice, data: DataTransfer | null): boolean {
  const html = data?.getData("text/html") ?? "";
  const reader = arrivedReader();
  // While there is no judge, all that comes to here was copied within this story.
  if (!reader || !isOwnSlice(html) || reader.isSound(slice)) return false;
  take(editor, view, { html, text: data?.getData("text/plain") ?? "" }, "web");
  return true;
}

/** Takes what is on the clipboard as the wire copy that the writer says it is, where the caret stands now. */
export const pasteWireCopy = (editor: Editor): Promise<void> => pasteAs(editor, "wire");

/** Takes the words that are on the clipboard, and nothing else of it: the button of `Mod+Shift+V`. */
export const pasteBareText = (editor: Editor): Promise<void> => pasteAs(editor, "bare");

async function pasteAs(editor: Editor, source: "wire" | "bare"): Promise<void> {
  const { view } = editor;
  const place = holdPlace(view, view.state.selection);
  const text = await clipboardText();
  if (editor.isDestroyed) return;
  const refuse = (message: string) => storageOf(editor).notices.show({ kind: "refused", message, again: null });
  place.use(() => {
    if (text === null) refuse(`The browser keeps the clipboard to itself here: press ${spokenKeys(source === "bare" ? "Mod-Shift-v" : "Mod-v")} instead.`);
    else if (!/\S/.test(text)) refuse("There is no text on the clipboard.");
    else if (view.editable) take(editor, view, { html: "", text }, source);
  });
  void followOwnLinks(editor, ownOriginsOf(editor));
}
