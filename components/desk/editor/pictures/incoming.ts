import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Uploaded } from "@/components/desk/editor/api";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { chooseFiles } from "@/components/desk/editor/choose-files";
import { type Batch, placeArrived, waitingAt } from "@/components/desk/editor/pictures/batch";
import { pictureFiles, uploadInWords } from "@/components/desk/editor/pictures/upload-words";
import { pictureQueue } from "@/components/desk/editor/pictures/picture-queue";
import type { Upload, UploadState } from "@/components/desk/editor/pictures/upload-queue";
import { galleryPictures } from "@/lib/content/blocks/gallery";

/** A picture on its way, among those it was chosen with, and where what stands in for it is shown. */
export type Waiting = { upload: Upload; batch: Batch; at: number };
type Told = { add: readonly Waiting[] } | { remove: string };

const key = new PluginKey<readonly Waiting[]>("incoming");

/** What stands in the text until the picture is there: how far it is, and how to end it or try again. */
function placeholder({ upload, batch }: Waiting, editor: Editor): HTMLElement {
  const box = document.createElement("div");
  box.className = "incoming";
  box.contentEditable = "false";
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  const button = (label: string, press: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn";
    made.textContent = label;
    made.addEventListener("click", press);
    return made;
  };
  // What goes, or is hidden, hands the focus on.
  const cancel = button("Cancel", () => {
    editor.view.focus();
    upload.cancel();
  });
  const again = button("Try again", () => {
    cancel.focus();
    upload.retry();
  });
  const draw = (state: UploadState) => {
    line.textContent = uploadInWords(state, upload.file.name);
    line.className = state.kind === "failed" ? "problem" : "quiet";
    again.hidden = state.kind !== "failed";
    if (state.kind === "ready" && box.contains(document.activeElement)) editor.view.focus();
    if (state.kind === "ready") putIn(editor, upload.id, batch, state.picture);
    else if (state.kind === "cancelled") editor.view.dispatch(editor.state.tr.setMeta(key, { remove: upload.id } satisfies Told));
  };
  box.append(line, cancel, again);
  draw(upload.state);
  upload.subscribe(draw);
  return box;
}

/** The picture takes its place, wherever colleagues' typing has moved that, with the words that its file brought. */
function putIn(editor: Editor, id: string, batch: Batch, { id: assetId, alt, caption }: Uploaded): void {
  const waiting = key.getState(editor.state)?.find((one) => one.upload.id === id);
  const { schema } = editor;
  if (!waiting || !schema.nodes.figure || editor.isDestroyed) return;
  const figure = schema.nodes.figure.create({ assetId, alt }, caption ? schema.text(caption) : null);
  editor.view.dispatch(placeArrived(editor.state.tr, batch, id, figure, waiting.at).setMeta(key, { remove: id } satisfies Told));
}

/** Keeps the places of pictures that are on their way; takes picture files that are dropped or pasted. */
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
        props: {
          decorations(state) {
            const waiting = key.getState(state) ?? [];
            return waiting.length === 0 ? DecorationSet.empty : DecorationSet.create(state.doc, waiting.map((one) => Decoration.widget(one.at, () => placeholder(one, editor), { side: -1, key: one.upload.id })));
          },
          handlePaste: (_, event) => takeFiles(editor, event.clipboardData?.files ?? [], null),
          handleDrop: (view, event) => takeFiles(editor, event.dataTransfer?.files ?? [], view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null),
        },
      }),
    ];
  },
});

/** Sends pictures and keeps their places: behind the block at `at`, or behind the caret's; in a gallery, at its end. False where none of the files is a picture. */
function takeFiles(editor: Editor, files: Iterable<File>, at: number | null): boolean {
  const pictures = pictureFiles(files);
  if (pictures.length === 0 || !editor.isEditable) return false;
  const { doc, selection } = editor.state;
  const place = doc.resolve(Math.min(at ?? selection.from, doc.content.size));
  const behind = (place.depth > 0 ? place.node(1) : place.nodeBefore)?.attrs.id ?? null;
  const gallery = place.depth > 0 && place.node(1).type.name === "gallery" ? place.node(1) : null;
  if (gallery) addToGallery(editor, gallery, pictures);
  else send(editor, pictures, { kind: "apart", behind, gallery: null });
  return true;
}

/** As many as a gallery holds; of the others it is said that they were left out. */
function fitting(editor: Editor, pictures: readonly File[], present: number): readonly File[] {
  const room = Math.max(0, galleryPictures.most - present);
  if (pictures.length > room) {
    const left = pictures.length - room;
    editor.storage.storyPaste.notices.show({ kind: "told", message: `A gallery holds ${galleryPictures.most} pictures: ${left === 1 ? "one was" : `${left} were`} left out.` });
  }
  return pictures.slice(0, room);
}

const addToGallery = (editor: Editor, gallery: Node, pictures: readonly File[]) => {
  const coming = (key.getState(editor.state) ?? []).filter((one) => one.batch.gallery === gallery.attrs.id).length;
  send(editor, fitting(editor, pictures, gallery.childCount + coming), { kind: "gallery", behind: gallery.attrs.id, gallery: gallery.attrs.id });
};

function send(editor: Editor, pictures: readonly File[], { kind, behind, gallery }: Pick<Batch, "kind" | "behind" | "gallery">): void {
  const uploads = pictureQueue.add(pictures);
  const batch: Batch = { kind, order: uploads.map((upload) => upload.id), placed: new Map(), gallery, behind };
  const at = editor.state.selection.from;
  editor.view.dispatch(editor.state.tr.setMeta(key, { add: uploads.map((upload) => ({ upload, batch, at })) } satisfies Told));
}

const pictureTypes = "image/jpeg,image/png,image/webp,image/avif";

/** Asks for pictures, several at once if wanted, and sends them. */
export const choosePictures = (editor: Editor): void => chooseFiles({ accept: pictureTypes, multiple: true }, (files) => takeFiles(editor, files, null));

/** Asks for pictures that become one gallery behind the caret's block, in the order in which they are chosen. */
export const chooseGallery = (editor: Editor): void =>
  chooseFiles({ accept: pictureTypes, multiple: true }, (files) => {
    const { $from } = editor.state.selection;
    const pictures = fitting(editor, pictureFiles(files), 0);
    if (pictures.length > 0) send(editor, pictures, { kind: "gallery", behind: $from.depth > 0 ? $from.node(1).attrs.id : null, gallery: null });
  });

/** Asks for more pictures of a gallery; they come to its end. */
export const chooseMoreFor = (editor: Editor, galleryId: string): void =>
  chooseFiles({ accept: pictureTypes, multiple: true }, (files) => {
    const gallery = findBlock(editor.state.doc, galleryId);
    const pictures = pictureFiles(files);
    if (gallery && pictures.length > 0) addToGallery(editor, gallery.node, pictures);
  });
