import type { Tally } from "@/lib/content/paste/receipt";
import { styleOf } from "@/lib/content/paste/styles";
import { elementsIn, nameOf, remove, unwrap } from "@/lib/content/paste/tree";

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
