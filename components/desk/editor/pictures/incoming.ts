import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { NodeSelection, Plugin, PluginKey, type Selection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Uploaded } from "@/components/desk/editor/api";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { blockBefore, placeOfBlock } from "@/components/desk/editor/blocks/place-of-block";
import { chooseFiles } from "@/components/desk/editor/choose-files";
import { type Batch, placeArrived, waitingAt } from "@/components/desk/editor/pictures/batch";
import { UploadTeller } from "@/components/desk/editor/pictures/upload-teller";
import { pictureFiles, uploadInWords } from "@/components/desk/editor/pictures/upload-words";
import { pictureQueue } from "@/components/desk/editor/pictures/picture-queue";
import type { Upload, UploadState } from "@/components/desk/editor/pictures/upload-queue";
import { galleryPictures } from "@/lib/content/blocks/gallery";

/** A picture on its way, among those it was chosen with, and where what stands in for it is shown. */
export type Waiting = { upload: Upload; batch: Batch; at: number };
type Told = { add: readonly Waiting[] } | { remove: string };

const key = new PluginKey<readonly Waiting[]>("incoming");

/** Where it is said aloud how far pictures are: beside the text, since what stands in the text goes when they are there. */
const aloud = new WeakMap<Editor, HTMLElement>();

/** What stands in the text until the picture is there: how far it is, and how to begin, to end it or to try again. */
function placeholder({ upload, batch }: Waiting, editor: Editor): HTMLElement {
  const { name } = upload.file;
  const box = document.createElement("div");
  box.className = "incoming";
  box.contentEditable = "false";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", `Picture to come: ${name}`);
  const line = document.createElement("p");
  const button = (press: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn";
    made.addEventListener("click", press);
    return made;
  };
  const go = button(() => upload.retry());
  const end = button(() => {
    upload.cancel();
    // The button goes with what it belongs to.
    editor.view.focus();
  });
  const teller = new UploadTeller(name);
  const draw = (state: UploadState) => {
    const [words, place] = [teller.hear(state, performance.now()), aloud.get(editor)];
    if (words && place) place.textContent = words;
    const [isOffered, hasFailed] = [state.kind === "offered", state.kind === "failed"];
    line.textContent = uploadInWords(state, name);
    line.className = hasFailed ? "problem" : "quiet";
    // Whoever pressed it stays within what is now on its way.
    if (document.activeElement === go && !isOffered && !hasFailed) end.focus();
    go.hidden = !isOffered && (state.kind !== "failed" || state.final);
    go.textContent = isOffered ? "Fetch this picture" : "Try again";
    end.textContent = isOffered || hasFailed ? "Leave it out" : "Cancel";
    if (state.kind === "ready" && box.contains(document.activeElement)) editor.view.focus();
    if (state.kind === "ready") putIn(editor, upload.id, batch, state.picture);
    else if (state.kind === "cancelled") editor.view.dispatch(editor.state.tr.setMeta(key, { remove: upload.id } satisfies Told));
  };
  box.append(line, go, end);
  draw(upload.state);
  upload.subscribe(draw);
  return box;
}

const tell = (editor: Editor, message: string): void => editor.storage.storyPaste.notices.show({ kind: "told", message });

/** The picture takes its place, wherever colleagues' typing has moved that, with the words that its file brought. Where the story is closed by now it is said that it does not. */
export function putIn(editor: Editor, id: string, batch: Batch, { id: assetId, alt, caption }: Uploaded): void {
  const waiting = key.getState(editor.state)?.find((one) => one.upload.id === id);
  const { schema } = editor;
  if (!waiting || !schema.nodes.figure || editor.isDestroyed) return;
  if (!editor.isEditable) {
    // What is put into a closed story is seen here alone, and is never saved.
    tell(editor, `This story cannot be edited here now, so ${waiting.upload.file.name} was not put in. It is among the paper’s pictures.`);
    editor.view.dispatch(editor.state.tr.setMeta(key, { remove: id } satisfies Told));
    return;
  }
  const figure = schema.nodes.figure.create({ assetId, alt }, caption ? schema.text(caption) : null);
  editor.view.dispatch(placeArrived(editor.state.tr, batch, id, figure, waiting.at).setMeta(key, { remove: id } satisfies Told));
}

