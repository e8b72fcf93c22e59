import { type Language, languageCodes, type WordRuleAction, wordRuleActions, type WordRuleKind, wordRuleKinds } from "@/db/vocabulary";
import { longestNote, longestPattern, readPattern } from "@/lib/moderation/word-rules/word-rule";

/** A rule as a line of a table; `section` is the slug of the one in which it holds, null: in all. */
export type RuleRow = { kind: WordRuleKind; pattern: string; action: WordRuleAction; language: Language | null; section: string | null; note: string; enabled: boolean };

const columns = ["kind", "pattern", "action", "language", "section", "note", "on"] as const;
export const mostImported = 2000;

/** A cell that a spreadsheet would take for a formula stands behind an apostrophe, which reading takes off again. */
const guarded = (cell: string) => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const unguarded = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** The rules as comma-separated values (RFC 4180), with a line of names and a mark for spreadsheets that they are UTF-8. */
export function rulesAsCsv(rules: readonly RuleRow[]): string {
  const line = (cells: readonly string[]) => cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",");
  return `\ufeff${[line(columns), ...rules.map(({ kind, pattern, action, language, section, note, enabled }) => line([kind, guarded(pattern), action, language ?? "", section ?? "", guarded(note), enabled ? "yes" : "no"]))].join("\r\n")}\r\n`;
}

/**
 * The rules that such a table says, or what is wrong with it: all of it, line by line, as far as somebody would read. A section that is not among
 * `sections`, the paper's slugs, is a mistake: its rule would else hold everywhere. A table without that column says rules for all of them.
 */
export function rulesFromCsv(text: string, sections: readonly string[]): { rules: RuleRow[] } | { problems: string[] } {
  const lines = rowsOf(text.replace(/^\ufeff/, ""));
  if (!lines) return { problems: ["A quotation mark is opened and not closed."] };
  const [head, ...rest] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== "")).map((row) => ({ ...row, cells: row.cells.map((cell) => unguarded(cell)) }));
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  if (!names.includes("pattern")) return { problems: [`The first line names the columns, “pattern” among them: ${columns.join(",")}`] };
  if (rest.length > mostImported) return { problems: [`So many rules at once nobody has read: ${mostImported.toLocaleString("en")} lines at most.`] };
  const problems: string[] = [];
  const rules = rest.flatMap(({ cells, line }) => {
    const cell = (name: (typeof columns)[number]) => cells[names.indexOf(name)] ?? "";
    const rule = ruleOf(cell, sections);
    if ("problem" in rule) problems.push(`Line ${line}: ${rule.problem}`);
    return "problem" in rule ? [] : [rule];
  });
  if (problems.length > 0) return { problems: problems.length > 5 ? [...problems.slice(0, 5), `${problems.length - 5} more lines have mistakes.`] : problems };
  return rules.length === 0 ? { problems: ["There is no rule in it."] } : { rules };
}

function ruleOf(cell: (name: (typeof columns)[number]) => string, sections: readonly string[]): RuleRow | { problem: string } {
  const kind = wordRuleKinds.find((one) => one === (cell("kind").trim().toLowerCase() || "words"));
  if (!kind) return { problem: `“${cell("kind").slice(0, 40)}” is no kind of rule: ${wordRuleKinds.join(", ")}.` };
  const action = wordRuleActions.find((one) => one === (cell("action").trim().toLowerCase() || "hold"));
  if (!action) return { problem: `“${cell("action").slice(0, 40)}” is nothing that a rule does: ${wordRuleActions.join(", ")}.` };
  const written = cell("language").trim().toLowerCase();
  const language = languageCodes.find((one) => one === written) ?? null;
  if (written !== "" && !language) return { problem: `“${written.slice(0, 40)}” is no language of stories here: ${languageCodes.join(", ")}.` };
  const where = cell("section").trim().toLowerCase();
  const section = sections.find((one) => one === where) ?? null;
  if (where !== "" && !section) return { problem: `There is no section “${where.slice(0, 40)}” here: write one as in its address, or leave it empty for all.` };
  if (cell("pattern").length > longestPattern) return { problem: `A pattern may have ${longestPattern} characters at most.` };
  if (cell("note").length > longestNote) return { problem: `A note may have ${longestNote} characters at most.` };
  const read = readPattern(kind, cell("pattern"));
  return "problem" in read ? read : { kind, pattern: read.pattern, action, language, section, note: cell("note").trim(), enabled: !/^(?:no|off|false|0)$/i.test(cell("on").trim()) };
}

/** The rows of a table with commas or semicolons, each with the line on which it begins; null where a quotation has no end. */
function rowsOf(text: string): { cells: string[]; line: number }[] | null {
  const first = text.split(/[\r\n]/, 1)[0] ?? "";
  const sign = first.includes(";") && !first.includes(",") ? ";" : ",";
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${sign}\\r\\n][^${sign}\\r\\n]*|))(${sign}|\\r\\n?|\\n|$)`, "y");
  const rows = [{ cells: [] as string[], line: 1 }];
  let line = 1;
  for (let at = 0; at <= text.length; ) {
    cell.lastIndex = at;
    const [whole, quoted, bare = "", end] = cell.exec(text) ?? [];
    if (whole === undefined) return null;
    rows.at(-1)?.cells.push(quoted?.replaceAll('""', '"') ?? bare);
    line += whole.match(/\r\n?|\n/g)?.length ?? 0;
    at = cell.lastIndex;
    if (end === "") break;
    if (end !== sign) rows.push({ cells: [], line });
  }
  return rows;
}
