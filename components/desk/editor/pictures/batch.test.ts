import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { type Batch, placeArrived, waitingAt } from "@/components/desk/editor/pictures/batch";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const assets: Record<string, string> = { a: "0190b5a0-0000-7000-8000-00000000000a", b: "0190b5a0-0000-7000-8000-00000000000b", c: "0190b5a0-0000-7000-8000-00000000000c" };
const paragraph = (id: string, text: string) => ({ type: "paragraph", attrs: { id }, content: [{ type: "text", text }] });
const figure = (name: string) => schema.node("figure", { assetId: assets[name] });

/** A story in which pictures arrive, and others write meanwhile. */
function story(batch: Partial<Batch>, ...blocks: unknown[]) {
  let state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: blocks }) });
  const full: Batch = { kind: "gallery", order: ["a", "b", "c"], placed: new Map(), gallery: null, behind: "aaaaaaaaaa", ...batch };
  const at = () => waitingAt(state.doc, full, "b", 0);
  return {
    batch: full,
    at,
    get doc() {
      return state.doc;
    },
    arrive(name: string) {
      state = state.apply(placeArrived(state.tr, full, name, figure(name), at()));
      state.doc.check();
    },
    edit(change: (transaction: Transaction) => Transaction) {
      state = state.apply(change(state.tr));
    },
    /** As a colleague's change comes: the whole document anew. */
    replaceBy(...others: unknown[]) {
      const mine = state.doc.children.map((node) => node.toJSON());
      state = state.apply(state.tr.replaceWith(0, state.doc.content.size, schema.nodeFromJSON({ type: "doc", content: [...others, ...mine] }).content));
    },
  };
}

const shape = (doc: Node) => doc.children.map((node) => (node.type.name === "gallery" ? node.children.map(nameOf).join("") : node.type.name === "figure" ? nameOf(node) : node.textContent));
const nameOf = (node: Node) => Object.keys(assets).find((name) => assets[name] === node.attrs.assetId);
const [one, two] = [paragraph("aaaaaaaaaa", "One."), paragraph("bbbbbbbbbb", "Two.")];

describe("pictures that were chosen together", () => {
  it.each([["abc"], ["cba"], ["bca"], ["cab"]])("make one gallery in the order of choice when they come as %s", (coming) => {
    const written = story({}, one, two);
    for (const name of coming) written.arrive(name);
    expect(shape(written.doc)).toEqual(["One.", "abc", "Two."]);
  });

  it.each([["abc"], ["cba"], ["bac"]])("stand one under the other in that order when they come as %s", (coming) => {
    const written = story({ kind: "apart" }, one, two);
    for (const name of coming) written.arrive(name);
    expect(shape(written.doc)).toEqual(["One.", "a", "b", "c", "Two."]);
  });

  it("find their gallery after a colleague's change replaced the whole document", () => {
    const written = story({}, one, two);
    written.arrive("c");
    written.replaceBy(paragraph("cccccccccc", "Zero."));
    expect(written.at()).toBe(6 + 7 + (written.doc.child(2).nodeSize ?? 0));
    written.arrive("a");
    written.arrive("b");
    expect(shape(written.doc)).toEqual(["Zero.", "One.", "abc", "Two."]);
  });

  it("come to the end of a gallery that was there, and make a new one where it was deleted", () => {
    const there = { type: "gallery", attrs: { id: "gggggggggg" }, content: [{ type: "figure", attrs: { id: "ffffffffff", assetId: assets.c } }] };
    const added = story({ order: ["a", "b"], gallery: "gggggggggg", behind: "gggggggggg" }, one, there, two);
    added.arrive("b");
    added.edit((transaction) => transaction);
    added.arrive("a");
    expect(shape(added.doc)).toEqual(["One.", "cab", "Two."]);
    added.batch.placed.clear();
    added.edit((transaction) => transaction.delete(6, 6 + added.doc.child(1).nodeSize));
    added.batch.behind = "aaaaaaaaaa";
    added.arrive("a");
    expect(shape(added.doc)).toEqual(["One.", "a", "Two."]);
    expect(added.doc.child(1).type.name).toBe("gallery");
  });

  it("stand in the fact box that they were put into, in their order", () => {
    const box = { type: "factBox", attrs: { id: "xxxxxxxxxx" }, content: [{ type: "boxTitle", attrs: { id: "tttttttttt" }, content: [{ type: "text", text: "In short" }] }, paragraph("bbbbbbbbbb", "A fact.")] };
    for (const coming of ["ab", "ba"]) {
      const written = story({ kind: "apart", behind: "bbbbbbbbbb" }, one, box);
      for (const name of coming) written.arrive(name);
      expect(written.doc.childCount).toBe(2);
      expect(written.doc.lastChild?.children.map((node) => nameOf(node) ?? node.textContent)).toEqual(["In short", "A fact.", "a", "b"]);
    }
    const first = story({ kind: "apart", behind: "tttttttttt" }, box);
    first.arrive("a");
    expect(first.doc.firstChild?.children.map((node) => nameOf(node) ?? node.textContent)).toEqual(["In short", "a", "A fact."]);
  });

  it("stand behind a gallery that is full", () => {
    const there = { type: "gallery", attrs: { id: "gggggggggg" }, content: Array.from({ length: 50 }, () => ({ type: "figure", attrs: { assetId: assets.c } })) };
    const full = story({ gallery: "gggggggggg", behind: "gggggggggg" }, one, there, two);
    full.arrive("a");
    expect(shape(full.doc)).toEqual(["One.", "c".repeat(50), "a", "Two."]);
  });
});
