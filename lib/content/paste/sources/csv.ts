import { lettersThatTell } from "@/lib/content/paste/limits";

/* What spreadsheets and offices save as text: a row a line, the cells apart by commas or semicolons, quoted where they hold one. */

const fewestRows = 3;
const longestCell = 400;

/** The rows of such a text, all of one length; null where it is none. Commas of prose have a space behind them, those of large numbers part three digits, and addresses hold some too. */
export function csvRows(text: string): string[][] | null {
  const start = text.slice(0, lettersThatTell).replace(/^\ufeff/, "").trim();
  if (start.length < text.trim().length - 1) return null;
  return rowsOf(start, ";") ?? rowsOf(start, ",");
}

function rowsOf(text: string, sign: ";" | ","): string[][] | null {
  // The first line says enough of most texts.
  if (!text.slice(0, longestCell * 20).split("\n", 1)[0]?.includes(sign)) return null;
  const rows: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${sign}\\r\\n][^${sign}\\r\\n]*|))(${sign}|\\r\\n?|\\n|$)`, "y");
  let at = 0;
  do {
    cell.lastIndex = at;
    const [whole, quoted, bare = "", end] = cell.exec(text) ?? [];
    if (whole === undefined || (quoted ?? bare).length > longestCell) return null;
    // After a sign a space is prose; so is a sentence that ends.
    if (quoted === undefined && (/[.!?]$/.test(bare) || (bare.startsWith(" ") && rows.at(-1)?.length !== 0))) return null;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? bare).replace(/\s+/g, " ").trim());
    at = cell.lastIndex;
    if (end !== sign && at < text.length) rows.push([]);
    else if (end === sign && at === text.length) rows.at(-1)?.push("");
  } while (at < text.length);
  const [first = []] = rows;
  const isLargeNumbers = sign === "," && rows.every((row) => row.slice(1).every((one) => /^\d{3}(?!\d)/.test(one)));
  const isAddresses = rows.every(([start = ""]) => /^https?:\/\//.test(start));
  return first.length > 2 && rows.length >= fewestRows && rows.every((row) => row.length === first.length) && !isLargeNumbers && !isAddresses ? rows : null;
}
