import { EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { initProseMirrorDoc, ProsemirrorBinding, updateYFragment, ySyncPluginKey, yUndoPluginKey } from "@tiptap/y-tiptap";
import { afterEach, beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import { followText } from "@/components/desk/editor/following/follow-text";
import { bindingOf, keepCaret } from "@/components/desk/editor/following/own-caret";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
/** By the name of a block the binding believes to know it again. */
const paragraph = (text: string, at: number) => schema.node("paragraph", { id: `block${at}`.padEnd(10, "x") }, text ? [schema.text(text)] : []);
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Somebody with the editor's binding between a document and what she sees; what a state needs of a view. */
class Writer {
  readonly doc = new Y.Doc();
  readonly body = this.doc.getXmlFragment("body");
  readonly undo: () => void;
  readonly binding: ProsemirrorBinding;
  readonly view: { state: EditorState; dispatch(transaction: Transaction): void; hasFocus(): boolean };

  constructor(clientID: number, from: Writer | null, ...texts: string[]) {
    this.doc.clientID = clientID;
    if (from) Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(from.doc));
    else this.doc.transact(() => updateYFragment(this.doc, this.body, schema.node("doc", null, texts.map(paragraph)), { mapping: new Map(), isOMark: new Map() }));
    const { doc, mapping } = initProseMirrorDoc(this.body, schema);
    const binding = new ProsemirrorBinding(this.body, mapping);
    const undoManager = new Y.UndoManager(this.body, { trackedOrigins: new Set([ySyncPluginKey]) });
    this.undo = () => void undoManager.undo();
    const history = new Plugin({ key: yUndoPluginKey, state: { init: () => ({ undoManager }), apply: (_, value) => value } });
    const sync = new Plugin({ key: ySyncPluginKey, state: { init: () => ({ binding, snapshot: null, prevSnapshot: null }), apply: (_, value) => value } });
    const view = {
      state: EditorState.create({ doc, plugins: [sync, history] }),
      hasFocus: () => false,
      dispatch(transaction: Transaction) {
        view.state = view.state.apply(transaction);
        const { isChangeOrigin } = (transaction.getMeta(ySyncPluginKey) ?? {}) as { isChangeOrigin?: boolean };
        // The plugin's view hands on what is typed here, and nothing that came from others.
        if (transaction.docChanged && !isChangeOrigin) binding.mux(() => binding._prosemirrorChanged(view.state.doc));
      },
    };
    this.binding = binding;
    this.view = view;
    binding.initView(view);
    const ours = bindingOf(view.state);
    if (ours) ends.push(keepCaret(ours));
    ends.push(followText({ get state() { return view.state; }, view, isDestroyed: false } as Parameters<typeof followText>[0], { doc: this.doc, unsaved: false }), () => binding.destroy());
  }

  stand(at: number): this {
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, at)));
    return this;
  }
  type(letter: string): void {
    this.view.dispatch(this.view.state.tr.insertText(letter));
  }
  do(change: (state: EditorState) => Transaction): void {
    this.view.dispatch(change(this.view.state));
  }
  /** Her blocks, with a bar where her caret stands. */
  get sees(): string {
    const { tr, selection } = this.view.state;
    return tr.insertText("|", selection.head).doc.children.map((block) => block.textContent).join(" / ");
  }
}

let ana: Writer;
let ben: Writer;
const hear = (from: Writer, to: Writer) => Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), "line");
const meet = () => {
  for (let round = 0; round < 3; round++) {
    hear(ana, ben);
    hear(ben, ana);
  }
};
beforeEach(() => {
  ana = new Writer(1, null, "Beta two.", "Gamma.");
  ben = new Writer(2, ana);
});

it("two who write in one line, letter by letter, each write on where they were", () => {
  ana.stand(1);
  ben.stand(10);
  const [hers, his] = ["Now and then ", " one two three"];
  for (let at = 0; at < his.length; at++) {
    if (hers[at]) ana.type(hers[at] ?? "");
    if (at % 2) hear(ana, ben);
    ben.type(his[at] ?? "");
    if (at % 3) hear(ben, ana);
  }
  meet();
  expect(ana.sees).toBe("Now and then |Beta two. one two three / Gamma.");
  expect(ben.sees).toBe("Now and then Beta two. one two three| / Gamma.");
});

it("a caret stays where it is when a colleague takes out the letters before it", () => {
  ana.stand(10);
  ben.stand(6);
  ana.do((state) => state.tr.delete(2, 6));
  meet();
  expect(ben.sees).toBe("B|two. / Gamma.");
});

it("whose line becomes a heading, is split or is moved goes on writing in it", () => {
  ben.stand(10);
  ben.type(" o");
  ana.do((state) => state.tr.setBlockType(1, 9, schema.nodes.heading ?? state.doc.type, { level: 2 }));
  hear(ana, ben);
  expect(ben.sees).toBe("Beta two. o| / Gamma.");
  ben.type("n");
  ana.do((state) => state.tr.split(2));
  meet();
  ben.type("e");
  meet();
  expect(ben.sees).toBe("B / eta two. one| / Gamma.");
  ana.do((state) => {
    const { doc } = state;
    const from = doc.child(0).nodeSize;
    const block = doc.child(1);
    const tr = state.tr.delete(from, from + block.nodeSize);
    return tr.insert(0, block);
  });
  ben.type("!");
  meet();
  expect(ben.sees).toBe("eta two. one!| / B / Gamma.");
  expect(ana.view.state.doc.toJSON()).toEqual(ben.view.state.doc.toJSON());
});

it("taking back what was typed takes it back where it was brought, in one step, and leaves the colleague's change", () => {
  ben.stand(10);
  ben.type(" one");
  ana.do((state) => state.tr.split(6));
  meet();
  expect(ben.sees).toBe("Beta  / two. one| / Gamma.");
  ben.undo();
  meet();
  for (const { view } of [ana, ben]) expect(view.state.doc.children.map(({ textContent }) => textContent)).toEqual(["Beta ", "two.", "Gamma."]);
});

it("what was taken out of a line that becomes a heading meanwhile comes back there when that is taken back, and not before", () => {
  ben.do((state) => state.tr.delete(5, 9));
  ana.do((state) => state.tr.setNodeMarkup(0, schema.nodes.heading ?? null, { ...state.doc.child(0).attrs, level: 2 }));
  meet();
  for (const { view } of [ana, ben]) expect(view.state.doc.children.map(({ type, textContent }) => `${type.name}:${textContent}`)).toEqual(["heading:Beta.", "paragraph:Gamma."]);
  ben.undo();
  meet();
  for (const { view } of [ana, ben]) expect(view.state.doc.children.map(({ type, textContent }) => `${type.name}:${textContent}`)).toEqual(["heading:Beta two.", "paragraph:Gamma."]);
});
