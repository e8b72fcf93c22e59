import { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { AllSelection, EditorState, NodeSelection, type Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { CellSelection } from "@tiptap/pm/tables";
import type { EditorView } from "@tiptap/pm/view";
import fc from "fast-check";
import { expect, it } from "vitest";
import { caretBehindChosen } from "@/components/desk/editor/blocks/chosen-whole";
import { deleteAcrossPlugin } from "@/components/desk/editor/blocks/delete-across";
import { galleryGoesPlugin } from "@/components/desk/editor/blocks/gallery-goes";
import { rowAbove, rowDeleted } from "@/components/desk/editor/blocks/table-rows";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import { correctionsStayPlugin } from "@/lib/content/corrections-stay";
import { parseBody } from "@/lib/content/body";
import { storyExtensions } from "@/lib/content/schema";
import { storableBlocksPlugin } from "@/lib/content/storable-blocks";

const { extensionManager, schema } = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content: [{ type: "paragraph" }] } });
const across = deleteAcrossPlugin();
const asStored = (doc: Node) => parseBody(JSON.parse(JSON.stringify(doc.toJSON())));
const text = (words: string) => (words ? [{ type: "text", text: words }] : []);
const paragraph = (words: string) => ({ type: "paragraph", content: text(words) });
const opened = (content: object[]) => EditorState.create({ doc: schema.nodeFromJSON({ type: "doc", content }), plugins: [...extensionManager.plugins, across, galleryGoesPlugin(), storableBlocksPlugin(() => undefined), correctionsStayPlugin(() => undefined)] });

/** The text as far as keys are concerned: no browser is needed to say what they change. */
function written(start: EditorState) {
  const view = {
    state: start,
    editable: true,
    someProp: () => undefined,
    dispatch(change: Transaction) {
      view.state = view.state.apply(change);
    },
    serializeForClipboard: () => ({ dom: { innerHTML: "" }, text: "" }),
  };
  return view;
}
type Written = ReturnType<typeof written>;
const asView = (view: Written) => view as unknown as EditorView;

const acts = {
  delete(view: Written) {
    if (!across.props.handleKeyDown?.call(across, asView(view), { key: "Delete" } as KeyboardEvent)) view.dispatch(view.state.tr.deleteSelection());
  },
  type(view: Written) {
    const { from, to } = view.state.selection;
    const behind = caretBehindChosen(view.state);
    if (behind) view.dispatch(behind);
    if (behind || !across.props.handleTextInput?.call(across, asView(view), from, to, "x", () => view.state.tr)) view.dispatch(view.state.tr.insertText("x"));
  },
  cut(view: Written) {
    const event = { clipboardData: { clearData: () => undefined, setData: () => undefined }, preventDefault: () => undefined } as unknown as ClipboardEvent;
    if (!across.props.handleDOMEvents?.cut?.call(across, asView(view), event)) view.dispatch(view.state.tr.deleteSelection());
  },
  rowAbove: (view: Written) => void rowAbove(view.state, view.dispatch),
  rowDeleted: (view: Written) => void rowDeleted(view.state, view.dispatch),
};

