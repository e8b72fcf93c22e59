import { Editor } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { afterEach, expect, it, vi } from "vitest";
import { insertPasted } from "@/components/desk/editor/paste/insert-pasted";
import type { PasteReader } from "@/components/desk/editor/paste/late-reader";
import { PasteNotices } from "@/components/desk/editor/paste/paste-notices";
import { putPasted } from "@/components/desk/editor/paste/put-pasted";
import { incomingPictures } from "@/components/desk/editor/pictures/incoming";
import { pictureQueue } from "@/components/desk/editor/pictures/picture-queue";
import type { Pasted } from "@/lib/content/paste/paste";
import { storyExtensions } from "@/lib/content/schema";

afterEach(() => vi.unstubAllGlobals());

it("taking a paste back ends its pictures too, also one that is being fetched", async () => {
  const asked: (AbortSignal | null | undefined)[] = [];
  vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => {
    asked.push(signal);
    return new Promise(() => undefined);
  });
  const { extensionManager, schema } = new Editor({ element: null, extensions: [...storyExtensions, incomingPictures], content: { type: "doc", content: [{ type: "paragraph" }] } });
  let state = EditorState.create({ doc: schema.nodeFromJSON({ type: "doc", content: [{ type: "paragraph" }] }), plugins: extensionManager.plugins });
  const notices = new PasteNotices();
  const view = { get state() { return state; }, dispatch: (change: typeof state.tr) => { state = state.apply(change); } };
  const editor = { get state() { return state; }, view, schema, isEditable: true, storage: { storyPaste: { notices, step: null } } } as unknown as Editor;
  const picture = (name: string) => ({ src: `https://example.org/${name}.jpg`, alt: name, after: 1 });
  const pasted = { body: [{ type: "paragraph", content: [{ type: "text", text: "One." }] }], receipt: { source: "web", lines: [] }, images: [picture("quay"), picture("boat")] } as unknown as Pasted;
  putPasted(editor, { insertPasted } as PasteReader, pasted, "caret", null);

  const notice = notices.snapshot();
  if (notice?.kind !== "pasted") throw new Error("The paste is told of.");
  notice.offered[0]?.retry();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(notice.offered.map((upload) => upload.state.kind)).toEqual(["preparing", "offered"]);
  notice.undo();
  expect(notice.offered.map((upload) => upload.state.kind)).toEqual(["cancelled", "cancelled"]);
  expect(asked[0]?.aborted).toBe(true);
  expect(pictureQueue.pending()).toEqual([]);
});
