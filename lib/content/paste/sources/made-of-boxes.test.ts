import { expect, it } from "vitest";
import { textOfBlock } from "@/lib/content/to-text";
import { readClipboard } from "@/lib/content/paste/paste";
import { parseOnServer } from "@/lib/imports/documents/server-tree";

/** What a page's boxes become: each table as its rows of cells, all else as what kind it is and what it says. */
function read(html: string): (string | string[][])[] {
  const result = readClipboard({ html: `<p>Before.</p>${html}<p>Behind.</p>` }, { parse: parseOnServer });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value.body.map((block) => (block.type === "table" ? block.content.map((row) => row.content.map((cell) => (cell.content[0]?.content ?? []).map((node) => ("text" in node ? node.text : "")).join(""))) : `${block.type}: ${textOfBlock(block as never)}`));
}
const row = (...cells: string[]) => `<div role="row">${cells.map((cell) => `<div role="cell">${cell}</div>`).join("")}</div>`;
const table = [["Port", "Boats"], ["Ellery", "3"]];

it("boxes that are a table alone become one, and nothing beside it", () => {
  expect(read(`<div role="table">${row("Port", "Boats")}${row("Ellery", "3")}</div>`)).toEqual(["paragraph: Before.", table, "paragraph: Behind."]);
});

it("what stands in the box outside its cells stands in front of the table and behind it", () => {
  const html = `<div role="table"><h3>Boats by port</h3><p>Counted in May.</p><div role="rowgroup">${row("Port", "Boats")}</div><div role="rowgroup">${row("Ellery", "3")}</div><p>Source: the harbour.</p></div>`;
  expect(read(html)).toEqual(["paragraph: Before.", expect.stringMatching(/^heading: Boats by port$/), "paragraph: Counted in May.", table, "paragraph: Source: the harbour.", "paragraph: Behind."]);
});

it("so does what is only drawn as a table, and loose words of the box are a paragraph of their own", () => {
  const drawn = (...cells: string[]) => `<div style="display:table-row">${cells.map((cell) => `<div style="display:table-cell">${cell}</div>`).join("")}</div>`;
  expect(read(`<div style="display:table">Counted in May.${drawn("Port", "Boats")}<p>Between.</p>${drawn("Ellery", "3")}Source.</div>`)).toEqual(["paragraph: Before.", "paragraph: Counted in May.", table, "paragraph: Between.", "paragraph: Source.", "paragraph: Behind."]);
});

it("what stands in a row outside its cells is a cell of it, where it stood", () => {
  expect(read(`<div role="grid"><div role="row">Port<div role="cell">Boats</div></div><div role="row"><div role="cell">Ellery</div><span>about </span><b>3</b></div></div>`)).toEqual(["paragraph: Before.", [["Port", "Boats"], ["Ellery", "about 3"]], "paragraph: Behind."]);
  expect(read(`<div role="grid">${row("Port", "Boats")}<div role="row"><div><div role="cell">Ellery</div> or nearby</div></div></div>`)).toEqual(["paragraph: Before.", [["Port", "Boats"], ["Ellery", "or nearby"]], "paragraph: Behind."]);
});

it("a box around a cell is no cell of its own, and rows without cells are no table", () => {
  expect(read(`<div role="table">${row("Port", "Boats")}<div role="row"><div> <div role="cell">Ellery</div></div><div><div role="cell">3</div></div></div></div>`)).toEqual(["paragraph: Before.", table, "paragraph: Behind."]);
  expect(read(`<div style="display:table"><div style="display:table-row"><p>One.</p><p>Two.</p></div></div>`)).toEqual(["paragraph: Before.", "paragraph: One.", "paragraph: Two.", "paragraph: Behind."]);
});