/** Keeps the places of pictures that are on their way. */
export const incomingPictures = Extension.create({
  name: "incomingPictures",
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin<readonly Waiting[]>({
        key,
        state: {
          init: () => [],
          apply(transaction, waiting) {
            const told = transaction.getMeta(key) as Told | undefined;
            if (!told && (waiting.length === 0 || !transaction.docChanged)) return waiting;
            const left = !told ? waiting : "add" in told ? [...waiting, ...told.add] : waiting.filter((one) => one.upload.id !== told.remove);
            return left.map((one) => ({ ...one, at: waitingAt(transaction.doc, one.batch, one.upload.id, transaction.mapping.map(one.at, -1)) }));
          },
        },
        view({ dom }) {
          const place = document.createElement("p");
          place.className = "hidden";
          place.setAttribute("role", "status");
          place.setAttribute("aria-label", "Pictures on their way");
          dom.after(place);
          aloud.set(editor, place);
          return { destroy: () => place.remove() };
        },
        props: {
          decorations(state) {
            const waiting = key.getState(state) ?? [];
            return waiting.length === 0 ? DecorationSet.empty : DecorationSet.create(state.doc, waiting.map((one) => Decoration.widget(one.at, () => placeholder(one, editor), { side: -1, key: one.upload.id, stopEvent: (event) => event.target instanceof HTMLButtonElement })));
          },
        },
      }),
    ];
  },
});

/** Sends pictures, where the story can be edited, and keeps their places: behind the block that the selection is in or that is chosen whole, within a fact box there; in a gallery, at its end. */
export function sendPictures(editor: Editor, pictures: readonly File[], selection: Selection): void {
  const { $from } = selection;
  const around = $from.depth > 0 ? $from.node(1) : selection instanceof NodeSelection ? selection.node : null;
  if (around?.type.name === "gallery") addToGallery(editor, around, pictures);
  else send(editor, pictures, selection, { kind: "apart", behind: blockBefore(selection, "figure"), gallery: null });
}

/** As many as a gallery holds; of the others it is said that they were left out. */
function fitting(editor: Editor, pictures: readonly File[], present: number): readonly File[] {
  const room = Math.max(0, galleryPictures.most - present);
  if (pictures.length > room) {
    const left = pictures.length - room;
    tell(editor, `A gallery holds ${galleryPictures.most} pictures: ${left === 1 ? "one was" : `${left} were`} left out.`);
  }
  return pictures.slice(0, room);
}

const addToGallery = (editor: Editor, gallery: Node, pictures: readonly File[]) => {
  const coming = (key.getState(editor.state) ?? []).filter((one) => one.batch.gallery === gallery.attrs.id).length;
  send(editor, fitting(editor, pictures, gallery.childCount + coming), editor.state.selection, { kind: "gallery", behind: gallery.attrs.id, gallery: gallery.attrs.id });
};

function send(editor: Editor, pictures: readonly File[], selection: Selection, { kind, behind, gallery }: Pick<Batch, "kind" | "behind" | "gallery">): void {
  // It may have been closed while the file chooser was open.
  if (!editor.isEditable) tell(editor, "This story cannot be edited here now: no picture was sent.");
  else waitFor(editor, pictureQueue.add(pictures), { kind, behind, gallery }, placeOfBlock(selection, "figure")[1]);
}

/** Keeps the places of pictures that come together, in their order; `at` is where that is now. */
export function waitFor(editor: Editor, uploads: readonly Upload[], { kind, behind, gallery }: Pick<Batch, "kind" | "behind" | "gallery">, at: number): void {
  const batch: Batch = { kind, order: uploads.map((upload) => upload.id), placed: new Map(), gallery, behind };
  editor.view.dispatch(editor.state.tr.setMeta(key, { add: uploads.map((upload) => ({ upload, batch, at })) } satisfies Told));
}

const pictureTypes = "image/jpeg,image/png,image/webp,image/avif";

/** Asks for pictures, several at once if wanted, and sends them. */
export const choosePictures = (editor: Editor): void => chooseFiles({ accept: pictureTypes, multiple: true }, (files) => files.length > 0 && sendPictures(editor, pictureFiles(files), editor.state.selection));

/** Asks for pictures that become one gallery behind the caret's block, in the order in which they are chosen. */
export const chooseGallery = (editor: Editor): void =>
  chooseFiles({ accept: pictureTypes, multiple: true }, (files) => {
    const { selection } = editor.state;
    const pictures = fitting(editor, pictureFiles(files), 0);
    if (pictures.length > 0) send(editor, pictures, selection, { kind: "gallery", behind: blockBefore(selection, "gallery"), gallery: null });
  });

/** Asks for more pictures of a gallery; they come to its end. */
export const chooseMoreFor = (editor: Editor, galleryId: string): void =>
  chooseFiles({ accept: pictureTypes, multiple: true }, (files) => {
    const gallery = findBlock(editor.state.doc, galleryId);
    const pictures = pictureFiles(files);
    if (gallery && pictures.length > 0) addToGallery(editor, gallery.node, pictures);
  });
