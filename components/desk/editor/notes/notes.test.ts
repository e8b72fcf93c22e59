import { DOMParser, DOMSerializer, Slice } from "@tiptap/pm/model";
import { EditorState, NodeSelection, type Plugin, TextSelection } from "@tiptap/pm/state";
import type { DecorationSet } from "@tiptap/pm/view";
import { expect, it } from "vitest";
import { noteClipboard, threadsIn } from "@/components/desk/editor/notes/note-clipboard";
import { drawNotes, noteAt } from "@/components/desk/editor/notes/note-marks";
import { anchorHere, chosenWords, notePlaces } from "@/components/desk/editor/notes/note-places";
import { noteSlot, noteSlotKey, notesInText } from "@/components/desk/editor/notes/note-slot";
import { namedIn } from "@/components/desk/editor/notes/note-text";
import { threadsRead } from "@/lib/content/note-mark";
import { parseOnServer } from "@/lib/imports/documents/server-tree";
import { storySchema } from "@/lib/content/schema";
import type { NoteView } from "@/lib/notes/views";

const [first, second] = ["0190b5a0-0000-7000-8000-00000000000a", "0190b5a0-0000-7000-8000-00000000000b"] as const;
const noted = (text: string, ...threads: string[]) => ({ type: "text", text, marks: threads.map((t) => ({ type: "note", attrs: { t } })) });
const doc = () =>
  storySchema().nodeFromJSON({
    type: "doc",
    content: [
      { type: "paragraph", attrs: { id: "aaaaaaaaaa" }, content: [{ type: "text", text: "The " }, noted("night ", second), noted("ferry", second, first), { type: "text", text: " leaves." }] },
      { type: "sectionBreak", attrs: { id: "bbbbbbbbbb" } },
      { type: "paragraph", attrs: { id: "cccccccccc" }, content: [{ type: "text", text: "It was late." }] },
    ],
  });
const thread = (id: string, more: Partial<NoteView> = {}): NoteView => ({ id, kind: "text", blockId: null, suggestion: null, field: null, quote: "", status: "open", blocking: false, audience: "newsroom", assignee: null, resolved: null, messages: [], fresh: false, mine: true, can: { resolve: true, change: true }, ...more });

it("finds notes in reading order, on words, over each other, and on blocks; not what stands nowhere", () => {
  const notes = [thread("block", { kind: "block", blockId: "bbbbbbbbbb" }), thread(first), thread(second), thread("gone"), thread("story", { kind: "story" })];
  expect([...notePlaces(doc(), notes)]).toEqual([
    [second, { from: 5, to: 16, block: "aaaaaaaaaa" }],
    [first, { from: 11, to: 16, block: "aaaaaaaaaa" }],
    ["block", { from: 25, to: 26, block: "bbbbbbbbbb" }],
  ]);
});

it("means the field one is in, else the chosen words, else the block at the caret", () => {
  const state = EditorState.create({ schema: storySchema(), doc: doc() });
  const chosen = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 18, 30)));
  expect(anchorHere(chosen, "body")).toEqual({ kind: "text", pieces: [{ blockId: "aaaaaaaaaa", from: 17, to: 23 }, { blockId: "cccccccccc", from: 0, to: 3 }], quote: "eaves. It " });
  expect(anchorHere(chosen, "standfirst")).toEqual({ kind: "field", field: "standfirst" });
  const caret = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 28)));
  expect(chosenWords(caret)).toBeNull();
  expect(anchorHere(caret, null)).toEqual({ kind: "block", blockId: "cccccccccc", words: "It was late." });
  const whole = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 25)));
  expect(anchorHere(whole, "body")).toEqual({ kind: "block", blockId: "bbbbbbbbbb", words: "" });
});

const slotPlugin = () => ((noteSlot.config.addProseMirrorPlugins as unknown as (this: object) => [Plugin]).call({ editor: { schema: storySchema() } })[0]);

it("puts nothing of notes on the clipboard, and knows what was cut again by its words", () => {
  const document = parseOnServer("") as Document;
  const state = EditorState.create({ schema: storySchema(), doc: doc() });
  const { content, openStart, openEnd } = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 3, 20))).selection.content();
  const holder = document.createElement("div");
  holder.appendChild((slotPlugin().props.clipboardSerializer as DOMSerializer).serializeFragment(content, { document }));
  expect(holder.innerHTML).toContain("night ferry");
  expect(holder.innerHTML).not.toMatch(/data-note|0190b5a0/);

  const clipboard = noteClipboard();
  clipboard.taken({ state: state.apply(state.tr.setSelection(TextSelection.create(state.doc, 3, 20))) } as never, "cut");
  const from = (html: string) => new Slice(DOMParser.fromSchema(storySchema()).parse(parseOnServer(html).documentElement).content, openStart, openEnd);
  const left = state.apply(state.tr.delete(3, 20));
  const noted = clipboard.pasted(from(holder.innerHTML), { state: left, dragging: null } as never).content;
  const words: string[] = [];
  noted.descendants((node) => void (node.isText && words.push(`${node.text}: ${node.marks.map((mark) => (mark.attrs.t === first ? "first" : "second")).join(", ")}`)));
  expect(words).toEqual(["e : ", "night : second", "ferry: second, first", " lea: "]);
  expect([...threadsIn(clipboard.pasted(from("<p>e night ferry lea and more</p>"), { state: left, dragging: null } as never).content)]).toEqual([]);
});

