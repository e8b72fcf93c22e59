import type { Node } from "@tiptap/pm/model";
import { EditorState, NodeSelection, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import { heldPlaces, holdGap, holdPlace } from "@/components/desk/editor/paste/held-places";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const doc = (...lines: string[]): Node => schema.node("doc", null, lines.map((line) => schema.node("paragraph", null, line ? [schema.text(line)] : [])));

/** As much of a view as a state needs. */
function viewOf(...lines: string[]) {
  const view = {
    state: EditorState.create({ doc: doc(...lines), plugins: [heldPlaces()] }),
    dispatch(transaction: Transaction) {
      view.state = view.state.apply(transaction);
    },
  };
  return view as unknown as EditorView;
}

const choose = (view: EditorView, from: number, to = from) => view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
const type = (view: EditorView, text: string) => view.dispatch(view.state.tr.insertText(text));
const put = (view: EditorView, text: string) => () => view.dispatch(view.state.tr.setMeta("paste", true).insertText(text));
const hold = (view: EditorView) => holdPlace(view, view.state.selection);
const textOf = (view: EditorView) => view.state.doc.textBetween(0, view.state.doc.content.size, "|");

/** As the binding does it: a whole new text in place of the old one. */
function colleagueWrites(view: EditorView, ...lines: string[]): void {
  view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, doc(...lines).content).setMeta(ySyncPluginKey, { isChangeOrigin: true }));
}

describe("a place that is held", () => {
  it("is the selection itself where nothing happened", () => {
    const view = viewOf("one two");
    choose(view, 1, 4);
    hold(view).use(put(view, "1"));
    expect(textOf(view)).toBe("1 two");
  });

  it("stays before what is typed there, and leaves the writer behind it", () => {
    const view = viewOf("one");
    choose(view, 4);
    const place = hold(view);
    type(view, " more");
    place.use(put(view, " two"));
    expect(textOf(view)).toBe("one two more");
    type(view, "!");
    expect(textOf(view)).toBe("one two more!");
  });

  it("keeps two pastes in their order", () => {
    const view = viewOf("");
    choose(view, 1);
    const [first, second] = [hold(view), hold(view)];
    first.use(put(view, "1"));
    second.use(put(view, "2"));
    expect(textOf(view)).toBe("12");
  });

  it("replaces nothing that was written over what was chosen", () => {
    const view = viewOf("one two");
    choose(view, 1, 4);
    const place = hold(view);
    type(view, "ONE");
    place.use(put(view, "1 "));
    expect(textOf(view)).toBe("1 ONE two");
  });

  it("goes along when a colleague writes before it, and stands when one writes after it", () => {
    const view = viewOf("one", "two", "three");
    choose(view, 9);
    const place = hold(view);
    colleagueWrites(view, "zero", "one", "two", "three");
    colleagueWrites(view, "zero", "one", "two", "three and four");
    choose(view, 1);
    place.use(put(view, "!"));
    expect(textOf(view)).toBe("zero|one|two!|three and four");
    expect(view.state.selection.from).toBe(1);
  });

  it("chooses a block whole again that was so", () => {
    const view = viewOf("one");
    view.dispatch(view.state.tr.insert(0, schema.node("figure", null, [schema.text("caption")])));
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, 0)));
    const place = hold(view);
    choose(view, 11);
    let chosen = "";
    place.use(() => {
      chosen = view.state.selection instanceof NodeSelection ? view.state.selection.node.type.name : "words";
    });
    expect([chosen, view.state.selection.from]).toEqual(["figure", 11]);
  });
});

describe("a place between two blocks that is held", () => {
  const putBlock = (view: EditorView, text: string) => (at: number) => {
    const change = view.state.tr.setMeta("paste", true).insert(at, doc(text).firstChild as Node);
    view.dispatch(change.setSelection(TextSelection.create(change.doc, at + 1 + text.length)));
  };

  it("keeps what comes to it in order, and takes the caret along that stayed", () => {
    const view = viewOf("one", "two");
    choose(view, 2);
    const [first, second] = [holdGap(view, 5), holdGap(view, 5)];
    colleagueWrites(view, "zero", "one", "two");
    first.use(putBlock(view, "a"));
    second.use(putBlock(view, "b"));
    expect(textOf(view)).toBe("zero|one|a|b|two");
  });

  it("leaves her where she is who has gone on writing elsewhere", () => {
    const view = viewOf("one", "two");
    choose(view, 2);
    const stays = holdGap(view, 5);
    stays.use(putBlock(view, "a"));
    expect(view.state.selection.$from.parent.textContent).toBe("a");
    const goes = holdGap(view, 8);
    choose(view, 10);
    type(view, "wo, t");
    goes.use(putBlock(view, "b"));
    expect(textOf(view)).toBe("one|a|b|two, two");
    expect(view.state.selection.$from.parent.textContent).toContain("wo, t");
  });
});
