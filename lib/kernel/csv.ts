/** What a spreadsheet would run: also behind spaces, and in the wide forms that some of them take for the same. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/** One value as a cell: quoted, and a text that a spreadsheet would run as a formula stays a text. */
export function csvCell(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value ?? "");
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** One line of a table (RFC 4180), with its end. */
export const csvLine = (values: readonly unknown[]): string => `${values.map(csvCell).join(",")}\r\n`;

/** Stands before a table, so that spreadsheets read it as UTF-8. */
export const csvStart = "\ufeff";
