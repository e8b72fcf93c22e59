import type { Fragment, Node, Slice } from "@tiptap/pm/model";

/** Each block of its own, an empty line between two. */
const betweenBlocks = "\n\n";

/** What is copied, for programs that take text alone: a row of a table on a line, its cells parted by tabs; an item of a list on a line; the stash said to be one. */
export function copiedText({ content }: Slice): string {
  return textsOf(content, content.childCount > 1).join(betweenBlocks);
}

const textsOf = (content: Fragment, amongOthers: boolean): string[] => content.content.map((node) => textOf(node, amongOthers));

function textOf(node: Node, amongOthers: boolean): string {
  const { name } = node.type;
  if (node.isText) return node.text ?? "";
  if (node.isTextblock) return node.textContent;
  if (name === "table") return [node.attrs.caption, ...lines(node)].filter(Boolean).join("\n");
  if (name === "tableRow") return lines(node).map((cell) => cell.replace(/\s+/g, " ")).join("\t");
  if (/List$|^listItem$|Cell$|Header$/.test(name)) return lines(node).join("\n");
  // Whoever copies a whole story must see what was never meant to leave it.
  if (name === "stash" && amongOthers) return `[Not for publication: ${lines(node).join("\n")}]`;
  return lines(node).join(betweenBlocks);
}

const lines = (node: Node): string[] => textsOf(node.content, false);
