import { escapeHtml } from "@/lib/content/paste/html-text";
import { type LinkNames, markdownInline } from "@/lib/content/paste/markdown-inline";

type Item = { indent: number; tag: "ul" | "ol"; start: string; lines: string[] };

const itemLine = /^( {0,12})([-*+]|(\d{1,9})[.)]) +(\S.*)$/;

const fence = /^ *(?:`{3,}|~{3,})/;
const quoted = /^ *> ?(?=\S)/;

/** A list whose items are nested by how far they are moved in. */
export function markdownListAsHtml(lines: readonly string[], names: LinkNames): string {
  const items: Item[] = [];
  let inCode = false;
  for (const line of lines) {
    const [, indent, , number, text] = (inCode ? null : itemLine.exec(line)) ?? [];
    if (fence.test(text ?? line)) inCode = !inCode;
    if (indent !== undefined && text !== undefined) items.push({ indent: indent.length, tag: number ? "ol" : "ul", start: number ?? "1", lines: [text.replace(/^\[[ xX]\] +/, "")] });
    else if (inCode || line.trim() !== "") items.at(-1)?.lines.push(line);
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
    html += itemAsHtml(item.lines, names);
  }
  while (open.length > 0) close();
  return html;
}

/** What an item says, and the code and the quotations in it. */
function itemAsHtml(lines: readonly string[], names: LinkNames): string {
  let html = "";
  for (let at = 0; at < lines.length; ) {
    const first = at;
    const kind = kindOf(lines[at]);
    at += 1;
    if (kind === "code") {
      while (at < lines.length && !fence.test(lines[at] ?? "")) at += 1;
      const indent = /^ */.exec(lines[first] ?? "")?.[0] ?? "";
      html += `<pre>${escapeHtml(lines.slice(first + 1, at).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart())).join("\n"))}</pre>`;
      at += 1;
      continue;
    }
    while (at < lines.length && kindOf(lines[at]) === kind) at += 1;
    const part = lines.slice(first, at).map((line) => (kind === "quotation" ? line.replace(quoted, "") : line).trim());
    html += kind === "quotation" ? `<blockquote>${markdownInline(part.join(" "), names)}</blockquote>` : `<p>${markdownInline(part.join(" "), names)}</p>`;
  }
  return html;
}

const kindOf = (line = ""): "code" | "quotation" | "words" => (fence.test(line) ? "code" : quoted.test(line) ? "quotation" : "words");
