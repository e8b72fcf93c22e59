import { joinBackward, joinForward } from "@tiptap/pm/commands";
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { bodySizePlugin } from "@/lib/content/body-size";
import { cleanInputPlugin, cleanSlice } from "@/lib/content/clean-input";
import { parseBody, type StoredDocument } from "@/lib/content/body";
import { emptyStory } from "@/lib/content/document";
import { levelledSlice, listDepthPlugin, sinkIntoOtherKind } from "@/lib/content/list-depth";
import { storySchema } from "@/lib/content/schema";
import { readWorkingCopy, seedWorkingCopy } from "@/lib/content/working-copy";
import { storableText } from "@/lib/kernel/text";

/* What may be on a clipboard, as the editor's schema reads it, and what the server's validator says to the story afterwards. */

const schema = storySchema();

const letters = fc.string({ unit: fc.constantFrom("a", "é", "😀", " ", "\u0000", "\u0007", "\u000b", "\ud800", "\ufffe"), minLength: 1, maxLength: 8 });
const marks = fc.subarray(["strong", "em", "link"] as const).chain((names) =>
  fc.constantFrom("https://example.org/", "javascript:alert(1)", "https://example.org/\u0000", `https://example.org/${"x".repeat(2500)}`).map((href) => names.map((name) => schema.mark(name, name === "link" ? { href } : null))),
);
const text: fc.Arbitrary<Node> = fc.tuple(letters, marks).map(([written, chosen]) => schema.text(written, chosen));
const id = fc.constantFrom(null, "abcdefghij", "intro", "x\u0000");
const inline = fc.array(text, { maxLength: 3 });
const paragraph = fc.tuple(id, inline).map(([name, content]) => schema.node("paragraph", { id: name }, content));
const heading = fc.tuple(id, inline, fc.constantFrom(2, 3, 4)).map(([name, content, level]) => schema.node("heading", { id: name, level }, content.map((node) => node.mark(schema.nodes.heading?.allowedMarks(node.marks) ?? []))));
const listOf = (depth: number): fc.Arbitrary<Node> =>
  fc
    .tuple(fc.constantFrom("bulletList", "orderedList"), id, fc.integer({ min: -5, max: 20_000 }), fc.array(fc.tuple(paragraph, fc.boolean()), { minLength: 1, maxLength: 3 }), depth < 6 ? listOf(depth + 1) : fc.constant(null))
    .map(([name, listId, start, items, inner]) => schema.node(name, name === "orderedList" ? { id: listId, start } : { id: listId }, items.map(([first, nested]) => schema.node("listItem", null, nested && inner ? [first, inner] : [first]))));
const quote = fc.tuple(fc.string({ maxLength: 400 }), fc.array(paragraph, { minLength: 1, maxLength: 2 })).map(([source, content]) => schema.node("blockquote", { source: `${source}\u0000` }, content));
const blocks = fc.array(fc.oneof(paragraph, heading, listOf(1), quote), { minLength: 1, maxLength: 4 });
/** Cut anywhere, as a selection is. */
const clipboard = fc.tuple(blocks, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })).map(([content, first, second]) => {
  const doc = schema.node("doc", null, content);
  const [from, to] = [first, second].sort((left, right) => left - right).map((share) => Math.round(share * doc.content.size));
  return doc.slice(from ?? 0, to ?? doc.content.size);
});

const deepBody: StoredDocument = {
  type: "doc",
  content: [
    { type: "paragraph", content: [{ type: "text", text: "Before" }] },
    { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "one" }] }, { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "two" }] }, { type: "orderedList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "three" }] }] }] }] }] }] }] },
    { type: "paragraph" },
  ],
};

function editorWith(body: StoredDocument): EditorState {
  return EditorState.create({ doc: schema.nodeFromJSON(body), plugins: [cleanInputPlugin(), listDepthPlugin()] });
}

/** The body as the server reads it out of the shared document. */
function asTheServerReads(doc: Node): StoredDocument | null {
  const shared = new Y.Doc();
  seedWorkingCopy(shared, { ...emptyStory(), body: doc.toJSON() as StoredDocument });
  return readWorkingCopy(shared)?.body ?? null;
}

