import { escapeHtml } from "@/lib/content/paste/html-text";
import { lettersThatTell } from "@/lib/content/paste/limits";
import { csvRows } from "@/lib/content/paste/sources/csv";
import type { Tally } from "@/lib/content/paste/receipt";
import { styleOf } from "@/lib/content/paste/styles";
import { elementsIn, nameOf, remove, unwrap } from "@/lib/content/paste/tree";

/** Rows and columns as some spreadsheets put them on the clipboard: as text alone, the columns apart by tabs, commas or semicolons, the same number in each line. */
export function looksTabular(text: string): boolean {
  return csvRows(text) !== null || hasTabs(text);
}

function hasTabs(text: string): boolean {
  const [first = [], ...rest] = tabRows(text.slice(0, lettersThatTell));
  return first.length > 1 && rest.length > 0 && rest.every((row) => row.length === first.length);
}

/** A cell that holds the end of a line, a tab or a quotation mark is quoted, its own marks doubled; then what ends it. */
const tabCell = /(?:"((?:[^"]|""){0,2000})"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n?|\n|$)/y;

function tabRows(text: string): string[][] {
  const rows: string[][] = [[]];
  tabCell.lastIndex = 0;
  while (tabCell.lastIndex < text.length) {
    const [, quoted, bare = "", end] = tabCell.exec(text) ?? [];
    rows.at(-1)?.push(quoted?.replaceAll('""', '"').replace(/\s+/g, " ") ?? bare);
    if (end !== "\t") rows.push([]);
    else if (tabCell.lastIndex === text.length) rows.at(-1)?.push("");
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ""));
}

/** Such text as the table that it is. */
export function textAsTable(text: string): string {
  const rows = csvRows(text) ?? tabRows(text);
  return `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell.trim())}</td>`).join("")}</tr>`).join("")}</table>`;
}

/** Spreadsheets: a table whose cells carry numbers as they were shown. */
export function fromExcel(root: Element, tally: Tally): void {
  for (const element of elementsIn(root)) {
    // Excel draws hidden columns and the rest of joined cells as cells without width.
    if (["td", "th", "tr"].includes(nameOf(element)) && styleOf(element).get("display") === "none") {
      if (/\S/.test(element.textContent ?? "")) tally.count("hidden");
      remove(element);
    }
    if (nameOf(element) === "google-sheets-html-origin") unwrap(element);
  }
}
