import { describe, expect, it } from "vitest";
import { type FieldTexts, firstFrom, firstFromField, firstInLine, type Hit, hitsIn, nextAfter, type Search, stayAt } from "@/components/desk/editor/find/hits";
import { storySchema } from "@/lib/content/schema";

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const table = { type: "table", attrs: { id: "t000000001", caption: "Ferries", note: "Of each ferry" }, content: [{ type: "tableRow", content: [{ type: "tableHeader", content: [paragraph("ferry")] }] }] };
const docOf = (...content: unknown[]) => storySchema().nodeFromJSON({ type: "doc", content });
const doc = docOf(paragraph("A ferry."), table, { type: "correctionNote", attrs: { correctionId: "0190b5a0-0000-7000-8000-00000000c001", at: "2026-11-24T14:52:40.000Z" }, content: [{ type: "text", text: "No ferry." }] }, { type: "figure", attrs: { id: "f000000001", alt: "Férry by night", credit: "Ferry Co." } });
const fields: FieldTexts = { before: [{ field: "headline", text: "The ferry, the ferry" }, { field: "lead.caption", text: "FERRY" }], beside: [{ field: "frontHeadline", text: "Ferry" }] };
const search = (query: string, options: Partial<Search> = {}): Search => ({ query, matchCase: false, wholeWord: false, matchAccents: false, ...options });
const names = (hits: readonly Hit[]) => hits.map((hit) => (hit.in === "text" ? `text ${doc.textBetween(hit.from, hit.to)}` : hit.in === "line" ? `${hit.type} ${hit.attribute}` : hit.field));

describe("what is found", () => {
  it("is in fields, in the text and in the settings of blocks, in reading order, and in no correction", () => {
    expect(names(hitsIn(doc, fields, search("ferr")))).toEqual(["headline", "headline", "lead.caption", "text ferr", "table caption", "text ferr", "table note", "figure alt", "figure credit", "frontHeadline"]);
    expect(hitsIn(doc, fields, search(""))).toEqual([]);
  });

  it.each([
    ["capitals", { matchCase: true }, ["headline", "headline", "text ferry", "text ferry", "table note"]],
    ["whole words", { wholeWord: true }, ["headline", "headline", "lead.caption", "text ferry", "text ferry", "table note", "figure alt", "figure credit", "frontHeadline"]],
    ["accents", { matchAccents: true }, ["headline", "headline", "lead.caption", "text ferry", "text ferry", "table note", "figure credit", "frontHeadline"]],
  ])("minds %s everywhere alike", (_, options, expected) => {
    expect(names(hitsIn(doc, fields, search("ferry", options)))).toEqual(expected);
  });

  it("begins at the caret: behind a table’s cells, its note is next", () => {
    const hits = hitsIn(doc, fields, search("ferry"));
    const cell = hits.findIndex((hit) => hit.in === "text" && hit.from > 10);
    expect(names(hits)[firstFrom(hits, (hits[cell] as { to: number }).to)]).toBe("table note");
    expect(firstFrom(hits, 1000)).toBe(0);
    expect(names(hits)[firstInLine(hits, "t000000001", "note", 3) ?? -1]).toBe("table note");
    expect(firstInLine(hits, "t000000001", "note", 9)).toBeNull();
    expect(firstFromField(hits, fields, "headline", 5)).toBe(1);
    expect(names(hits)[firstFromField(hits, fields, "lead.caption", 3)]).toBe("text ferry");
    expect(names(hits)[firstFromField(hits, fields, "slug", 0)]).toBe("headline");
  });
});

describe("the place that is looked at", () => {
  const ferriesIn = (text: string) => hitsIn(docOf(paragraph(text)), { before: [], beside: [] }, search("ferry"));

  it("is the next one behind what was put in, even where that holds what is searched", () => {
    const old = ferriesIn("ferry, ferry");
    expect(nextAfter(ferriesIn("ferryboat, ferry"), 0, old[0] as Hit, "ferryboat".length)).toBe(1);
    expect(nextAfter(ferriesIn("boat, ferry"), 0, old[0] as Hit, "boat".length)).toBe(0);
    expect(nextAfter(ferriesIn("ferry, ferry ferry"), 1, old[1] as Hit, "ferry ferry".length)).toBe(0);
  });

  it("stays the same while others write before it, and is the one in its place where it is gone", () => {
    const old = ferriesIn("ferry, ferry");
    expect(stayAt(old, 1, ferriesIn("ferry, ferry, ferry"), (place) => place + 7)).toBe(2);
    expect(stayAt(old, 1, ferriesIn("ferry"), (place) => place)).toBe(0);
    expect(stayAt(old, 1, [], (place) => place)).toBe(-1);
    const inHeadline = (text: string) => hitsIn(docOf({ type: "paragraph" }), { before: [{ field: "headline", text }], beside: [] }, search("ferry"));
    expect(stayAt(inHeadline("A ferry"), 0, inHeadline("A ferry, a ferry"), (place) => place)).toBe(0);
  });
});
