import { expect, it } from "vitest";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import { divideOverfull } from "@/lib/content/divide-overfull";
import { parseBody } from "@/lib/content/body";

const picture = (alt: string) => ({ ...blocks.figure.example, attrs: { ...blocks.figure.example.attrs, alt } });
const gallery = (count: number) => ({ type: "gallery", attrs: { id: "gggggggggg", title: "Quay" }, content: Array.from({ length: count }, (_, index) => picture(`p${index}`)) });
const cell = (type: string, text: string) => ({ type, content: [text ? { type: "paragraph", content: [{ type: "text", text }] } : { type: "paragraph" }] });
const table = (...rows: string[][]) => ({ type: "table", attrs: { id: "tttttttttt", caption: "Votes" }, content: rows.map((row, y) => ({ type: "tableRow", content: row.map((text) => cell(y === 0 ? "tableHeader" : "tableCell", text)) })) });
const doc = (...content: object[]) => ({ type: "doc", content });

function divided(...content: object[]) {
  const raw = divideOverfull(doc(...content)) as { content: { type: string; attrs?: { id?: string }; content: unknown[] }[] };
  expect(parseBody(raw)).not.toBeNull();
  return raw.content;
}
const wordsOf = (node: unknown): string => JSON.stringify(node).match(/"text":"([^"]*)"/g)?.map((match) => match.slice(8, -1)).filter((text) => text !== "text").join(" ") ?? "";

it("leaves alone what holds no more than it may, and what nobody wrote", () => {
  for (const body of [doc(gallery(50), table(["a"])), doc(gallery(101)), doc(table(Array.from({ length: 25 }, String))), "no story", null, doc()]) expect(divideOverfull(body)).toBe(body);
});

it("puts the picture that is one too many behind its gallery, and several into another", () => {
  expect(divided(gallery(51)).map((block) => [block.type, block.type === "gallery" ? block.content.length : block.attrs])).toEqual([["gallery", 50], ["figure", expect.objectContaining({ alt: "p50" })]]);
  const [first, second] = divided(gallery(52));
  expect([first?.content.length, second?.content.length]).toEqual([50, 2]);
  expect(second?.attrs).toMatchObject({ title: "Quay" });
  expect(second?.attrs?.id).not.toBe("gggggggggg");
});

it("lets a row go that says nothing, and gives others a table with the same head", () => {
  const rows = Array.from({ length: 100 }, (_, index) => [`r${index}`, ""]);
  const [blank, nothing] = divided(table(["Ward", "Votes"], ...rows.slice(0, 98), ["", ""], rows[99] ?? []));
  expect([blank?.content.length, nothing, wordsOf(blank).endsWith("r97 r99")]).toEqual([100, undefined, true]);
  const [first, second] = divided(table(["Ward", "Votes"], ...rows));
  expect([first?.content.length, wordsOf(second)]).toEqual([100, "Ward Votes r99"]);
});

it("lets a column go that says nothing, and gives others a table of their own", () => {
  const wide = (last: string) => table([...Array.from({ length: 11 }, String), "", last], [...Array.from({ length: 12 }, () => "x"), last]);
  const [one, nothing] = divided(wide(""));
  expect([one?.content[0], nothing]).toEqual([expect.objectContaining({ content: expect.objectContaining({ length: 12 }) }), undefined]);
  const [, second] = divided(wide("last"));
  expect(wordsOf(second)).toBe("last last");
});
