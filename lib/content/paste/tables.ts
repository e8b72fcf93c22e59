import type { TextNode } from "@/lib/content/stored/inline";
import { tableLimits } from "@/lib/content/blocks/table";
import type { TableNode, TableRowNode } from "@/lib/content/stored/table";
import type { Block } from "@/lib/content/document";
import { blockTexts } from "@/lib/content/paste/block-texts";
import { partWords } from "@/lib/content/paste/part-words";
import { joinText, type Marks } from "@/lib/content/paste/read-inline";
import type { Reading } from "@/lib/content/paste/reading";
import { largest } from "@/lib/content/paste/wrapping";
import { childrenOf, classesOf, elementsIn, isElement, nameOf, remove } from "@/lib/content/paste/tree";

type Cell = { element: Element; isHeader: boolean; columns: number; rows: number };
type Square = { content: TextNode[]; isHeader: boolean };

/** Longest text of a cell in a table that is one: longer ones are a page that was built from tables. */
const longestCell = 400;

/** A table of figures becomes a table with a header row; one that only places things becomes the paragraphs that it placed. */
export function readTable(element: Element, marks: Marks, depth: number, reading: Reading): Block[] {
  const rows = rowsOf(element);
  if (isLayout(element, rows)) {
    if (rows.some((row) => row.length > 1)) reading.tally.count("layoutTables");
    return [...captionLine(element), ...rows.flat().flatMap((cell) => reading.readBlocks(cell.element, reading, marks, depth))];
  }
  const { caption, note } = takeWholeRows(rows, captionOf(element));
  const grid = withOneHead(gridOf(rows, marks, depth, reading), rows);
  if (!grid) {
    reading.tally.count("wideTables");
    return [...(caption ? [lineOf([[{ type: "text", text: caption }]])] : []), ...rows.flatMap((row) => lineFrom(row.map((cell) => contentOf(cell, marks, depth, reading))))];
  }
  const filled = withoutEmptyEdges(grid);
  return filled.length > 0 ? tablesFrom(filled, filled[0]?.length ?? 1, { ...(caption ? { caption } : {}), ...(note ? { note } : {}) }, reading) : [];
}

