import { emptyCell } from "@/lib/content/divide-overfull";
import { isBlank } from "@/lib/content/is-blank";

type Raw = { type?: unknown; content?: Raw[] };

const contentOf = (node: Raw | undefined): Raw[] => (Array.isArray(node?.content) ? node.content : []);
const isTable = (block: Raw | undefined): block is Raw => block?.type === "table";
const isUneven = (table: Raw): boolean => new Set(contentOf(table).map((row) => contentOf(row).length)).size > 1;

/** Whether the rows of a table are not of one length, as where one adds a row while another adds a column. */
export const hasUnevenTable = (body: unknown): boolean => contentOf(body as Raw).some((block) => isTable(block) && isUneven(block));

/**
 * A body in which every row of a table has as many cells as most of them, or as far as there are words: a row that is short gets blank ones, one
 * that is long loses blank ones. A table without a row gets one. The very same value where all are so.
 */
export function evenTables(raw: unknown): unknown {
  const blocks = contentOf(raw as Raw);
  const even = blocks.map((block) => (isTable(block) ? evenTable(block) : block));
  return even.every((block, index) => block === blocks[index]) ? raw : { ...(raw as Raw), content: even };
}

function evenTable(table: Raw): Raw {
  const rows = contentOf(table);
  const width = Math.max(1, usualWidth(rows), ...rows.map((row) => contentOf(row).findLastIndex((cell) => !isBlank(cell)) + 1));
  if (rows.length > 0 && rows.every((row) => contentOf(row).length === width)) return table;
  return { ...table, content: (rows.length > 0 ? rows : [{ type: "tableRow" }]).map((row, y) => ({ ...row, content: Array.from({ length: width }, (_, x) => contentOf(row)[x] ?? emptyCell(y)) })) };
}

/** The length that most rows have; of two that are as frequent the greater. */
function usualWidth(rows: readonly Raw[]): number {
  const times = new Map<number, number>();
  for (const row of rows) times.set(contentOf(row).length, (times.get(contentOf(row).length) ?? 0) + 1);
  return Math.max(0, ...[...times].filter(([, number]) => number === Math.max(...times.values())).map(([width]) => width));
}
