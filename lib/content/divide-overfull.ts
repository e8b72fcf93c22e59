import { galleryPictures } from "@/lib/content/blocks/gallery";
import { tableLimits } from "@/lib/content/blocks/table";
import { isBlank } from "@/lib/content/is-blank";
import { drawBlockId } from "@/lib/content/schema";

type Raw = { type?: unknown; attrs?: Record<string, unknown>; text?: unknown; content?: Raw[] };

/** Two who add the last one at once make one too many; more than twice of what a block holds is nobody's writing. */
const together = 2;

/**
 * A body in which two people overfilled a table or a gallery together, each within its bounds, made storable: what is too much stands in a
 * block of its own behind it, and rows and columns without a word go. The very same value where nothing was overfilled, or by far.
 */
export function divideOverfull(raw: unknown): unknown {
  const blocks = (raw as Raw | null)?.content;
  if (!Array.isArray(blocks)) return raw;
  const divided = blocks.flatMap((block) => (block?.type === "gallery" ? divideGallery(block) : block?.type === "table" ? divideColumns(block).flatMap(divideRows) : [block]));
  return divided.length === blocks.length && divided.every((block, index) => block === blocks[index]) ? raw : { ...(raw as Raw), content: divided };
}

const contentOf = ({ content }: Raw): Raw[] => (Array.isArray(content) ? content : []);
const isOver = (number: number, most: number): boolean => number > most && number <= most * together;
const another = (block: Raw, content: Raw[]): Raw => ({ ...block, attrs: { ...block.attrs, id: drawBlockId() }, content });

function divideGallery(gallery: Raw): Raw[] {
  const pictures = contentOf(gallery);
  if (!isOver(pictures.length, galleryPictures.most)) return [gallery];
  const rest = pictures.slice(galleryPictures.most);
  // One alone makes no gallery.
  return [{ ...gallery, content: pictures.slice(0, galleryPictures.most) }, ...(rest.length < galleryPictures.least ? rest : [another(gallery, rest)])];
}

function divideRows(table: Raw): Raw[] {
  let rows = contentOf(table);
  if (!isOver(rows.length, tableLimits.rows)) return [table];
  for (let at = rows.length - 1; at > 0 && rows.length > tableLimits.rows; at--) if (isBlank(rows[at])) rows = rows.toSpliced(at, 1);
  const [head] = rows;
  const rest = rows.slice(tableLimits.rows);
  return [{ ...table, content: rows.slice(0, tableLimits.rows) }, ...(head && rest.length > 0 ? [another(table, [unnamed(head), ...rest])] : [])];
}

function divideColumns(table: Raw): Raw[] {
  let rows = contentOf(table);
  const widthOf = () => Math.max(0, ...rows.map((row) => contentOf(row).length));
  if (!isOver(widthOf(), tableLimits.columns)) return [table];
  for (let x = widthOf() - 1; x > 0 && widthOf() > tableLimits.columns; x--) if (rows.every((row) => isBlank(contentOf(row)[x]))) rows = rows.map((row) => ({ ...row, content: contentOf(row).toSpliced(x, 1) }));
  const part = (from: number, to: number) => rows.map((row, y) => ({ ...row, content: Array.from({ length: Math.max(1, Math.min(to, widthOf()) - from) }, (_, x) => contentOf(row)[from + x] ?? emptyCell(y)) }));
  const first = { ...table, content: part(0, tableLimits.columns) };
  return widthOf() <= tableLimits.columns ? [first] : [first, unnamed(another(table, part(tableLimits.columns, widthOf())))];
}

/** A cell without a word, for so many rows down: those of the first row name the columns. */
export const emptyCell = (y: number): Raw => ({ type: y === 0 ? "tableHeader" : "tableCell", content: [{ type: "paragraph" }] });

/** A copy: what it holds has names of its own. */
function unnamed(node: Raw): Raw {
  const attrs = node.attrs?.id === undefined ? node.attrs : { ...node.attrs, id: drawBlockId() };
  return { ...node, ...(attrs ? { attrs } : {}), ...(node.content ? { content: node.content.map(unnamed) } : {}) };
}
