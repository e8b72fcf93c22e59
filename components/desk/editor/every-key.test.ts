import { Editor, type JSONContent } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { AllSelection, EditorState, NodeSelection, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { blockKeys } from "@/components/desk/editor/blocks/block-keys";
import { blocksHere, deleteBlocks, duplicateBlocks } from "@/components/desk/editor/blocks/block-moves";
import { chosenWhole } from "@/components/desk/editor/blocks/chosen-whole";
import { deleteAcross } from "@/components/desk/editor/blocks/delete-across";
import { duplicateItem } from "@/components/desk/editor/blocks/duplicate-item";
import { moveHere } from "@/components/desk/editor/blocks/move-here";
import { editorKeys } from "@/components/desk/editor/keys";
import { insertables } from "@/components/desk/editor/menus/insertable";
import { putIn } from "@/components/desk/editor/menus/put-in";
import { type MarkName, markTools, putMark } from "@/components/desk/editor/menus/put-mark";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import { parseBody } from "@/lib/content/body";
import { correctionsStay } from "@/lib/content/corrections-stay";
import { storyExtensions } from "@/lib/content/schema";
import { storableBlocks } from "@/lib/content/storable-blocks";

/* Every key and command, whatever is chosen in whatever story: what no one would think of trying. */

const nothing = () => undefined;
const door = { ask: nothing, say: nothing, whyNoCorrection: () => null, openLink: nothing, openLanguage: nothing, openMenu: nothing, openSettings: nothing };
const extensions = [...storyExtensions, editorKeys(door), blockKeys(door), chosenWhole, deleteAcross, storableBlocks, correctionsStay];

/** An editor without a page: its plugins hear every key and letter as a page's would. */
function editorOf(content: JSONContent[]): Editor {
  const editor = new Editor({ element: null, extensions, content: { type: "doc", content } });
  let state = EditorState.create({ doc: editor.state.doc, plugins: editor.extensionManager.plugins });
  const atEdge = (towards: string) => (["up", "left", "backward"].includes(towards) ? state.selection.$head.parentOffset === 0 : state.selection.$head.parentOffset === state.selection.$head.parent.content.size);
  const someProp = (name: "handleKeyDown" | "handleTextInput", ask: (handle: unknown) => unknown) => state.plugins.reduce<unknown>((done, plugin) => done || (plugin.props[name] ? ask((plugin.props[name] as (...given: unknown[]) => unknown).bind(plugin)) : undefined), undefined);
  const view = { get state() { return state; }, dispatch(change: Transaction) { state = state.apply(change); }, someProp, endOfTextblock: atEdge, focus: nothing, hasFocus: () => true, composing: false, editable: true, dom: {} };
  Object.defineProperty(editor, "state", { get: () => state });
  Object.defineProperty(editor, "view", { value: view });
  return editor;
}

type Handle = (...given: unknown[]) => boolean;

function press(editor: Editor, key: string, shiftKey = false): void {
  const event = { key, shiftKey, altKey: false, ctrlKey: false, metaKey: false, preventDefault: nothing };
  editor.view.someProp("handleKeyDown", (handle) => (handle as Handle)(editor.view, event));
}

function type(editor: Editor, words: string): void {
  for (const letter of words) {
    const { from, to } = editor.state.selection;
    const plain = () => editor.state.tr.insertText(letter, from, to);
    if (!editor.view.someProp("handleTextInput", (handle) => (handle as Handle)(editor.view, from, to, letter, plain))) editor.view.dispatch(plain());
  }
}

type Act = (editor: Editor) => unknown;
/** What moves words about or makes them something else, and loses none. */
const keeping: Record<string, Act> = {
  ...Object.fromEntries(insertables.filter(({ id, asks, group }) => !asks && group !== "Media" && !["gap", "wire", "bare", "document"].includes(id)).map(({ id }) => [id, (editor: Editor) => putIn(editor, door, id)])),
  ...Object.fromEntries((Object.keys(markTools) as MarkName[]).map((name) => [name, (editor: Editor) => putMark(editor, door, name)])),
  up: (editor) => moveHere(editor, nothing, -1),
  down: (editor) => moveHere(editor, nothing, 1),
  duplicate: (editor) => duplicateBlocks(editor, blocksHere(editor.state)),
  duplicateItem,
  tab: (editor) => press(editor, "Tab"),
  shiftTab: (editor) => press(editor, "Tab", true),
};
const changing: Record<string, Act> = {
  remove: (editor) => deleteBlocks(editor, blocksHere(editor.state)),
  gap: (editor) => putIn(editor, door, "gap"),
  ...Object.fromEntries(["Enter", "Backspace", "Delete"].map((key) => [key, (editor: Editor) => press(editor, key)])),
  ...Object.fromEntries(["- ", "1. ", "## ", "> ", "**x** y", "---"].map((words) => [`“${words}”`, (editor: Editor) => type(editor, words)])),
};
const acts = { ...keeping, ...changing };

const text = (words: string) => (words ? [{ type: "text", text: words }] : []);
const paragraph = (words: string, style: string | null = null) => ({ type: "paragraph", attrs: { style }, content: text(words) });
const list = (depth: number): JSONContent => ({ type: depth % 2 ? "bulletList" : "orderedList", content: [{ type: "listItem", content: [paragraph(`item ${depth}`), ...(depth < 3 ? [list(depth + 1)] : [])] }, ...["", "last"].map((words) => ({ type: "listItem", content: [paragraph(words)] }))] });
const kinds: JSONContent[] = [...Object.values(blocks).map(({ example }) => example as JSONContent), paragraph(""), paragraph("Opening", "intro"), list(1), { type: "factBox", content: [{ type: "boxTitle" }, blocks.figure.example as JSONContent, list(1), paragraph("")] }, { type: "stash", content: [blocks.blockquote.example as JSONContent, list(1)] }];

const share = fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000);

