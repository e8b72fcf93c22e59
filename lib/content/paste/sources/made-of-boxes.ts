import { styleOf } from "@/lib/content/paste/styles";
import { childrenOf, elementsIn, isInside, nameOf, nearest, remove, rename } from "@/lib/content/paste/tree";

/* Tables and lists that pages make of boxes, and name as such to screen readers alone, or only draw as such. */

const cellNames: Readonly<Record<string, string>> = { cell: "td", gridcell: "td", columnheader: "th", rowheader: "th" };
const drawnAs: Readonly<Record<string, string>> = { table: "table", "table-row": "row", "table-cell": "cell" };
const roleOf = (element: Element): string => element.getAttribute("role") ?? (/^(?:div|span|section)$/.test(nameOf(element)) ? (drawnAs[styleOf(element).get("display") ?? ""] ?? "") : "");
const isAriaTable = (element: Element): boolean => /^(?:table|grid|treegrid)$/.test(roleOf(element));

/** Makes tables of such boxes: what they are called is their caption. */
export function makeTables(root: Element): void {
  const rowsOf = Map.groupBy(elementsIn(root).filter((one) => roleOf(one) === "row"), (row) => nearest(row, isAriaTable));
  if (rowsOf.size === 0) return;
  const said = root.textContent ?? "";
  for (const [box, rows] of rowsOf) {
    if (!box || nameOf(box) === "table" || !isInside(root, box) || rows.some((row) => nameOf(row) === "tr") || rows.every((row) => namedCells(row).length === 0)) continue;
    const table = box.ownerDocument.createElement("table");
    const called = nameFor(box, said);
    if (called) {
      const caption = box.ownerDocument.createElement("caption");
      caption.textContent = called;
      table.appendChild(caption);
    }
    const first = rows[0] ? nearest(rows[0], (around) => around.parentElement === box) : null;
    for (const row of rows) {
      const line = box.ownerDocument.createElement("tr");
      for (const cell of cellsOf(row)) line.appendChild(cell);
      if (line.firstChild) table.appendChild(line);
    }
    const [before, behind] = [box.ownerDocument.createElement("div"), box.ownerDocument.createElement("div")];
    let isBehind = false;
    for (const child of childrenOf(box)) {
      isBehind ||= child === first;
      (isBehind ? behind : before).appendChild(child);
    }
    for (const row of rows) remove(row);
    // What stands in the box beside its cells stands beside the table: a heading, a note, a source.
    for (const part of [before, table, behind]) if (part === table || holds(part)) box.parentNode?.insertBefore(part, box);
    remove(box);
  }
}

/** Makes lists of boxes that are called such; what holds parts of its own, a card with a heading above all, is no item. */
export function makeLists(root: Element): void {
  for (const box of elementsIn(root)) {
    if (roleOf(box) !== "list" || !/^(?:div|section)$/.test(nameOf(box)) || !isInside(root, box)) continue;
    const items = elementsIn(box).filter((one) => roleOf(one) === "listitem" && nearest(one.parentElement ?? one, (around) => ["list", "listitem"].includes(roleOf(around))) === box);
    if (items.length === 0 || items.some((item) => nameOf(item) === "li" || elementsIn(item).some((one) => /^(?:h[1-6]|table|img|figure|li)$/.test(nameOf(one))))) continue;
    for (const item of items) rename(item, "li");
    rename(box, "ul");
  }
}

const namedCells = (row: Element): Element[] => elementsIn(row).filter((one) => Object.hasOwn(cellNames, roleOf(one)) && nearest(one, (around) => roleOf(around) === "row") === row);

/** The cells of a row, in their order; what stands in it outside of them is a cell too, where it stood. */
function cellsOf(row: Element): Element[] {
  const named = namedCells(row);
  const cells: Element[] = [];
  let loose: Node[] = [];
  const close = () => {
    const cell = row.ownerDocument.createElement("td");
    for (const node of loose) cell.appendChild(node);
    loose = [];
    if (holds(cell)) cells.push(cell);
  };
  for (const child of childrenOf(row)) {
    const within = named.filter((cell) => isInside(child, cell));
    if (within.length > 0) close();
    for (const one of within) {
      const cell = made(one);
      remove(cell);
      cells.push(cell);
    }
    if (!within.includes(child as Element)) loose.push(child);
  }
  close();
  return cells;
}

/** Whether there is anything in it to read or to look at. */
const holds = (element: Element): boolean => (element.textContent ?? "").trim() !== "" || elementsIn(element).some((one) => /^(?:img|picture|svg|iframe|video|audio|object|embed|hr)$/.test(nameOf(one)));

function made(cell: Element): Element {
  const renamed = rename(cell, cellNames[roleOf(cell)] ?? "td");
  for (const side of ["colspan", "rowspan"]) {
    const span = renamed.getAttribute(`aria-${side}`);
    if (span) renamed.setAttribute(side, span);
  }
  return renamed;
}

/** What a page calls the table: a caption in it, or words that only screen readers get. A title that stands elsewhere stays there. */
function nameFor(box: Element, said: string): string {
  const id = box.getAttribute("aria-labelledby") ?? "";
  const within = elementsIn(box).find((one) => roleOf(one) === "caption" || (id !== "" && one.getAttribute("id") === id));
  const words = (within?.textContent ?? "").replace(/\s+/g, " ").trim();
  if (within) remove(within);
  const label = (box.getAttribute("aria-label") ?? "").trim();
  return words || (label.split(/\s+/).length > 1 && !said.includes(label) ? label : "");
}
