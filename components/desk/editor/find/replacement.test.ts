import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { Replacement } from "@/components/desk/editor/find/replacement";

const typedInBody = "typed in the body";

/** A story with a word of body and a headline, the body's history, and the headline's own. */
function story() {
  const doc = new Y.Doc();
  const [body, headline, caption] = ["body", "headline", "lead.caption"].map((name) => doc.getText(name)) as [Y.Text, Y.Text, Y.Text];
  for (const text of [body, headline, caption]) text.insert(0, "boat");
  const history = new Y.UndoManager(body, { trackedOrigins: new Set([typedInBody]) });
  const own = new Y.UndoManager(headline, { trackedOrigins: new Set(["typed"]) });
  const takeBack = Replacement.within(own);
  const view = { state: { [(yUndoPluginKey as unknown as { key: string }).key]: { undoManager: history } } } as unknown as EditorView;
  const write = (text: Y.Text, words: string, origin: unknown) => doc.transact(() => {
    text.delete(0, text.length);
    text.insert(0, words);
  }, origin);
  const replaceAll = (words: string) =>
    Replacement.make(
      view,
      doc,
      ["headline", "lead.caption"],
      () => {
        write(body, words, typedInBody);
        return true;
      },
      () => {
        for (const text of [headline, caption]) {
          text.delete(0, text.length);
          text.insert(0, words);
        }
      },
    );
  const says = () => [body, headline, caption].map((text) => text.toString());
  return { doc, body, headline, history, own, takeBack, view, write, replaceAll, says };
}

it("is one step of the body’s history, fields and all", () => {
  const { history, write, body, replaceAll, says } = story();
  write(body, "boat", typedInBody);
  expect(replaceAll("ship")).toBe(true);
  write(body, "ship!", typedInBody);
  expect(says()).toEqual(["ship!", "ship", "ship"]);
  history.undo();
  history.undo();
  expect(says()).toEqual(["boat", "boat", "boat"]);
  history.redo();
  expect(says()).toEqual(["ship", "ship", "ship"]);
});

it("is taken back whole from a field, too, and what was typed there before it and after it stays apart", () => {
  const { own, takeBack, write, headline, replaceAll, says } = story();
  write(headline, "boats", "typed");
  own.stopCapturing();
  replaceAll("ship");
  write(headline, "ships", "typed");
  expect(takeBack()).toBe(false);
  own.undo();
  expect(says()).toEqual(["ship", "ship", "ship"]);
  expect(takeBack()).toBe(true);
  expect(says()).toEqual(["boat", "boats", "boat"]);
  expect(takeBack()).toBe(false);
  own.undo();
  expect(headline.toString()).toBe("boat");
});

it("is not taken back twice", () => {
  const { history, takeBack, replaceAll, says } = story();
  replaceAll("ship");
  history.undo();
  expect(takeBack()).toBe(false);
  expect(says()).toEqual(["boat", "boat", "boat"]);
});

it("leaves the fields alone where the body takes nothing", () => {
  const { doc, view, says } = story();
  expect(Replacement.make(view, doc, ["headline"], () => false, () => doc.getText("headline").insert(0, "x"))).toBe(false);
  expect(says()).toEqual(["boat", "boat", "boat"]);
});
