import { EditorState } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { repaired } from "@/components/desk/editor/checks/repair-text";
import { withoutEmptyParts } from "@/components/desk/editor/checks/without-empty-parts";
import type { Repair } from "@/lib/articles/repair";
import { storySchema } from "@/lib/content/schema";

type Json = { type: string; attrs?: Record<string, unknown>; content?: Json[]; text?: string; marks?: { type: string; attrs?: Record<string, unknown> }[] };
const text = (words: string, ...marks: NonNullable<Json["marks"]>): Json => ({ type: "text", text: words, ...(marks.length > 0 ? { marks } : {}) });
const paragraph = (id: string, ...content: Json[]): Json => ({ type: "paragraph", attrs: { id }, content });
const link = (href: string, story: string | null = null) => ({ type: "link", attrs: { href, story } });
const stateOf = (...content: Json[]) => EditorState.create({ schema: storySchema(), doc: storySchema().nodeFromJSON({ type: "doc", content }) });
const resultOf = (state: EditorState, repair: Repair) => {
  const transaction = repaired(state, repair);
  return transaction ? state.apply(transaction).doc : null;
};
const one = (repair: Record<string, unknown>) => ({ label: "x", ...repair }) as unknown as Repair;

describe("a repair of the text", () => {
  it("gives a heading its level, and nothing where somebody was faster", () => {
    const heading = (level: number): Json => ({ type: "heading", attrs: { id: "h000000001", level }, content: [text("Two")] });
    const repair = one({ does: "set-level", blockId: "h000000001", level: 3 });
    expect(resultOf(stateOf(heading(4)), repair)?.child(0).attrs.level).toBe(3);
    expect(resultOf(stateOf(heading(3)), repair)).toBeNull();
    expect(resultOf(stateOf(paragraph("p000000001", text("x"))), repair)).toBeNull();
  });

  it("removes a block that is empty, never one in which somebody has written since", () => {
    const repair = one({ does: "remove-block", blockId: "h000000001" });
    const heading = (...content: Json[]): Json => ({ type: "heading", attrs: { id: "h000000001", level: 2 }, content });
    expect(resultOf(stateOf(heading()), repair)?.toJSON().content).toMatchObject([{ type: "paragraph" }]);
    expect(resultOf(stateOf(heading(text("Word"))), repair)).toBeNull();
    expect(resultOf(stateOf({ type: "sectionBreak", attrs: { id: "h000000001" } }, paragraph("p000000001")), repair)?.childCount).toBe(1);
  });

  it("removes the empty rows of a table, and never the one that names its columns", () => {
    const row = (type: string, ...words: string[]): Json => ({ type: "tableRow", content: words.map((word) => ({ type, content: [{ type: "paragraph", ...(word ? { content: [text(word)] } : {}) }] })) });
    const table: Json = { type: "table", attrs: { id: "t000000001" }, content: [row("tableHeader", "", ""), row("tableCell", "", " "), row("tableCell", "", "3"), row("tableCell", "", "")] };
    const doc = resultOf(stateOf(table), one({ does: "remove-empty", blockId: "t000000001" }));
    expect(doc?.child(0).children.map((one) => one.textContent)).toEqual(["", "3"]);
  });

  it("writes the better word at its own place, in bold where it was bold", () => {
    const state = stateOf({ type: "bulletList", attrs: { id: "u000000001" }, content: [{ type: "listItem", content: [paragraph("p000000001", text("utilise, "), text("utilise", { type: "strong" }))] }, { type: "listItem", content: [paragraph("p000000002", text("utilise"))] }] });
    const repair = (nth: number) => one({ does: "replace-words", place: { blockId: "u000000001" }, words: "utilise", nth, by: "use" });
    expect(resultOf(state, repair(2))?.textContent).toBe("utilise, utiliseuse");
    const bold = resultOf(state, repair(1));
    expect(bold?.textContent).toBe("utilise, useutilise");
    expect(bold?.nodeAt(13)?.marks.map((mark) => mark.type.name)).toEqual(["strong"]);
    expect(resultOf(state, repair(3))).toBeNull();
  });

  it("writes the better word in what the settings hold of the text, where the check counted it, and none that would be too long", () => {
    const row: Json = { type: "tableRow", content: [{ type: "tableHeader", content: [{ type: "paragraph", content: [text("utilise")] }] }] };
    const table = (caption: string) => stateOf({ type: "table", attrs: { id: "t000000001", caption, note: "utilise" }, content: [row] });
    const repair = (nth: number, by = "use") => one({ does: "replace-words", place: { blockId: "t000000001" }, words: "utilise", nth, by });
    const says = (doc: ReturnType<typeof resultOf>) => [doc?.firstChild?.attrs.caption, doc?.textContent, doc?.firstChild?.attrs.note];
    expect(says(resultOf(table("utilise, utilise"), repair(1)))).toEqual(["utilise, use", "utilise", "utilise"]);
    expect(says(resultOf(table("utilise, utilise"), repair(2)))).toEqual(["utilise, utilise", "use", "utilise"]);
    expect(resultOf(table("utilise, utilise"), repair(3))).toBeNull();
    expect(resultOf(table("utilise"), repair(0, "x".repeat(301)))).toBeNull();
    const quotes = stateOf({ type: "blockquote", attrs: { id: "q000000001", source: "Who utilises" }, content: [{ type: "paragraph", content: [text("We utilise.")] }] });
    expect(resultOf(quotes, one({ does: "replace-words", place: { blockId: "q000000001" }, words: "utilise", nth: 1, by: "use" }))?.firstChild?.attrs.source).toBe("Who uses");
  });

  it("writes the better word in what stands beside the text, in that block’s own line alone", () => {
    const figure = (id: string, alt: string): Json => ({ type: "figure", attrs: { id, assetId: "0190b5a0-0000-7000-8000-000000000001", alt, credit: "utilise" }, content: [text("utilise")] });
    const state = stateOf({ type: "gallery", attrs: { id: "g000000001" }, content: [figure("f000000001", "utilise"), figure("f000000002", "utilise or utilise")] });
    const doc = resultOf(state, one({ does: "replace-words", place: { blockId: "f000000002", part: { setting: "alt" } }, words: "utilise", nth: 1, by: "use" }));
    expect(doc?.firstChild?.children.map(({ attrs, textContent }) => [attrs.alt, attrs.credit, textContent])).toEqual([["utilise", "utilise", "utilise"], ["utilise or use", "utilise", "utilise"]]);
  });

  it("removes the link on nothing but space, and leaves the one on words", () => {
    const href = "https://example.org/";
    const state = stateOf(paragraph("p000000001", text("there", link(href)), text(" or "), text(" ", link(href))));
    const doc = resultOf(state, one({ does: "remove-link", blockId: "p000000001", from: { href, story: null }, words: " " }));
    expect(doc?.child(0).content.content.map((node) => [node.text, node.marks.length])).toEqual([["there", 1], [" or  ", 0]]);
  });

  it("changes, removes and tidies a link over all the pieces that it covers, and no other", () => {
    const from = { href: "https://example.org/?utm_source=x", story: null };
    const state = stateOf(paragraph("p000000001", text("See "), text("this ", link(from.href)), text("page ", link(from.href), { type: "em" }), text("now", link("https://example.org/"))));
    const hrefs = (repair: Repair) => resultOf(state, repair)?.child(0).content.content.map((node) => [node.text, node.marks.find((mark) => mark.type.name === "link")?.attrs.href ?? null]);
    expect(hrefs(one({ does: "change-link", blockId: "p000000001", from, to: { href: "https://example.org/", story: null } }))).toEqual([["See ", null], ["this ", "https://example.org/"], ["page ", "https://example.org/"], ["now", "https://example.org/"]]);
    expect(hrefs(one({ does: "remove-link", blockId: "p000000001", from }))).toEqual([["See this ", null], ["page ", null], ["now", "https://example.org/"]]);
    expect(hrefs(one({ does: "tidy-link", blockId: "p000000001", from }))).toEqual([["See ", null], ["this ", from.href], ["page", from.href], [" ", null], ["now", "https://example.org/"]]);
    expect(resultOf(state, one({ does: "remove-link", blockId: "p000000001", from: { href: from.href, story: "0190b5a0-0000-7000-8000-000000000001" } }))).toBeNull();
  });

  it("describes the picture that it was about, unless somebody described it meanwhile", () => {
    const assetId = "0190b5a0-0000-7000-8000-000000000001";
    const repair = one({ does: "set-attributes", blockId: "f000000001", assetId, attributes: { decorative: true, alt: "" } });
    expect(resultOf(stateOf({ type: "figure", attrs: { id: "f000000001", assetId } }), repair)?.child(0).attrs).toMatchObject({ decorative: true });
    expect(resultOf(stateOf({ type: "figure", attrs: { id: "f000000001", assetId, alt: "A ferry" } }), repair)).toBeNull();
    expect(resultOf(stateOf({ type: "figure", attrs: { id: "f000000001", assetId: "0190b5a0-0000-7000-8000-000000000002" } }), repair)).toBeNull();
  });
});

it("what stands under an empty item moves up into its place", () => {
  const item = (words: string, ...inner: Json[]): Json => ({ type: "listItem", content: [{ type: "paragraph", ...(words ? { content: [text(words)] } : {}) }, ...inner] });
  const list = (...content: Json[]): Json => ({ type: "bulletList", content });
  expect(withoutEmptyParts(list(item("One"), item("", list(item("Two"), item(" "))), item("")))).toEqual(list(item("One"), item("Two")));
  expect(withoutEmptyParts(list(item("One", list(item("")))))).toEqual(list(item("One")));
  expect(withoutEmptyParts(list(item("")))).toBeNull();
});
