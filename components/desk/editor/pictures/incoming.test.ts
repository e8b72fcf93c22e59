import { Editor } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { incomingPictures, putIn, sendPictures, waitFor } from "@/components/desk/editor/pictures/incoming";
import { pictureQueue } from "@/components/desk/editor/pictures/picture-queue";
import { PasteNotices } from "@/components/desk/editor/paste/paste-notices";
import { storyExtensions } from "@/lib/content/schema";

/** A story of one paragraph that is closed, as when a colleague publishes it while somebody looks for pictures. */
function closedStory() {
  const { extensionManager, schema } = new Editor({ element: null, extensions: [...storyExtensions, incomingPictures], content: { type: "doc", content: [{ type: "paragraph" }] } });
  let state = EditorState.create({ doc: schema.nodeFromJSON({ type: "doc", content: [{ type: "paragraph", attrs: { id: "aaaaaaaaaa" }, content: [{ type: "text", text: "One." }] }] }), plugins: extensionManager.plugins });
  const notices = new PasteNotices();
  const view = { dispatch: (change: typeof state.tr) => { state = state.apply(change); } };
  const editor = { get state() { return state; }, view, schema, isDestroyed: false, isEditable: false, storage: { storyPaste: { notices } } } as unknown as Editor;
  return { editor, names: () => state.doc.children.map((node) => node.type.name), said: () => notices.snapshot() };
}

it("sends no picture that was chosen after the story was closed, and says so", () => {
  const { editor, said } = closedStory();
  sendPictures(editor, [new File(["x"], "quay.jpg", { type: "image/jpeg" })], editor.state.selection);
  const pending = pictureQueue.pending();
  for (const upload of pending) upload.cancel();
  expect(pending).toEqual([]);
  expect(said()).toEqual({ kind: "told", message: "This story cannot be edited here now: no picture was sent." });
});

it("does not put in a picture that comes after the story was closed, and says where it is", () => {
  const { editor, names, said } = closedStory();
  const upload = pictureQueue.offer("quay.jpg", () => new Promise(() => undefined));
  const batch = { kind: "apart", behind: "aaaaaaaaaa", gallery: null } as const;
  waitFor(editor, [upload], batch, 6);
  const picture = { id: "0190b5a0-0000-7000-8000-00000000000a", width: 1, height: 1, alt: "", caption: "", credit: "", copyright: "" };
  const arrive = () => putIn(editor, upload.id, { ...batch, order: [upload.id], placed: new Map() }, picture);
  arrive();
  upload.cancel();
  expect(names()).toEqual(["paragraph"]);
  expect(said()).toEqual({ kind: "told", message: "This story cannot be edited here now, so quay.jpg was not put in. It is among the paper’s pictures." });
  // It no longer waits: nothing comes when the story is opened again.
  Object.assign(editor, { isEditable: true });
  arrive();
  expect(names()).toEqual(["paragraph"]);
});
