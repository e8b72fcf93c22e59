import { Editor, type JSONContent } from "@tiptap/core";
import { DOMParser, DOMSerializer, Fragment, type Node as ProseMirrorNode, type Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { insertPasted } from "@/components/desk/editor/paste/insert-pasted";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import { parseBody, type StoredDocument } from "@/lib/content/body";
import { emptyStory } from "@/lib/content/document";
import { readClipboard } from "@/lib/content/paste/paste";
import { isOwnSlice } from "@/lib/content/paste/own-slice-mark";
import { blockTypes, drawBlockId, storyExtensions, storySchema } from "@/lib/content/schema";
import { readWorkingCopy, seedWorkingCopy } from "@/lib/content/working-copy";
import { parseOnServer } from "@/lib/imports/documents/server-tree";

/*
 * Every block with every attribute set to something else than what it is when nobody says anything, through the shared document and through
 * a clipboard. The blocks are those of the registry, the attributes those of the schema: a new one fails here until it has a value below.
 */

const schema = storySchema();
const uuid = (digit: string) => `0190b5a0-0000-7000-8000-00000000000${digit}`;

/** A value for every attribute of every node, other than its default. */
const unusual: Record<string, Record<string, unknown>> = {
  paragraph: { style: "intro" },
  heading: { level: 3 },
  bulletList: {},
  orderedList: { start: 4 },
  listItem: {},
  blockquote: { source: "The mate’s log", sourceUrl: "https://example.org/log" },
  pullQuote: { attribution: "Edda Brandt", role: "showcase", fromBlockId: "abcdefghij" },
  figure: { assetId: uuid("1"), alt: "A ferry", decorative: true, credit: "Ana Ruiz", role: "portrait", focal: { x: 0.25, y: 0.75 }, crop: { x: 0.1, y: 0.2, width: 0.5, height: 0.6 } },
  gallery: { title: "By night", layout: "sequence" },
  boxTitle: {},
  factBox: { tone: "qa", collapsed: true },
  table: { caption: "Passengers", note: "Counted by hand" },
  tableRow: {},
  tableHeader: {},
  tableCell: {},
  embed: { embedId: uuid("2"), provider: "vimeo", url: "https://vimeo.com/1", role: "wide", alt: "A film", isRequired: true },
  relatedCard: { story: uuid("3"), label: "How they voted", layout: "card" },
  correctionNote: { correctionId: uuid("4"), kind: "clarification", at: "2026-11-24T14:52:40.000Z" },
  sectionBreak: {},
  stash: {},
};

/** What may only ever have its default: cells are never joined, nor sized. */
const fixed: Record<string, readonly string[]> = { tableHeader: ["colspan", "rowspan", "colwidth"], tableCell: ["colspan", "rowspan", "colwidth"] };

const unusualMarks: Record<string, Record<string, unknown> | undefined> = { strong: undefined, em: undefined, subscript: undefined, superscript: undefined, link: { href: "https://example.org/fares", story: uuid("5") }, lang: { code: "cy" } };

const defaultOf = (attribute: { default?: unknown }): unknown => attribute.default;
const attributesOf = (type: string) => Object.entries(schema.nodes[type]?.spec.attrs ?? {}).filter(([name]) => name !== "id" && !fixed[type]?.includes(name));

/** A block with all that it can say: its own attributes, those of what it holds, and every mark that each piece of text takes. An opening paragraph is one in the story itself, and in the stash. */
function full(node: JSONContent, within: string | null = null): JSONContent {
  const type = node.type ?? "";
  if (type === "text") return node;
  const says = type !== "paragraph" || within === null || within === "stash" ? unusual[type] : {};
  const attrs = { ...schema.nodes[type]?.create(null, null).attrs, ...node.attrs, ...says, id: drawBlockId() };
  const content = (node.content ?? []).flatMap((child) => (child.type === "text" ? markedPieces(type) : [full(child, type)]));
  return { type, attrs, ...(content.length > 0 ? { content } : {}) };
}

function markedPieces(parent: string): JSONContent[] {
  const marks = Object.keys(schema.marks).filter((name) => name !== "note" && schema.nodes[parent]?.allowsMarkType(schema.marks[name] as never));
  return [{ type: "text", text: "Plain" }, ...marks.map((name) => ({ type: "text", text: ` ${name}`, marks: [{ type: name, ...(unusualMarks[name] ? { attrs: unusualMarks[name] } : {}) }] }))];
}

const examples = Object.values(blocks).map(({ name, example }) => ({ name, block: full(example as JSONContent) }));

/** The same, whatever its blocks are called. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key, inner]) => key !== "id" && !(key === "attrs" && Object.keys(inner ?? {}).every((name) => name === "id")));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutIds(inner)]));
}

/** What is null is not written into a shared document. */
const withoutNulls = (value: unknown): unknown => JSON.parse(JSON.stringify(value), (_, inner) => (inner === null ? undefined : inner));

const around = (block: JSONContent): JSONContent[] => [{ type: "paragraph", content: [{ type: "text", text: "Before." }] }, block, { type: "paragraph", content: [{ type: "text", text: "After." }] }];

/** As the editor has it, with all that watches over what comes in. */
const stateOf = (...content: JSONContent[]): EditorState => {
  const { extensionManager, schema: own } = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content } });
  return EditorState.create({ doc: own.nodeFromJSON({ type: "doc", content }), plugins: extensionManager.plugins });
};