function selectionOf(doc: Node, kind: string, first: number, second: number): Selection {
  const at = (part: number) => doc.resolve(Math.round(part * doc.content.size));
  const [nodes, edges]: [number[], number[]] = [[], []];
  doc.descendants((node, place) => {
    if (NodeSelection.isSelectable(node)) nodes.push(place);
    if (node.isTextblock) edges.push(place + 1, place + 1 + node.content.size);
  });
  const pick = (from: number[]) => from[Math.min(from.length - 1, Math.floor(first * from.length))];
  const [node, edge] = [pick(nodes), pick(edges)];
  if (kind === "all") return new AllSelection(doc);
  if (kind === "node" && node !== undefined) return NodeSelection.create(doc, node);
  if (kind === "edge" && edge !== undefined) return TextSelection.create(doc, edge);
  return kind === "caret" ? TextSelection.near(at(first)) : TextSelection.between(at(first), at(second));
}

const lettersOf = (doc: Node) => [...doc.textContent].sort().join("");

/** Whether the change goes through a shared document whole, and an undo takes it back whole. */
function isSharedAndTakenBack(before: Node, after: Node): boolean {
  const [shared, { schema }] = [new Y.Doc(), before.type];
  const body = shared.getXmlFragment("body");
  const now = () => initProseMirrorDoc(body, schema);
  updateYFragment(shared, body, before, now().meta);
  const undo = new Y.UndoManager(body, { trackedOrigins: new Set(["own"]) });
  shared.transact(() => updateYFragment(shared, body, after, now().meta), "own");
  const isThere = now().doc.eq(after);
  undo.undo();
  return isThere && now().doc.eq(before);
}

it("nothing throws, the server takes what is left, no word is lost that was not deleted, and undo takes it back", () => {
  const step = fc.tuple(fc.constantFrom("text", "text", "caret", "edge", "node", "all"), share, share, fc.constantFrom(...Object.keys(acts)));
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }), fc.array(step, { minLength: 1, maxLength: 3 }), (content, steps) => {
      const editor = editorOf(content);
      for (const [kind, first, second, act] of steps) {
        editor.view.dispatch(editor.state.tr.setSelection(selectionOf(editor.state.doc, kind, first, second)));
        const before = editor.state.doc;
        acts[act]?.(editor);
        const after = editor.state.doc;
        after.check();
        expect(parseBody(JSON.parse(JSON.stringify(after.toJSON()))), act).not.toBeNull();
        const [had, has] = [lettersOf(before), lettersOf(after)];
        const isCopying = ["duplicate", "duplicateItem", "pull-quote"].includes(act);
        if (act in keeping) expect(isCopying ? has.length >= had.length : has === had, act).toBe(true);
        expect(isSharedAndTakenBack(before, after), act).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
}, 60_000);