it("whatever is pasted, wherever, the story is one that the server takes", () => {
  fc.assert(
    fc.property(clipboard, fc.double({ min: 0, max: 1, noNaN: true }), (slice, share) => {
      const before = editorWith(deepBody);
      const place = TextSelection.near(before.doc.resolve(Math.round(share * before.doc.content.size)));
      const at = before.apply(before.tr.setSelection(place));
      const { doc } = at.apply(at.tr.replaceSelection(levelledSlice(cleanSlice(slice))));
      doc.check();
      expect(asTheServerReads(doc)).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});

it("pasted into headings, or over several blocks, it leaves each with what it takes", () => {
  fc.assert(
    fc.property(blocks, clipboard, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (content, slice, first, second) => {
      const before = editorWith(schema.node("doc", null, content).toJSON() as StoredDocument);
      const [from = 0, to = 0] = [first, second].sort((left, right) => left - right).map((share) => Math.round(share * before.doc.content.size));
      const chosen = before.apply(before.tr.setSelection(TextSelection.between(before.doc.resolve(from), before.doc.resolve(to))));
      chosen.apply(chosen.tr.replaceSelection(levelledSlice(cleanSlice(slice)))).doc.check();
    }),
    { numRuns: 300 },
  );
});

it("whatever comes in without a clipboard, by dropping or by another program’s hand, is mended as well", () => {
  fc.assert(
    fc.property(clipboard, fc.double({ min: 0, max: 1, noNaN: true }), (slice, share) => {
      const before = editorWith(deepBody);
      const { doc } = before.apply(before.tr.replaceRange(Math.round(share * before.doc.content.size), Math.round(share * before.doc.content.size), slice));
      doc.check();
      expect(asTheServerReads(doc)).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});

it("whatever is deleted between two places, what is left is a story that the server takes, and its headings stay plain", () => {
  fc.assert(
    fc.property(blocks, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (content, first, second, joins) => {
      const before = editorWith(schema.node("doc", null, content).toJSON() as StoredDocument);
      const clean = before.apply(before.tr.insertText(" ", before.doc.content.size));
      const [from = 0, to = 0] = [first, second].sort((left, right) => left - right).map((share) => Math.round(share * clean.doc.content.size));
      let { doc } = clean.apply(clean.tr.setSelection(TextSelection.between(clean.doc.resolve(from), clean.doc.resolve(to))).deleteSelection());
      // As Backspace at the start of a block and Delete at its end do.
      if (joins) for (const key of [joinBackward, joinForward]) key(clean.apply(clean.tr.setSelection(TextSelection.near(clean.doc.resolve(from)))), (change) => {
        doc = change.doc;
      });
      doc.check();
    }),
    { numRuns: 300 },
  );
});

it("lifts what lies too deep, in order and with every word", () => {
  fc.assert(
    fc.property(listOf(1), (list) => {
      const words = (content: Fragment) => storableText(content.textBetween(0, content.size, "\n"));
      const levelled = levelledSlice(cleanSlice(new Slice(Fragment.from(list), 0, 0)));
      expect(words(levelled.content)).toBe(words(cleanSlice(new Slice(Fragment.from(list), 0, 0)).content));
      expect(parseBody(JSON.parse(JSON.stringify({ type: "doc", content: levelled.content.toJSON() })))).not.toBeNull();
    }),
  );
});

it("leaves the caret on its letter when a list is lifted", () => {
  const item = (words: string, inner?: Node) => schema.node("listItem", null, [schema.node("paragraph", null, words ? [schema.text(words)] : []), ...(inner ? [inner] : [])]);
  const list = (...items: Node[]) => schema.node("bulletList", null, items);
  const before = editorWith({ type: "doc", content: [{ type: "paragraph" }] });
  const tooDeep = list(item("one", list(item("two", list(item("three", list(item("four"), item("five"))))))));
  const tr = before.tr.replaceWith(0, before.doc.content.size, tooDeep);
  let four = 0;
  tr.doc.descendants((node, at) => {
    if (node.text === "four") four = at;
  });
  const after = before.apply(tr.setSelection(TextSelection.create(tr.doc, four + 2)));
  expect(after.selection.$from.parent.textContent).toBe("four");
  expect(after.selection.$from.parentOffset).toBe(2);
  expect(parseBody(JSON.parse(JSON.stringify(after.doc.toJSON())))).not.toBeNull();
  expect(after.doc.textBetween(0, after.doc.content.size, " ").trim().split(/\s+/)).toEqual(["one", "two", "three", "four", "five"]);
});

it.each([
  ["more blocks than a story may have", () => Array.from({ length: 2500 }, () => schema.node("paragraph", null, [schema.text("x")]))],
  ["more letters than a story may have", () => [schema.node("paragraph", null, [schema.text("x".repeat(450_000))])]],
  ["one list that never ends", () => [schema.node("bulletList", null, Array.from({ length: 30_000 }, () => schema.node("listItem", null, [schema.node("paragraph", null, [schema.text("x")])])))]],
])("does not put in %s, and says so", (_, much) => {
  let said = 0;
  const before = EditorState.create({ doc: schema.nodeFromJSON(deepBody), plugins: [bodySizePlugin(() => said++)] });
  const after = before.apply(before.tr.insert(before.doc.content.size, much()));
  expect(after.doc.eq(before.doc)).toBe(true);
  expect(said).toBe(1);
  const long = before.apply(before.tr.insert(0, schema.node("paragraph", null, [schema.text("word ".repeat(20_000))])));
  expect(asTheServerReads(long.doc)).not.toBeNull();
});

it("moves an item under the one before it where that has a list of the other kind, at its end", () => {
  const schema = storySchema();
  const paragraph = (text: string) => schema.node("paragraph", null, [schema.text(text)]);
  const item = (text: string, ...inner: Node[]) => schema.node("listItem", null, [paragraph(text), ...inner]);
  const doc = schema.node("doc", null, [schema.node("bulletList", null, [item("a", schema.node("orderedList", null, [item("1")])), item("b"), item("c")])]);
  const at = (text: string) => {
    let found = 0;
    doc.descendants((node, pos) => {
      if (node.text === text) found = pos;
    });
    return found;
  };
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, at("b")) });
  const sunk = sinkIntoOtherKind(state, (change) => {
    state = state.apply(change);
  });
  expect(sunk).toBe(true);
  state.doc.check();
  expect(state.doc.toString()).toBe('doc(bulletList(listItem(paragraph("a"), orderedList(listItem(paragraph("1")), listItem(paragraph("b")))), listItem(paragraph("c"))))');
  expect(state.selection.$from.parent.textContent).toBe("b");
  expect(sinkIntoOtherKind(EditorState.create({ doc, selection: TextSelection.create(doc, at("1")) }), undefined)).toBe(false);
  expect(sinkIntoOtherKind(EditorState.create({ doc, selection: TextSelection.create(doc, at("c")) }), undefined)).toBe(false);
});
