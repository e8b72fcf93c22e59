import { escapeHtml } from "@/lib/content/paste/html-text";
import { lettersThatTell } from "@/lib/content/paste/limits";
import { csvRows } from "@/lib/content/paste/sources/csv";
import type { Tally } from "@/lib/content/paste/receipt";
import { styleOf } from "@/lib/content/paste/styles";
import { elementsIn, nameOf, remove, unwrap } from "@/lib/content/paste/tree";

const linesOf = (text: string): string[] => text.split(/\r\n?|\n/).filter((line) => line.trim() !== "");

/** Rows and columns as some spreadsheets put them on the clipboard: as text alone, the columns apart by tabs, commas or semicolons, the same number in each line. */
export function looksTabular(text: string): boolean {
  return csvRows(text) !== null || hasTabs(text);
}

function hasTabs(text: string): boolean {
  const [first = "", ...rest] = linesOf(text.slice(0, lettersThatTell));
  const tabs = first.split("\t").length;
  return tabs > 1 && rest.length > 0 && rest.every((line) => line.split("\t").length === tabs);
}

/** Such text as the table that it is. */
export function textAsTable(text: string): string {
  const rows = csvRows(text) ?? linesOf(text).map((line) => line.split("\t"));
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