/** A first row of one cell over all columns is what the table is called, and such a last one a note under it: neither names a column. They are taken out of `rows`. */
function takeWholeRows(rows: Cell[][], called: string | null): { caption: string | null; note: string | null } {
  const width = largest(rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  const wordsOf = (row: Cell[] | undefined): string => {
    const [cell] = row?.filter(({ element }) => /\S/.test(element.textContent ?? "")) ?? [];
    if (!row || !cell || rows.length < 3 || row[0] !== cell || cell.columns < width || row.length > 1 || cell.rows > 1) return "";
    const words = (cell.element.textContent ?? "").replace(/\s+/g, " ").trim();
    return words.length > 300 || elementsIn(cell.element).some((one) => ["a", "img", "ul", "ol"].includes(nameOf(one))) ? "" : words.toWellFormed().replaceAll("\ufffd", "");
  };
  // Names of columns are words: figures under it say that it is all the head there is.
  const title = !called && (rows[1] ?? []).some(({ element }, x) => x > 0 && /\p{L}/u.test(element.textContent ?? "")) ? wordsOf(rows[0]) : "";
  if (title) rows.shift();
  const note = wordsOf(rows.at(-1));
  if (note) rows.pop();
  return { caption: called ?? (title || null), note: note || null };
}

/** A head of two rows, some cells of which stand over several names and others beside them, says both in one: "Passengers 2024". */
function withOneHead(grid: Square[][] | null, [first = []]: readonly Cell[][]): Square[][] | null {
  const [above, below, ...rest] = grid ?? [];
  if (!above || !below || rest.length === 0 || !first.some(({ rows }) => rows === 2) || !first.some(({ columns }) => columns > 1) || first.some(({ rows, columns }) => rows > 2 || (rows === 2 && columns > 1))) return grid;
  const groups = first.flatMap(({ columns }) => Array.from({ length: columns }, (_, column) => column));
  const head = above.map((square, x): Square => ({ isHeader: true, content: joinText([above[x - (groups[x] ?? 0)]?.content ?? square.content, below[x]?.content ?? []].filter((content) => content.length > 0)) }));
  return [head, ...rest];
}

/** The words of a cell on one line. The items of a list in it, and the cells of a table in it, are kept apart by a sign where they end without one. */
function contentOf(cell: Cell, marks: Marks, depth: number, reading: Reading): TextNode[] {
  const blocks = reading.readBlocks(cell.element, reading, marks, depth);
  const apart = blocks.some(({ type }) => type !== "paragraph") || elementsIn(cell.element).some((one) => nameOf(one) === "table");
  const texts = blocks.flatMap(blockTexts);
  return joinText(apart ? texts.map((text, index) => (index < texts.length - 1 ? withStop(text) : text)) : texts);
}

function withStop(part: TextNode[]): TextNode[] {
  const last = part.at(-1);
  if (!last || /[\p{P}]\s*$/u.test(last.text)) return part;
  return [...part.slice(0, -1), { ...last, text: `${last.text}${/\p{Script=Arabic}\s*$/u.test(last.text) ? "؛" : ";"}` }];
}

const lineOf = (parts: readonly TextNode[][]): Block => ({ type: "paragraph", content: joinText(parts) });

/** A row as a line of text, its cells divided by strokes. */
function lineFrom(cells: readonly TextNode[][]): Block[] {
  const parts = cells.filter((cell) => cell.length > 0).flatMap((cell, index): TextNode[][] => (index === 0 ? [cell] : [[{ type: "text", text: "|" }], cell]));
  return parts.length > 0 ? [lineOf(parts)] : [];
}

function rowsOf(table: Element): Cell[][] {
  const own = elementsIn(table).filter((one) => nameOf(one) === "tr" && ownTable(one) === table);
  // A foot stands below whatever it was written before.
  const isFoot = (row: Element) => row.parentElement !== null && nameOf(row.parentElement) === "tfoot";
  return [...own.filter((row) => !isFoot(row)), ...own.filter(isFoot)].map((row) =>
    childrenOf(row).filter((child): child is Element => isElement(child) && ["td", "th"].includes(nameOf(child))).map((element) => ({ element, isHeader: nameOf(element) === "th", columns: span(element, "colspan", tableLimits.columns), rows: span(element, "rowspan", tableLimits.rows) })),
  );
}

function ownTable(element: Element): Element | null {
  let one = element.parentElement;
  while (one && nameOf(one) !== "table") one = one.parentElement;
  return one;
}

function span(cell: Element, name: string, most: number): number {
  const number = Number.parseInt(cell.getAttribute(name) ?? "1", 10);
  return Number.isInteger(number) ? Math.min(Math.max(number, 1), most) : 1;
}

function isLayout(table: Element, rows: Cell[][]): boolean {
  if (["presentation", "none"].includes(table.getAttribute("role") ?? "")) return true;
  const cells = rows.flat();
  const columns = largest(rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  if (columns < 2 || rows.length < 2) return true;
  // One that names its columns is a table whatever its cells hold: a table within one becomes its words.
  const namesColumns = rows.length > 2 && (rows[0] ?? []).every(({ isHeader }) => isHeader || elementsIn(table).some((one) => nameOf(one) === "thead" && ownTable(one) === table));
  // So is one whose lines are drawn, where only a cell or two hold another.
  const holding = cells.filter(({ element }) => elementsIn(element).some((one) => nameOf(one) === "table")).length;
  const isRuled = / (?:x_)*MsoTableGrid /.test(classesOf(table)) || /^[1-9]/.test(table.getAttribute("border") ?? "");
  const keepsTables = namesColumns || (isRuled && columns * rows.length >= 4 && holding * 4 <= cells.length);
  const holdsBlocks = cells.some(({ element }) => elementsIn(element).some((one) => [...(keepsTables ? [] : ["table"]), "h1", "h2", "h3", "h4", "blockquote", "figure", "hr"].includes(nameOf(one))));
  return holdsBlocks || cells.some(({ element, isHeader }) => !isHeader && (element.textContent ?? "").length > longestCell);
}

/** Rows of equal length: a joined cell stands in its first square, the others are empty. Null where it is wider than a table may be. */
function gridOf(rows: Cell[][], marks: Marks, depth: number, reading: Reading): Square[][] | null {
  const grid: (Square | undefined)[][] = rows.map(() => []);
  const width = largest(rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  if (width > tableLimits.columns) return null;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x]) x += 1;
      if (x >= tableLimits.columns) return null;
      if (cell.columns > 1 || cell.rows > 1) reading.tally.count("joinedCells");
      const content = contentOf(cell, marks, depth, reading);
      for (let down = 0; down < cell.rows; down++) {
        const line = grid[y + down];
        if (!line) break;
        for (let right = 0; right < cell.columns && x + right < tableLimits.columns; right++) line[x + right] ??= { content: down === 0 && right === 0 ? content : [], isHeader: cell.isHeader };
      }
      x += cell.columns;
    }
  }
  const columns = largest(grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: columns }, (_, x) => row[x] ?? { content: [], isHeader: false }));
}