const figure = { ...blocks.figure.example, content: text("Quay") };
const list = (depth: number): { type: string; content: object[] } => ({ type: depth % 2 ? "bulletList" : "orderedList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ ...text("item")[0], marks: [{ type: "link", attrs: { href: "https://example.org/" } }, { type: "strong" }] }] }, ...(depth < 3 ? [list(depth + 1)] : [])] }] });
const kinds: { type: string }[] = [
  ...Object.values(blocks).map(({ example }) => example),
  paragraph(""),
  list(1),
  { type: "gallery", content: [figure] },
  { type: "factBox", content: [{ type: "boxTitle", content: text("Box") }, figure, list(1)] },
  { type: "stash", content: [blocks.blockquote.example, list(1), blocks.heading.example] },
];
const anyBlock = fc.constantFrom(...kinds);
const correctionIn = (doc: Node) => doc.children.some(({ type }) => type.name === "correctionNote");
/** Evenly spread: doubles would lie at the ends most of the time. */
const share = fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000);

function selectionOf(doc: Node, kind: string, first: number, second: number): Selection {
  const [one, two] = [first, second].map((part) => Math.round(part * doc.content.size)) as [number, number];
  const nodes: number[] = [];
  const cells: number[] = [];
  doc.descendants((node, at) => {
    if (NodeSelection.isSelectable(node)) nodes.push(at);
    if (/^table(?:Cell|Header)$/.test(node.type.name)) cells.push(at);
  });
  const pick = (from: number[], part: number) => from[Math.min(from.length - 1, Math.floor(part * from.length))];
  if (kind === "all") return new AllSelection(doc);
  if (kind === "node") return NodeSelection.create(doc, pick(nodes, first) ?? 0);
  const head = pick(cells, first);
  const same = cells.filter((at) => head !== undefined && doc.resolve(at).node(1) === doc.resolve(head).node(1));
  if (kind === "cells" && head !== undefined) return CellSelection.create(doc, head, pick(same, second));
  return TextSelection.between(doc.resolve(one), doc.resolve(two));
}

it("whatever is chosen in whatever story, and deleted, typed over or cut: nothing throws, and the server takes what is left", () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 5 }), fc.constantFrom("text", "text", "text", "node", "cells", "all"), share, share, fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])), (content, kind, first, second, act) => {
      const start = opened(content);
      expect(asStored(start.doc)).not.toBeNull();
      const view = written(start.apply(start.tr.setSelection(selectionOf(start.doc, kind, first, second))));
      acts[act](view);
      view.state.doc.check();
      expect(asStored(view.state.doc)).not.toBeNull();
    }),
    { numRuns: 300 },
  );
}, 60_000);

it("from the beginning or end of any block into any neighbour the chosen words go, and no others", () => {
  const neighbours = [...new Map(kinds.map((kind) => [kind.type, kind])).values()];
  for (const first of neighbours) {
    for (const second of neighbours) {
      const start = opened([first, second]);
      const places: number[] = [];
      start.doc.descendants((node, at) => {
        if (node.isTextblock) places.push(...new Set([at + 1, at + 1 + node.content.size]));
      });
      const edge = start.doc.firstChild?.nodeSize ?? 0;
      for (const from of places.filter((place) => place < edge)) {
        for (const to of places.filter((place) => place > edge)) {
          const chosen = start.apply(start.tr.setSelection(TextSelection.create(start.doc, from, to)));
          // Tables choose their own cells.
          const left = start.doc.textBetween(0, chosen.selection.from) + start.doc.textBetween(chosen.selection.to, start.doc.content.size);
          for (const act of ["delete", "type"] as const) {
            const view = written(chosen);
            acts[act](view);
            expect(asStored(view.state.doc)).not.toBeNull();
            if (!correctionIn(start.doc) && act !== "type") expect(`${first.type} ${second.type}: ${view.state.doc.textContent}`).toBe(`${first.type} ${second.type}: ${left}`);
          }
        }
      }
    }
  }
}, 60_000);

it("leaves both boxes, each with what was not chosen, and writes where the selection began", () => {
  const start = opened([
    { type: "factBox", attrs: { id: "boxboxbox1" }, content: [{ type: "boxTitle", content: text("Facts") }, paragraph("kept gone")] },
    paragraph("between"),
    { type: "gallery", attrs: { id: "gallery001" }, content: [{ ...figure, content: text("gone kept") }, figure] },
  ]);
  let [from, to] = [0, 0];
  start.doc.descendants((node, at) => {
    if (node.text === "kept gone") from = at + 5;
    if (node.text === "gone kept") to = at + 5;
  });
  const view = written(start.apply(start.tr.setSelection(TextSelection.create(start.doc, from, to))));
  acts.type(view);
  expect(view.state.doc.children.map((block) => [block.type.name, block.attrs.id, block.textContent])).toEqual([
    ["factBox", "boxboxbox1", "Factskept x"],
    ["gallery", "gallery001", "keptQuay"],
  ]);
});

