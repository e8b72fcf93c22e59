import { describe, expect, it } from "vitest";
import { type Clipboard, type Pasted, readClipboard } from "@/lib/content/paste/paste";
import { parseOnServer } from "@/lib/imports/documents/server-tree";

function read(clipboard: Clipboard): Pasted {
  const result = readClipboard(clipboard, { parse: parseOnServer });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const word = (body: string): Clipboard => ({ html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment-->${body}<!--EndFragment--></body></html>` });
const cellsOf = (pasted: Pasted): string[][] => {
  const table = pasted.body.find((block) => block.type === "table");
  return table?.type === "table" ? table.content.map((row) => row.content.map((cell) => (cell.content[0]?.content ?? []).map((node) => ("text" in node ? node.text : "")).join(""))) : [];
};

describe("a table of Word in a cell of which there is more than words", () => {
  const ruled = (cell: string) => word(`<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Port</b></p></td><td><p class=MsoNormal><b>Boats</b></p></td></tr><tr><td><p class=MsoNormal>Ellery</p></td><td>${cell}</td></tr><tr><td><p class=MsoNormal>Quay</p></td><td><p class=MsoNormal>4</p></td></tr></table>`);

  it("stays one, with the words of the table within in that cell", () => {
    const pasted = read(ruled("<table class=MsoTableGrid border=1><tr><td>big 3</td><td>small 9</td></tr></table><p class=MsoNormal></p>"));
    expect(cellsOf(pasted)).toEqual([["Port", "Boats"], ["Ellery", "big 3; small 9"], ["Quay", "4"]]);
    expect(pasted.body).toHaveLength(1);
  });

  it("keeps the items of a list apart, with a sign only where there is none", () => {
    expect(cellsOf(read(ruled("<ul><li>by day</li><li>by night</li></ul>")))[1]).toEqual(["Ellery", "by day; by night"]);
    expect(cellsOf(read(ruled("<ul><li>By day.</li><li>By night.</li></ul>")))[1]).toEqual(["Ellery", "By day. By night."]);
    expect(cellsOf(read(ruled("<ul><li>نهارا</li><li>ليلا</li></ul>")))[1]).toEqual(["Ellery", "نهارا؛ ليلا"]);
    expect(cellsOf(read(ruled("<p>First line</p><p>and its second</p>")))[1]).toEqual(["Ellery", "First line and its second"]);
  });
});
