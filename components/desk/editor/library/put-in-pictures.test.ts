import type { Node } from "@tiptap/pm/model";
import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { picturesPutIn, storyIsClosed, whyNotPutIn } from "@/components/desk/editor/library/put-in-pictures";
import { storySchema } from "@/lib/content/schema";
import type { LibraryPicture } from "@/lib/media/reads/library";

const schema = storySchema();
const paragraph = (text = "") => ({ type: "paragraph", content: text ? [{ type: "text", text }] : [] });
const figure = (alt: string) => ({ type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-000000000001", alt } });
const galleryOf = (count: number) => ({ type: "gallery", content: Array.from({ length: count }, (_, index) => figure(`g${index + 1}`)) });
const picture = (alt: string, more: Partial<LibraryPicture> = {}): LibraryPicture => ({ id: "0190b5a0-0000-7000-8000-00000000000a", width: 1600, height: 1000, alt, caption: "", credit: "", usableFrom: null, usableUntil: null, ...more });

const nameOf = (node: Node): string => (node.type.name === "figure" ? `[${node.attrs.alt}]` : node.type.name === "gallery" ? `(${node.children.map(nameOf).join("")})` : node.textContent);

/** The story's blocks after pictures went in where `at` says. */
function put(blocks: unknown[], at: number, pictures: LibraryPicture[], whole = false) {
  const doc = schema.nodeFromJSON({ type: "doc", content: blocks });
  const selection = whole ? NodeSelection.create(doc, at) : TextSelection.create(doc, at);
  const state = EditorState.create({ schema, doc, selection });
  const done = picturesPutIn(state, pictures);
  if (!done) return null;
  done.change.doc.check();
  const after = state.apply(done.change);
  return { blocks: after.doc.children.map(nameOf), chosen: after.selection instanceof NodeSelection ? nameOf(after.selection.node) : null, left: done.left, bare: done.bare, doc: after.doc };
}

describe("pictures of the library", () => {
  it("bring what is known of them but the credit, which stays the picture's own, each as a block of its own", () => {
    const done = put([paragraph()], 1, [picture("A ferry", { caption: "The 23:40.", credit: "Ana Ruiz" }), picture("")]);
    expect(done?.doc.child(0).attrs).toMatchObject({ assetId: "0190b5a0-0000-7000-8000-00000000000a", alt: "A ferry", credit: "", decorative: false, crop: null });
    expect(done?.doc.child(0).textContent).toBe("The 23:40.");
    expect(done?.doc.child(1).attrs).toMatchObject({ alt: "", credit: "" });
    expect(done?.bare).toBe(done?.doc.child(1).attrs.id);
    expect(put([paragraph()], 1, [picture("a"), picture("b")])?.bare).toBeNull();
    expect(new Set(done?.doc.children.slice(0, 2).map((node) => node.attrs.id)).size).toBe(2);
  });

  it("take the place of an empty paragraph, in their order, and the last is chosen; a paragraph follows at the end", () => {
    expect(put([paragraph(), paragraph("Two.")], 1, [picture("a"), picture("b")])).toMatchObject({ blocks: ["[a]", "[b]", "Two."], chosen: "[b]" });
    expect(put([paragraph("One."), paragraph()], 7, [picture("a")])).toMatchObject({ blocks: ["One.", "[a]", ""], chosen: "[a]" });
  });

  it("stand under the caret's block, which is never torn apart", () => {
    expect(put([paragraph("One."), paragraph("Two.")], 3, [picture("a")])).toMatchObject({ blocks: ["One.", "[a]", "Two."] });
    expect(put([figure("old"), paragraph("Two.")], 0, [picture("a")], true)).toMatchObject({ blocks: ["[old]", "[a]", "Two."], chosen: "[a]" });
  });

  it("stand in the fact box that the caret is in, and under one that is chosen whole", () => {
    const box = { type: "factBox", content: [{ type: "boxTitle", content: [{ type: "text", text: "In short" }] }, paragraph("A fact."), paragraph()] };
    const inside = (at: number) => put([box, paragraph("After.")], at, [picture("a"), picture("b")])?.doc.firstChild?.children.map((node) => nameOf(node));
    expect(inside(3)).toEqual(["In short", "[a]", "[b]", "A fact.", ""]);
    expect(inside(14)).toEqual(["In short", "A fact.", "[a]", "[b]", ""]);
    expect(inside(21)).toEqual(["In short", "A fact.", "[a]", "[b]"]);
    expect(put([box, paragraph("After.")], 0, [picture("a")], true)?.blocks).toEqual(["In shortA fact.", "[a]", "After."]);
  });

  it("join the gallery that the caret is in, as many as it holds", () => {
    expect(put([galleryOf(2), paragraph()], 2, [picture("a")])).toMatchObject({ blocks: ["([g1][a][g2])", ""], chosen: "[a]", left: 0 });
    expect(put([galleryOf(2), paragraph()], 1, [picture("a")], true)).toMatchObject({ blocks: ["([g1][a][g2])", ""] });
    expect(put([galleryOf(2), paragraph()], 0, [picture("a")], true)).toMatchObject({ blocks: ["([g1][g2][a])", ""] });
    expect(put([galleryOf(49), paragraph()], 2, [picture("a"), picture("b")])).toMatchObject({ left: 1 });
    expect(put([galleryOf(50), paragraph()], 2, [picture("a")])).toBeNull();
  });

  it("are not lost without a word where the story is closed or the gallery full", () => {
    const stateOf = (blocks: unknown[]) => {
      const doc = schema.nodeFromJSON({ type: "doc", content: blocks });
      return EditorState.create({ schema, doc, selection: TextSelection.create(doc, 2) });
    };
    expect(whyNotPutIn(stateOf([galleryOf(2), paragraph()]), true, [picture("a")])).toBeNull();
    expect(whyNotPutIn(stateOf([galleryOf(50), paragraph()]), true, [picture("a")])).toContain("has its 50 pictures already");
    expect(whyNotPutIn(stateOf([galleryOf(2), paragraph()]), false, [picture("a")])).toBe(storyIsClosed);
  });
});
