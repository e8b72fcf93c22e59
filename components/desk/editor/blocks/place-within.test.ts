import { describe, expect, it } from "vitest";
import { type PlaceWithin, placeWithin } from "@/components/desk/editor/blocks/place-within";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const paragraph = (text: string) => ({ type: "paragraph", ...(text ? { content: [{ type: "text", text }] } : {}) });
const table = (caption: string, ...head: string[]) => ({ type: "table", attrs: { caption }, content: [{ type: "tableRow", content: head.map((name) => ({ type: "tableHeader", content: [paragraph(name)] })) }] });
const node = (content: unknown) => schema.nodeFromJSON(content);
/** The words at a place, in a document that holds the block alone. */
const wordsAt = (block: unknown, place: PlaceWithin | null) => (place && "from" in place ? schema.nodeFromJSON({ type: "doc", content: [block] }).textBetween(place.from, place.to) : place);

describe("where a check leads in a block", () => {
  it("is the very TK that it counted", () => {
    const text = paragraph("It took TK hours, TKTK people say.");
    expect(wordsAt(text, placeWithin(node(text), { gap: 0 }))).toBe("TK");
    expect(wordsAt(text, placeWithin(node(text), { gap: 1 }))).toBe("TKTK");
    expect(placeWithin(node(text), { gap: 2 })).toBeNull();
  });

  it("is the TK of a cell, behind one in the table’s caption, which the settings hold", () => {
    const block = table("Sailings in TK", "Year", "TK boats");
    expect(placeWithin(node(block), { gap: 0 })).toEqual({ setting: "caption", stretch: { start: 12, end: 14 } });
    expect(wordsAt(block, placeWithin(node(block), { gap: 1 }))).toBe("TK");
  });

  it("is the very words that it speaks of, each time that they stand there", () => {
    const block = table("At issue", "at issue", "Year, at issue");
    const said = (nth: number) => placeWithin(node(block), { said: { words: "at issue", nth } });
    expect(wordsAt(block, said(1))).toBe("at issue");
    expect(said(1)).not.toEqual(said(0));
    expect(said(2)).toBeNull();
    expect(placeWithin(node(block), { said: { words: "At issue", nth: 0 } })).toEqual({ setting: "caption", stretch: { start: 0, end: 8 } });
    expect(placeWithin(node({ type: "figure", attrs: { alt: "A boat at issue" } }), { setting: "alt", said: { words: "at issue", nth: 0 } })).toEqual({ setting: "alt", stretch: { start: 7, end: 15 } });
  });

  it("is the cell of the head that names no column", () => {
    const block = table("", "Year", "", "Boats");
    const place = placeWithin(node(block), { column: 1 });
    const doc = schema.nodeFromJSON({ type: "doc", content: [block] });
    expect(place && "from" in place && doc.resolve(place.from).index(2)).toBe(1);
    expect(place && "from" in place && doc.resolve(place.from).parent.type.name).toBe("paragraph");
  });

  it("is the field of a picture’s or an embed’s settings", () => {
    expect(placeWithin(node({ type: "figure", attrs: {} }), { setting: "credit" })).toEqual({ setting: "credit" });
    expect(placeWithin(node({ type: "figure", attrs: { alt: "TK of a TK" } }), { setting: "alt", gap: 1 })).toEqual({ setting: "alt", stretch: { start: 8, end: 10 } });
    expect(placeWithin(node({ type: "figure", attrs: { decorative: true } }), { setting: "alt" })).toBeNull();
    expect(placeWithin(node({ type: "embed", attrs: {} }), { setting: "alt" })).toEqual({ setting: "alt" });
    expect(placeWithin(node({ type: "embed", attrs: { alt: "TK" } }), { gap: 0 })).toEqual({ setting: "alt", stretch: { start: 0, end: 2 } });
  });
});
