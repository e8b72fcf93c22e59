import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { chooseFiles } from "@/components/desk/editor/choose-files";
import { createUploadQueue, type Upload, type UploadState } from "@/components/desk/editor/pictures/upload-queue";

const key = new PluginKey<DecorationSet>("incoming");
type Told = { add: { at: number; upload: Upload; editor: Editor } } | { remove: string };

const said = (state: UploadState, name: string) =>
  ({
    waiting: `${name} waits for its turn`,
    sending: `Sending ${name}: ${state.kind === "sending" ? Math.round(state.share * 100) : 0} %`,
    preparing: `Preparing ${name}…`,
    ready: "",
    cancelled: "",
    failed: state.kind === "failed" ? `${name}: ${state.sentence}` : "",
  })[state.kind];

/** What stands in the text until the picture is there: how far it is, and how to end it or try again. */
function placeholder(upload: Upload, editor: Editor): HTMLElement {
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
  const cancel = button("Cancel", () => upload.cancel());
  const again = button("Try again", () => upload.retry());
  const draw = (state: UploadState) => {
    line.textContent = said(state, upload.file.name);
    line.className = state.kind === "failed" ? "problem" : "quiet";
    again.hidden = state.kind !== "failed";
    if (state.kind === "ready") putIn(editor, upload.id, state.picture.id);
    else if (state.kind === "cancelled") editor.view.dispatch(editor.state.tr.setMeta(key, { remove: upload.id } satisfies Told));
  };
  box.append(line, cancel, again);
  draw(upload.state);
  upload.subscribe(draw);
  return box;
}

/** The picture takes its placeholder's place, wherever colleagues' typing has moved it. */
function putIn(editor: Editor, id: string, assetId: string): void {
  const place = key.getState(editor.state)?.find(undefined, undefined, (spec) => spec.id === id)[0];
  const type = editor.schema.nodes.figure;
  if (!place || !type || editor.isDestroyed) return;
  const transaction = editor.state.tr.setMeta(key, { remove: id } satisfies Told);
  editor.view.dispatch(transaction.insert(Math.min(place.from, transaction.doc.content.size), type.create({ assetId })));
}

/** Keeps the places of pictures that are on their way; takes picture files that are dropped or pasted. */
export const incomingPictures = Extension.create({
  name: "incomingPictures",
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, places) {
            const moved = places.map(transaction.mapping, transaction.doc);
            const told = transaction.getMeta(key) as Told | undefined;
            if (!told) return moved;
            if ("remove" in told) return moved.remove(moved.find(undefined, undefined, (spec) => spec.id === told.remove));
            const { at, upload } = told.add;
            return moved.add(transaction.doc, [Decoration.widget(at, () => placeholder(upload, told.add.editor), { id: upload.id, side: -1, key: upload.id })]);
          },
        },
        props: {
          decorations: (state) => key.getState(state),
          handlePaste: (_, event) => takeFiles(editor, event.clipboardData?.files ?? [], null),
          handleDrop: (view, event) => takeFiles(editor, event.dataTransfer?.files ?? [], view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null),
        },
      }),
    ];
  },
});

const queue = createUploadQueue();

/** Sends pictures and keeps their places: behind the block at `at`, or behind the caret's. False where none of the files is a picture. */
export function takeFiles(editor: Editor, files: Iterable<File>, at: number | null): boolean {
  const pictures = [...files].filter((file) => file.type.startsWith("image/"));
  if (pictures.length === 0 || !editor.isEditable) return false;
  const { doc } = editor.state;
  const place = doc.resolve(Math.min(at ?? editor.state.selection.from, doc.content.size));
  const behind = place.depth > 0 ? place.after(1) : place.pos;
  for (const upload of queue.add(pictures)) editor.view.dispatch(editor.state.tr.setMeta(key, { add: { at: behind, upload, editor } } satisfies Told));
  return true;
}

/** Asks for pictures, several at once if wanted, and sends them. */
export const choosePictures = (editor: Editor): void => chooseFiles({ accept: "image/jpeg,image/png,image/webp,image/avif", multiple: true }, (files) => takeFiles(editor, files, null));
