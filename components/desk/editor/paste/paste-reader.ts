import type { Slice } from "@tiptap/pm/model";
import type { Language } from "@/db/vocabulary";
import { parseBody } from "@/lib/content/body";
import { type Clipboard, type Pasted, readClipboard } from "@/lib/content/paste/paste";
import type { Source } from "@/lib/content/paste/receipt";
import type { Result } from "@/lib/kernel/result";

export { insertPasted } from "@/components/desk/editor/paste/insert-pasted";
export { withoutTrackers } from "@/lib/content/paste/links";

const parse = (html: string): Document => new DOMParser().parseFromString(html, "text/html");

/** Reads a clipboard with the browser's own parser. */
export function read(clipboard: Clipboard, here: { ownOrigins: readonly string[]; language: Language | null }, as?: Source): Result<Pasted> {
  return readClipboard(clipboard, { parse, ...here, ...(as ? { as } : {}) });
}

/** Whether every block of a slice is one that a story may hold. */
export function isSound(slice: Slice): boolean {
  // Notes come along only from this story, and are in no stored form of it.
  const plain = JSON.stringify(slice.content.toJSON() ?? [], (name, value) => (name === "marks" ? value.filter((mark: { type: string }) => mark.type !== "note") : value));
  const nodes = JSON.parse(plain) as { type: string }[];
  return nodes.length === 0 || parseBody({ type: "doc", content: nodes.map(inItsHolder) }) !== null;
}

/** A part of a block, with around it what it is a part of. */
function inItsHolder(node: { type: string }): unknown {
  const around: Record<string, (content: unknown) => unknown> = {
    text: (content) => ({ type: "paragraph", content: [content] }),
    listItem: (content) => ({ type: "bulletList", content: [content] }),
    boxTitle: (content) => ({ type: "factBox", content: [content, { type: "paragraph" }] }),
    tableRow: (content) => ({ type: "table", content: [content] }),
    tableHeader: (content) => ({ type: "table", content: [{ type: "tableRow", content: [content] }] }),
    tableCell: (content) => ({ type: "table", content: [{ type: "tableRow", content: [content] }] }),
  };
  return around[node.type]?.(node) ?? node;
}
