import { fenceAfter } from "@/lib/content/paste/markdown-fences";
import { type LinkNames, markdownInline } from "@/lib/content/paste/markdown-inline";

type Item = { indent: number; tag: "ul" | "ol"; start: string; lines: string[] };

const itemLine = /^( {0,12})([-*+]|(\d{1,9})[.)]) +(\S.*)$/;

/** A list whose items are nested by how far they are moved in. `asBlocks` reads what stands in an item like a text of its own: code, a quotation. */
export function markdownListAsHtml(lines: readonly string[], names: LinkNames, asBlocks: (lines: readonly string[]) => string): string {
  const items: Item[] = [];
  let fence: string | null = null;
  for (const line of lines) {
    const [, indent, , number, text] = (fence === null ? itemLine.exec(line) : null) ?? [];
    fence = fenceAfter((text ?? line).trimStart(), fence);
    if (indent !== undefined && text !== undefined) items.push({ indent: indent.length, tag: number ? "ol" : "ul", start: number ?? "1", lines: [text.replace(/^\[[ xX]\] +/, "")] });
    else if (fence !== null || line.trim() !== "") items.at(-1)?.lines.push(line);
  }
  let html = "";
  const open: Item[] = [];
  const close = () => {
    html += `</li></${open.pop()?.tag}>`;
  };
  for (const item of items) {
    while (open.length > 0 && (open.at(-1)?.indent ?? 0) > item.indent + 1) close();
    const here = open.at(-1);
    const beside = here !== undefined && item.indent < here.indent + 2;
    if (beside && here.tag === item.tag) html += "</li><li>";
    else {
      if (beside) close();
      html += item.tag === "ol" && item.start !== "1" ? `<ol start="${Number(item.start)}"><li>` : `<${item.tag}><li>`;
      open.push(item);
    }
    const [first = "", ...rest] = item.lines;
    const indent = Math.min(...rest.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length));
    html += item.lines.some((line) => fenceAfter(line.trimStart(), null) !== null || /^ *> ?\S/.test(line)) ? asBlocks([first, ...rest.map((line) => line.slice(indent))]) : markdownInline(item.lines.map((line) => line.trim()).join(" "), names);
  }
  while (open.length > 0) close();
  return html;
}