it("draws open notes by their threads, and writes nothing for it", () => {
  notesInText.late = { draw: drawNotes, press: () => undefined, ...noteClipboard() };
  const plugin = slotPlugin();
  const state = EditorState.create({ schema: storySchema(), doc: doc(), plugins: [plugin] });
  const drawn = (now: EditorState) => ((plugin.props.decorations as (state: EditorState) => DecorationSet).call(plugin, now).find() as unknown as { from: number; to: number; type: { attrs: { class: string } } }[]).map(({ from, to, type }) => [from, to, type.attrs.class]);
  const show = (notes: NoteView[], here: string | null) => state.tr.setMeta(noteSlotKey, { notes, here, listed: new Set() });
  const change = show([thread(first, { blocking: true }), thread(second, { status: "resolved" })], first);
  expect(change.docChanged).toBe(false);
  const shown = state.apply(change);
  expect(drawn(shown)).toEqual([[11, 16, "note stops here"]]);
  expect([noteAt(shown, 12), noteAt(shown, 6)]).toEqual([first, null]);
  // What is pasted brings marks of its own.
  const pasted = shown.apply(shown.tr.insert(29, storySchema().text("once more", [storySchema().marks.note?.create({ t: first }) as never])).setMeta("uiEvent", "paste"));
  expect(drawn(pasted)).toEqual([[11, 38, "note stops here"]]);
  // What is typed behind a note is no part of it.
  const typed = shown.apply(shown.tr.insertText("boat", 16));
  expect(drawn(typed)).toEqual([[11, 16, "note stops here"]]);
  expect(typed.doc.rangeHasMark(16, 20, storySchema().marks.note as never)).toBe(false);
});

it("takes notes along where words are cut and pasted once, and none where they were copied or come from elsewhere", () => {
  const clipboard = noteClipboard();
  const state = EditorState.create({ schema: storySchema(), doc: doc() });
  const chosen = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 11, 16)));
  const slice = chosen.selection.content();
  const pasted = (now: EditorState, dragging: object | null = null) => [...threadsIn(clipboard.pasted(slice, { state: now, dragging } as never).content)];
  const hear = (name: "cut" | "copy") => clipboard.taken({ state: chosen } as never, name);
  const without = state.apply(state.tr.delete(5, 16));
  expect(pasted(without)).toEqual([]);
  hear("copy");
  expect(pasted(without)).toEqual([]);
  hear("cut");
  expect(pasted(without).sort()).toEqual([first, second]);
  expect(pasted(state)).toEqual([]);
  // Moved by the mouse it is still where it was.
  expect(pasted(state, { move: true }).sort()).toEqual([first, second]);
  hear("copy");
  expect(pasted(without)).toEqual([]);
});

it("shows nothing of itself in the text: a plain span, whatever it is about", () => {
  const { note } = storySchema().marks;
  expect(DOMSerializer.fromSchema(storySchema()).marks.note?.(note?.create({ t: first }) as never, true)).toEqual(["span", { "data-note": first }, 0]);
});

it("reads no note from HTML but of a thread of this story", () => {
  const html = `<!doctype html><body><p>The <span data-note="${first}">night</span> ferry.</p></body>`;
  const read = () => [...threadsIn(DOMParser.fromSchema(storySchema()).parse(parseOnServer(html).documentElement).content)];
  threadsRead.clear();
  expect(read()).toEqual([]);
  threadsRead.add(first);
  expect(read()).toEqual([first]);
  threadsRead.clear();
});

it("names colleagues by what stands behind an @, the longer name where one begins another", () => {
  const colleagues = [{ id: "1", name: "Ana" }, { id: "2", name: "Ana Reiss" }, { id: "3", name: "Bo" }];
  expect(namedIn("@Ana Reiss and Bo", colleagues)).toEqual(["2"]);
  expect(namedIn("@Ana, @Bo", colleagues).sort()).toEqual(["1", "3"]);
  expect(namedIn("nobody@anaesthesia.example", colleagues)).toEqual([]);
});