it("writes nothing where what was chosen has to stay, and asks no more than once", () => {
  const box = { type: "factBox", content: [{ type: "boxTitle", content: text("Facts") }, paragraph("One.")] };
  for (const [content, to] of [[[box, blocks.correctionNote.example, box], -4], [[paragraph("Before."), blocks.correctionNote.example, box], -4]] as const) {
    const start = opened([...content]);
    const view = written(start.apply(start.tr.setSelection(TextSelection.create(start.doc, 3, start.doc.content.size + to))));
    let asked = 0;
    // As a browser's view asks every plugin, this one among them.
    const someProp = (name: string, ask: (handle: unknown) => unknown) => {
      if (++asked > 10) throw new Error("It asks itself.");
      return name === "handleTextInput" ? ask(across.props.handleTextInput?.bind(across)) : undefined;
    };
    Object.assign(view, { someProp });
    expect(across.props.handleTextInput?.call(across, asView(view), 0, 0, "x", () => view.state.tr)).toBe(true);
    expect(across.props.handleKeyDown?.call(across, asView(view), { key: "Enter" } as KeyboardEvent)).toBe(true);
    expect(view.state.doc.eq(start.doc)).toBe(true);
  }
});

it("leaves the title of a box where words are chosen from it into the text under it, and Enter has no more to do than part them", () => {
  const start = opened([paragraph("Before."), { type: "factBox", content: [{ type: "boxTitle", content: text("Title gone") }, paragraph("gone kept")] }]);
  let [from, to] = [0, 0];
  start.doc.descendants((node, at) => {
    if (node.text === "Title gone") from = at + 6;
    if (node.text === "gone kept") to = at + 5;
  });
  const view = written(start.apply(start.tr.setSelection(TextSelection.create(start.doc, from, to))));
  expect(across.props.handleKeyDown?.call(across, asView(view), { key: "Enter" } as KeyboardEvent)).toBe(false);
  expect(view.state.selection.empty).toBe(true);
  expect(view.state.doc.child(1).children.map((part) => [part.type.name, part.textContent])).toEqual([["boxTitle", "Title "], ["paragraph", "kept"]]);
});

it("deletes words chosen over several blocks before Enter parts what is left, which a library would do at places that are gone", () => {
  const enter = { key: "Enter" } as KeyboardEvent;
  const start = opened([{ type: "bulletList", content: [{ type: "listItem", content: [paragraph("Kept gone")] }] }, { type: "heading", attrs: { level: 2 }, content: text("gone kept") }]);
  const view = written(start.apply(start.tr.setSelection(TextSelection.create(start.doc, 8, 20))));
  expect(across.props.handleKeyDown?.call(across, asView(view), enter)).toBe(false);
  expect([view.state.selection.empty, view.state.doc.textContent]).toEqual([true, "Kept  kept"]);
  const one = opened([paragraph("One line.")]);
  const inOne = written(one.apply(one.tr.setSelection(TextSelection.create(one.doc, 2, 5))));
  expect(across.props.handleKeyDown?.call(across, asView(inOne), enter)).toBe(false);
  expect(inOne.state.doc.eq(one.doc)).toBe(true);
  // Both ends in the text itself, a correction between them.
  const noted = opened([paragraph("Before."), blocks.correctionNote.example, paragraph("After.")]);
  const stayed = written(noted.apply(noted.tr.setSelection(TextSelection.create(noted.doc, 3, noted.doc.content.size - 3))));
  expect(across.props.handleKeyDown?.call(across, asView(stayed), enter)).toBe(true);
  expect(stayed.state.doc.eq(noted.doc)).toBe(true);
});