const idsIn = (doc: ProseMirrorNode): string[] => {
  const ids: string[] = [];
  doc.descendants((node) => void (node.isText || ids.push(node.attrs.id)));
  return ids;
};

/** What lies on the clipboard when a block is copied, chosen whole. */
function copied(...content: JSONContent[]): string {
  const page = parseOnServer("<!doctype html><body></body>");
  const holder = page.createElement("div");
  holder.append(DOMSerializer.fromSchema(schema).serializeFragment(Fragment.fromJSON(schema, content), { document: page }));
  holder.firstElementChild?.setAttribute("data-pm-slice", "0 0 []");
  return holder.innerHTML;
}

it("knows a value for every attribute of every block and mark that there is", () => {
  for (const type of blockTypes) {
    expect(Object.keys(unusual[type] ?? {}).sort(), type).toEqual(attributesOf(type).map(([name]) => name).sort());
    for (const [name, attribute] of attributesOf(type)) expect(unusual[type]?.[name], `${type}.${name}`).not.toEqual(defaultOf(attribute));
  }
  // Notes are in no story: only in the document of those who write it (note-anchors.test.ts).
  expect([...Object.keys(unusualMarks), "note"].sort()).toEqual(Object.keys(schema.marks).sort());
  // Every node that the schema knows is in some block's example, so none is left out below.
  const seen = new Set<string>();
  const look = (node: JSONContent): void => {
    seen.add(node.type ?? "");
    node.content?.forEach(look);
  };
  for (const { block } of examples) look(block);
  expect(Object.keys(schema.nodes).filter((type) => !seen.has(type) && !["doc", "orderedList"].includes(type))).toEqual([]);
});

const numbered = { name: "list, numbered", block: full({ type: "orderedList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "One" }] }] }] }) };

describe.each([...examples, numbered])("a $name with all that it can say", ({ name, block }) => {
  const body = { type: "doc", content: [block] } as StoredDocument;

  it("is one that may be stored", () => {
    expect(parseBody(body)).toEqual(body);
    schema.nodeFromJSON(body).check();
  });

  it("comes out of a shared document as it went in", () => {
    const shared = new Y.Doc();
    seedWorkingCopy(shared, { ...emptyStory(), body });
    expect(withoutNulls(readWorkingCopy(shared)?.body)).toEqual(withoutNulls(body));
  });

  // Nobody pastes a correction: only the command that corrects makes one, and its words come along as text.
  if (name === "correctionNote") return;

  it("comes out of our own clipboard as it went in", () => {
    const html = copied(block);
    expect(isOwnSlice(html)).toBe(true);
    const parsed = DOMParser.fromSchema(schema).parse(parseOnServer(html).documentElement);
    expect(parsed.toJSON()).toEqual(schema.nodeFromJSON(body).toJSON());
  });

  it("is read by another story as it stands, under new names", () => {
    const read = readClipboard({ html: copied(...around(block)), text: "" }, { parse: parseOnServer });
    if (!read.ok) throw new Error(read.failure.message);
    expect(withoutIds(read.value.body)).toEqual(withoutIds(schema.nodeFromJSON({ type: "doc", content: around(block) }).toJSON().content));

    const before = stateOf(block, { type: "paragraph" });
    const behind = before.apply(before.tr.setSelection(TextSelection.create(before.doc, before.doc.content.size - 1)));
    const { doc } = behind.apply(insertPasted(behind, read.value, "caret"));
    const ids = idsIn(doc);
    expect(ids.every((id) => /^[a-z0-9]{10}$/.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(withoutIds(doc.toJSON().content[2])).toEqual(withoutIds(schema.nodeFromJSON(block).toJSON()));
  });
});

it("takes their names off what the editor itself pastes, so that each gets one of its own", () => {
  const before = stateOf(...examples.map(({ block }) => block));
  const naming = before.plugins.find((plugin) => (plugin as unknown as { key: string }).key.startsWith("uniqueID"))?.props as { handleDOMEvents: { paste: () => void }; transformPasted: (slice: Slice) => Slice };
  naming.handleDOMEvents.paste();
  const pasted = naming.transformPasted(before.doc.slice(0, before.doc.content.size));
  const { doc } = before.apply(before.tr.insert(before.doc.content.size, pasted.content));
  const ids = idsIn(doc);
  expect(ids).toHaveLength(idsIn(before.doc).length * 2);
  expect(ids.every((id) => /^[a-z0-9]{10}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
