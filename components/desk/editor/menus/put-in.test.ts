import { Editor, type JSONContent } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { AllSelection, EditorState, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { blockKeys } from "@/components/desk/editor/blocks/block-keys";
import { editorKeys } from "@/components/desk/editor/keys";
import { insertable, insertables, kindsOfText } from "@/components/desk/editor/menus/insertable";
import { putIn } from "@/components/desk/editor/menus/put-in";
import { type MarkName, markTools, putMark } from "@/components/desk/editor/menus/put-mark";
import { isHere, kindOfText, placeOf, refusalAt, refusalInMenu, refusalOfMark } from "@/components/desk/editor/menus/where-it-fits";
import { storyExtensions } from "@/lib/content/schema";

/** An editor without a page: what the commands need of a view is its state and its focus. */
function editorWith(...content: JSONContent[]): Editor {
  const editor = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content } });
  const bare = editor.view;
  const focus: Record<PropertyKey, unknown> = { focus: () => undefined, hasFocus: () => true };
  Object.defineProperty(editor, "view", { value: new Proxy(bare, { get: (_, key) => focus[key] ?? Reflect.get(bare, key) }) });
  return editor;
}

const nothing = () => undefined;
const door = { ask: nothing, say: nothing, whyNoCorrection: () => null };
const words = (text: string): JSONContent => ({ type: "paragraph", content: [{ type: "text", text }] });
/** The kinds of the blocks with their words. */
const drawn = (editor: Editor) => editor.state.doc.children.map((node) => `${node.type.name}: ${node.textContent}`);

/** Presses the key of something, as the editor binds it. */
function press(editor: Editor, id: string): void {
  const own = blockKeys({ ...door, openMenu: nothing, openSettings: nothing });
  const bound = (own.config.addKeyboardShortcuts as unknown as (this: object) => Record<string, () => boolean>).call({ editor });
  expect(bound[insertables.find((one) => one.id === id)?.keys ?? ""]?.(), id).toBe(true);
}