/** A selection in a spreadsheet often takes empty rows and columns along. */
function withoutEmptyEdges(grid: Square[][]): Square[][] {
  const rows = grid.filter((row) => row.some((square) => square.content.length > 0));
  let width = rows[0]?.length ?? 0;
  while (width > 0 && rows.every((row) => row[width - 1]?.content.length === 0)) width -= 1;
  return rows.map((row) => row.slice(0, width));
}

function tablesFrom(grid: Square[][], columns: number, attrs: { caption?: string; note?: string }, reading: Reading): Block[] {
  const [first = [], ...rest] = grid;
  const header = rowFrom(first, columns, () => true);
  const body = rest.map((row) => rowFrom(row, columns, (square, x) => square.isHeader && x === 0));
  const most = tableLimits.rows - 1;
  const parts = Math.max(1, Math.ceil(body.length / most));
  if (parts > 1) reading.tally.count("longTables");
  return Array.from({ length: parts }, (_, part): TableNode => {
    const content = [header, ...body.slice(part * most, (part + 1) * most)];
    return Object.keys(attrs).length > 0 ? { type: "table", attrs, content } : { type: "table", content };
  });
}

function rowFrom(row: Square[], columns: number, isHeader: (square: Square, x: number) => boolean): TableRowNode {
  return {
    type: "tableRow",
    content: Array.from({ length: columns }, (_, x) => {
      const square = row[x] ?? { content: [], isHeader: false };
      const header = isHeader(square, x);
      const content = header ? square.content.map((node) => withoutStrong(node)) : square.content;
      const paragraph = content.length > 0 ? { type: "paragraph" as const, content } : { type: "paragraph" as const };
      return header ? { type: "tableHeader" as const, content: [paragraph] } : { type: "tableCell" as const, content: [paragraph] };
    }),
  };
}

function withoutStrong(node: TextNode): TextNode {
  const marks = (node.marks ?? []).filter((mark) => mark.type !== "strong");
  return marks.length > 0 ? { ...node, marks } : { type: "text", text: node.text };
}

function captionOf(table: Element): string | null {
  const element = childrenOf(table).find((child): child is Element => isElement(child) && nameOf(child) === "caption");
  const caption = (element ? (partWords(element).textContent ?? "") : "").replace(/\s+/g, " ").trim();
  if (element) remove(element);
  return caption === "" ? null : caption.slice(0, 300).toWellFormed().replaceAll("\ufffd", "");
}

function captionLine(table: Element): Block[] {
  const caption = captionOf(table);
  return caption ? [{ type: "paragraph", content: [{ type: "text", text: caption }] }] : [];
}