describe("one command for the menus, the bar and the key", () => {
  it.each(insertables.filter((one) => one.keys && !one.asks && one.group !== "Media" && !one.keyIsBrowsers && !["wire", "document"].includes(one.id)).map((one) => one.id))("does the same by menu and by key: %s", (id) => {
    const [byMenu, byKey] = [editorWith(words("Some words."), words("More.")), editorWith(words("Some words."), words("More."))];
    for (const editor of [byMenu, byKey]) editor.commands.setTextSelection(3);
    putIn(byMenu, door, id);
    press(byKey, id);
    expect(drawn(byMenu)).toEqual(drawn(byKey));
    // What puts nothing in is no command; only a plain paragraph is one already.
    if (id !== "paragraph") expect(byMenu.getJSON()).not.toEqual(editorWith(words("Some words."), words("More.")).getJSON());
  });

  it("leaves the list of keys to the page: with Shift some keyboards write its sign where the numbered list is", () => {
    const own = blockKeys({ ...door, openMenu: nothing, openSettings: nothing });
    const bound = (own.config.addKeyboardShortcuts as unknown as (this: object) => Record<string, () => boolean>).call({ editor: editorWith(words("Some words.")) });
    expect(Object.keys(bound)).toContain("Mod-Shift-7");
    expect(Object.keys(bound)).not.toContain("Mod-/");
  });

  it("makes a pull quote of words that are chosen, and of the block where none are", () => {
    const editor = editorWith(words("The ferry stays. So it was said."));
    editor.commands.setTextSelection({ from: 1, to: 17 });
    putIn(editor, door, "pull-quote");
    expect(drawn(editor)).toEqual(["paragraph: The ferry stays. So it was said.", "pullQuote: The ferry stays."]);
    const other = editorWith(words("The ferry stays."));
    other.commands.setTextSelection(1);
    putIn(other, door, "pull-quote");
    expect(drawn(other)).toEqual(["pullQuote: The ferry stays."]);
    putIn(other, door, "pull-quote");
    expect(drawn(other)).toEqual(["paragraph: The ferry stays."]);
  });

  it("never tears a block apart for a section break", () => {
    const editor = editorWith(words("Before and after."), words("More."));
    editor.commands.setTextSelection(7);
    putIn(editor, door, "break");
    expect(drawn(editor)).toEqual(["paragraph: Before and after.", "sectionBreak: ", "paragraph: More."]);
  });

  it.each(["heading-2", "bullets", "numbers", "quotation", "pull-quote", "intro", "dateline"])("gives a plain paragraph back when %s is asked for once more", (id) => {
    const editor = editorWith(words("Some words."));
    editor.commands.setTextSelection(3);
    putIn(editor, door, id);
    expect(isHere(editor, insertable(id))).toBe(true);
    putIn(editor, door, id);
    expect(editor.state.doc.firstChild?.type.name).toBe("paragraph");
    expect(editor.state.doc.firstChild?.attrs.style).toBeNull();
  });

  it("takes an item out of its list to quote it", () => {
    const editor = editorWith({ type: "bulletList", content: [{ type: "listItem", content: [words("One.")] }] });
    editor.commands.setTextSelection(4);
    putIn(editor, door, "quotation");
    expect(drawn(editor)).toEqual(["blockquote: One."]);
  });

  it.each(["figure", "embed"])("puts whole blocks under a chosen %s, not above it", (type) => {
    for (const [id, kind] of [["table", "table"], ["stash", "stash"], ["box-fact", "factBox"], ["break", "sectionBreak"]] as const) {
      const editor = editorWith({ type, attrs: { assetId: "0190b5a0-0000-7000-8000-00000000000a" } }, words("Text."));
      editor.commands.setNodeSelection(0);
      putIn(editor, door, id);
      expect(editor.state.doc.children.map((node) => node.type.name)).toEqual([type, kind, "paragraph"]);
    }
  });

  it("writes nothing over a picture that is chosen whole", () => {
    const editor = editorWith({ type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-00000000000a" } }, words("Text."));
    editor.commands.setNodeSelection(0);
    putIn(editor, door, "gap");
    expect(drawn(editor)).toEqual(["figure: ", "paragraph: TK ", "paragraph: Text."]);
  });

  it("writes a gap over words chosen from box to box as if typed", () => {
    const editor = editorWith({ type: "stash", content: [words("Kept gone")] }, { type: "factBox", content: [{ type: "boxTitle", content: [{ type: "text", text: "gone Facts" }] }, words("A fact.")] });
    editor.commands.setTextSelection({ from: 7, to: 20 });
    putIn(editor, door, "gap");
    expect(drawn(editor)).toEqual(["stash: Kept TK ", "factBox: FactsA fact."]);
  });
});

const figure: JSONContent = { type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-00000000000a" }, content: [{ type: "text", text: "A caption." }] };
const table: JSONContent = { type: "table", content: [{ type: "tableRow", content: [{ type: "tableHeader", content: [words("Day")] }] }] };
const box: JSONContent = { type: "factBox", content: [{ type: "boxTitle", content: [{ type: "text", text: "In short" }] }, words("A fact.")] };
const stash: JSONContent = { type: "stash", content: [words("Kept.")] };

/** What is refused where these words stand, and why. */
function refusedAt(content: JSONContent, at: string): { why: string[]; takes: string[] } {
  const editor = editorWith(words("Before."), content, words("After."));
  editor.state.doc.descendants((node, place) => {
    if (node.text === at) editor.commands.setTextSelection(place + 1);
  });
  const asked = insertables.map((one) => ({ one, why: refusalAt(placeOf(editor.state), one) }));
  return { why: [...new Set(asked.flatMap(({ why }) => why ?? []))], takes: asked.filter(({ one, why }) => one.makes && why === null).map(({ one }) => one.id) };
}

it("offers in a heading what a heading takes, and says why not the rest", () => {
  const schema = editorWith(words("Text.")).schema;
  const refused = (parent: string) => Object.keys(schema.marks).flatMap((mark) => (refusalOfMark(schema, parent, mark) ? [mark] : []));
  expect(refused("paragraph")).toEqual([]);
  expect(refused("figure")).toEqual([]);
  expect(refused("heading").sort()).toEqual(["strong", "subscript", "superscript"]);
  expect(refusalOfMark(schema, "heading", "strong")).toBe("Not in a heading");
  expect(refused("boxTitle")).not.toContain("em");
});

const list: JSONContent = { type: "bulletList", content: [{ type: "listItem", content: [words("One."), { type: "orderedList", content: [{ type: "listItem", content: [words("Inner.")] }] }] }] };
const quotation: JSONContent = { type: "blockquote", content: [words("Said.")] };

describe("what the text is called", () => {
  const kindAt = (content: JSONContent, at: string) => {
    const editor = editorWith(words("Before."), content);
    editor.state.doc.descendants((node, place) => {
      if (node.text === at) editor.commands.setTextSelection(place + 1);
    });
    return kindOfText(editor);
  };
  it.each([
    [list, "One.", "List"],
    [list, "Inner.", "Numbered list"],
    [quotation, "Said.", "Quotation"],
    [table, "Day", "Table"],
    [box, "In short", "Title of the box"],
    [box, "A fact.", "Paragraph"],
    [figure, "A caption.", "Caption"],
    [quotation, "Before.", "Paragraph"],
  ])("is by the innermost block that has a name: %#", (content, at, said) => {
    expect(kindAt(content, at)).toBe(said);
  });

  it("is one for all that is chosen, or says that there are several; a block that is chosen whole is what it is", () => {
    const editor = editorWith(words("One."), words("Two."), quotation, figure);
    editor.commands.setTextSelection({ from: 2, to: 9 });
    expect(kindOfText(editor)).toBe("Paragraph");
    editor.commands.selectAll();
    expect(kindOfText(editor)).toBe("Several kinds");
    editor.commands.setNodeSelection(editor.state.doc.content.size - figureSize(editor));
    expect(kindOfText(editor)).toBe("Picture");
  });

  const figureSize = (editor: Editor) => editor.state.doc.lastChild?.nodeSize ?? 0;

  it.each(kindsOfText.flatMap((from) => kindsOfText.filter((to) => to !== from).map((to) => [from, to] as const)))("becomes what was chosen, and keeps its words: %s to %s", (from, to) => {
    const editor = editorWith(words("Before."), words("Some words."), words("After."));
    editor.commands.setTextSelection(12);
    putIn(editor, door, from);
    expect(kindOfText(editor)).toBe(insertable(from).label);
    putIn(editor, door, to);
    expect(kindOfText(editor)).toBe(insertable(to).label);
    expect(editor.state.doc.textContent).toBe("Before.Some words.After.");
  });
});

/** Presses the key of a mark, as the editor binds it; returns what was said. */
function pressMark(editor: Editor, name: MarkName): string[] {
  const said: string[] = [];
  const own = editorKeys({ say: (sentence) => said.push(sentence), openLink: nothing, openLanguage: nothing });
  const bound = (own.config.addKeyboardShortcuts as unknown as (this: object) => Record<string, () => boolean>).call({ editor });
  expect(bound[markTools[name].keys]?.(), name).toBe(true);
  return said;
}

it("says why a mark cannot be where it is asked for by its key, and puts it on what takes it", () => {
  const heading: JSONContent = { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "A heading" }] };
  const editor = editorWith(heading, words("Some words."));
  editor.commands.setTextSelection({ from: 1, to: 5 });
  expect(pressMark(editor, "strong")).toEqual(["Strong: not in a heading"]);
  expect(pressMark(editor, "em")).toEqual([]);
  expect(editor.state.doc.rangeHasMark(1, 5, editor.schema.marks.strong as never)).toBe(false);
  // The words behind it take it.
  editor.commands.selectAll();
  expect(pressMark(editor, "strong")).toEqual([]);
  expect(editor.state.doc.rangeHasMark(12, 20, editor.schema.marks.strong as never)).toBe(true);
});

it("opens no form for a link where there are no words", () => {
  const editor = editorWith({ type: "sectionBreak" }, words("Text."));
  editor.commands.setNodeSelection(0);
  const told: string[] = [];
  const ways = { say: (sentence: string) => told.push(sentence), openLink: () => told.push("opened"), openLanguage: () => told.push("opened") };
  putMark(editor, ways, "link");
  putMark(editor, ways, "lang");
  editor.commands.setTextSelection(3);
  putMark(editor, ways, "link");
  expect(told).toEqual(["Link: only for text", "Foreign words: only for text", "opened"]);
});

describe("what cannot stand where the caret is", () => {
  it.each([
    ["a table", table, "Day", "Not inside a table", []],
    ["a caption", figure, "A caption.", "Not in a caption", []],
    ["the title of a box", box, "In short", "Not in the title of a box", []],
    ["a fact box", box, "A fact.", "Not inside a fact box", ["paragraph", "bullets", "numbers"]],
    ["the stash", stash, "Kept.", "The stash holds text alone", ["paragraph", "heading-2", "heading-3", "heading-4", "bullets", "numbers", "quotation"]],
  ])("says why in %s, and offers what can", (_, content, at, why, takes) => {
    expect(refusedAt(content, at)).toEqual({ why: [why], takes });
  });

  it.each([table, figure, box, stash])("what is offered in a $type does something, and what is refused changes nothing", (content) => {
    const build = () => {
      const editor = editorWith(words("Before."), content, words("After."));
      let first = 0;
      editor.state.doc.descendants((node, place) => {
        if (node.isTextblock && place > 8 && first === 0) first = place + 1;
      });
      editor.commands.setTextSelection(content.type === "factBox" ? first + 11 : first);
      return editor;
    };
    for (const one of insertables.filter((each) => each.makes && each.id !== "paragraph")) {
      const [editor, said] = [build(), [] as string[]];
      const before = JSON.stringify(editor.getJSON());
      const refusal = refusalAt(placeOf(editor.state), one);
      putIn(editor, { ...door, say: (sentence) => said.push(sentence) }, one.id);
      expect(JSON.stringify(editor.getJSON()) === before, one.id).toBe(refusal !== null);
      expect(said, one.id).toHaveLength(refusal === null ? 0 : 1);
    }
  });

  it("makes no heading of a picture that lies among chosen words", () => {
    const editor = editorWith(words("Before."), figure, words("After."));
    const said: string[] = [];
    editor.commands.selectAll();
    putIn(editor, { ...door, say: (sentence) => said.push(sentence) }, "heading-2");
    expect(drawn(editor)).toEqual(["paragraph: Before.", "figure: A caption.", "paragraph: After."]);
    expect(said).toEqual(["Heading: not in a caption"]);
  });

  it("does not offer in a menu what the text is already, and refuses nothing that goes under its block", () => {
    const editor = editorWith(words("Plain."), table);
    editor.commands.setTextSelection(2);
    expect(insertables.filter((one) => refusalInMenu(editor, door, one) !== null).map((one) => one.id)).toEqual(["paragraph"]);
    putIn(editor, door, "dateline");
    expect(editor.state.doc.firstChild?.attrs.style).toBe("dateline");
    expect(insertables.filter((one) => refusalInMenu(editor, door, one) !== null).map((one) => one.id)).toEqual(["dateline"]);
  });
});

it("leads to the correction of a story that is public, and says why not before", () => {
  const editor = editorWith(words("Text."));
  const asked: string[] = [];
  const said: string[] = [];
  putIn(editor, { ask: (what) => asked.push(what), say: (sentence) => said.push(sentence), whyNoCorrection: () => "Not before the story is public" }, "correction");
  expect([asked, said]).toEqual([[], ["Correction: not before the story is public"]]);
  putIn(editor, { ...door, ask: (what) => asked.push(what) }, "correction");
  expect(asked).toEqual(["correction"]);
});

it("makes a heading of “## ” in text, and none of a picture in whose caption it is typed", () => {
  const type = (content: JSONContent) => {
    const editor = editorWith(content, words("After."));
    for (const { props } of editor.extensionManager.plugins) props.handleTextInput?.call({} as never, editor.view, 3, 3, " ", () => editor.state.tr);
    return drawn(editor)[0]?.split(":")[0];
  };
  expect(type(words("##"))).toBe("heading");
  expect(type({ ...figure, content: [{ type: "text", text: "##" }] })).toBe("figure");
});

describe("an opening paragraph and the line of a place", () => {
  /** With what the editor does upon a change. */
  function written(content: JSONContent[], choose: (doc: Node) => Selection, act: (editor: Editor) => void): JSONContent[] {
    const editor = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content } });
    let state = EditorState.create({ doc: editor.state.doc, plugins: editor.extensionManager.plugins });
    state = state.apply(state.tr.setSelection(choose(state.doc)));
    Object.defineProperty(editor, "state", { get: () => state });
    Object.defineProperty(editor, "view", { value: { get state() { return state; }, dispatch(change: Transaction) { state = state.apply(change); }, focus: nothing, hasFocus: () => true, composing: false } });
    act(editor);
    return state.doc.toJSON().content;
  }
  const styles = (content: JSONContent[] = []): unknown[] => content.flatMap((node) => (node.type === "paragraph" ? [node.attrs?.style] : styles(node.content)));
  const list: JSONContent = { type: "bulletList", content: [{ type: "listItem", content: [words("One.")] }] };
  const opening: JSONContent = { ...words("Words."), attrs: { style: "intro" } };

  it.each(["- ", "1. ", "> "])("are plain where “%s” makes a list or a quotation of them", (typed) => {
    const made = written([opening], (doc) => TextSelection.create(doc, 1), (editor) => {
      for (const letter of typed) {
        const { from, to } = editor.state.selection;
        const isTaken = editor.state.plugins.some((plugin) => plugin.props.handleTextInput?.call(plugin, editor.view, from, to, letter, () => editor.state.tr));
        if (!isTaken) editor.view.dispatch(editor.state.tr.insertText(letter));
      }
    });
    expect(made[0]?.type).not.toBe("paragraph");
    expect(styles(made)).toEqual([null]);
  });

  it("are made of the story's own paragraphs among all that is chosen, and keep their style in the stash", () => {
    expect(styles(written([words("Words."), list], (doc) => new AllSelection(doc), (editor) => putIn(editor, door, "intro")))).toEqual(["intro", null]);
    expect(styles(written([{ type: "stash", content: [opening] }], (doc) => TextSelection.create(doc, 2), (editor) => editor.view.dispatch(editor.state.tr.insertText("More "))))).toEqual(["intro"]);
  });
});
