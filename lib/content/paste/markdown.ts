import { escapeHtml } from "@/lib/content/paste/html-text";
import { fenceAfter } from "@/lib/content/paste/markdown-fences";
import { type LinkNames, markdownInline } from "@/lib/content/paste/markdown-inline";
import { markdownListAsHtml } from "@/lib/content/paste/markdown-lists";

/** Signs that only Markdown has: a heading, a link, bold or marked words, a table, a fence. */
export function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, 100_000);
  return /^#{1,6} \S/m.test(start) || /\[[^[\]\n]{1,300}\]\(\S{1,1000}\)/.test(start) || /\*\*[^*\s][^*\n]{0,300}\*\*/.test(start) || /\[\[[^[\]\n]{1,300}\]\]/.test(start) || /(?<![=\p{L}\p{N}])==[^\s=][^=\n]{0,300}==(?![=\p{L}\p{N}])/u.test(start) || /^\|? ?:?-{3,}:? ?\|/m.test(start) || /^(?:```|~~~)/m.test(start) || /^\[[^[\]\n]{1,100}\]: \S/m.test(start);
}

/** What stands above a Markdown file between two lines of dashes: names and values, no text. */
export function takeFrontMatter(text: string): { matter: string[]; rest: string } {
  const found = /^\ufeff?---[ \t]*\r?\n((?:[^\n]{0,1000}\r?\n){1,80}?)---[ \t]*(?:\r?\n|$)/.exec(text) ?? /^\ufeff?\+{3}[ \t]*\r?\n((?:[^\n]{0,1000}\r?\n){1,80}?)\+{3}[ \t]*(?:\r?\n|$)/.exec(text);
  const matter = (found?.[1] ?? "").split(/\r?\n/).filter((line) => line.trim() !== "");
  return found && matter.every((line) => /^(?:[\w.-]{1,40} ?[:=]|\[|\s|- |#)/.test(line)) ? { matter, rest: text.slice(found[0].length) } : { matter: [], rest: text };
}

type Source = { names: LinkNames; notes: Map<string, string> };

/** Markdown as HTML: headings, lists, quotations, tables, links, emphasis, notes, breaks. */
export function markdownAsHtml(text: string): string {
  const names = new Map<string, string>();
  const notes = new Map<string, string>();
  let noted: string | null = null;
  let named = false;
  const lines = text.replace(/\t/g, "    ").split(/\r\n?|\n/).filter((line, index, all) => {
    const note = /^\[\^([^[\]\s]{1,40})\]:\s+(.+)$/.exec(line);
    if (note?.[1] && note[2]) {
      noted = note[1];
      notes.set(noted, note[2]);
    }
    // A note goes on in the lines that are moved in below it.
    else if (noted !== null && /^ {2,}\S/.test(line)) notes.set(noted, `${notes.get(noted)}${(all[index - 1] ?? "").trim() === "" ? "\n" : " "}${line.trim()}`);
    else if (line.trim() !== "") noted = null;
    if (noted !== null) return line.trim() === "";
    const name = /^ {0,3}\[([^[\]\n]{1,200})\]:\s*<?(\S{1,2000}?)>?(?:\s+["'(].{0,300})?$/.exec(line);
    if (name?.[1] && name[2]) names.set(name[1].toLowerCase(), name[2]);
    // What the address is called may stand in the line below it.
    const isTitle = named && /^ {1,8}(?:"[^"]{0,300}"|'[^']{0,300}'|\([^()]{0,300}\))\s*$/.test(line);
    named = name !== null && !/["')]\s*$/.test(line);
    return !name && !isTitle;
  }).map((line) => line.replace(/\^\[([^[\]\n]{1,500})\]/g, (_, note: string) => {
    // A note that is written where it belongs.
    let label = notes.size + 1;
    while (notes.has(String(label))) label++;
    notes.set(String(label), note);
    return `[^${label}]`;
  }).replace(/\[(!\[[^[\]\n]{0,300}\]\([^()\s]{1,1000}\))\]\([^()\s]{1,1000}\)/g, "$1"));
  const source = { names, notes };
  const body = blocksAsHtml(lines, source, 0);
  return body + [...notes].map(([label, note]) => `<div id="fn-${escapeHtml(label)}"><a href="#fnref-${escapeHtml(label)}">↩</a> ${note.split("\n").map((part) => `<p>${markdownInline(part, names)}</p>`).join("")}</div>`).join("");
}

const listLine = /^(?! {0,3}(?:(?:\* *){3,}|(?:- *){3,})$) {0,12}(?:[-*+]|\d{1,9}[.)]) +\S/;
const ruler = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;

/** One block after the other: each takes its lines from the front. */
function blocksAsHtml(lines: readonly string[], source: Source, depth: number): string {
  let html = "";
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const first = at;
    if (line.trim() === "") at += 1;
    else if (opensCode(line)) {
      let fence = fenceAfter(line, null);
      at = endOf(lines, at + 1, (one) => {
        fence = fenceAfter(one, fence);
        return fence !== null;
      });
      html += `<pre>${escapeHtml(lines.slice(first + 1, at).join("\n"))}</pre>`;
      at += 1;
    } else if (ruler.test(line)) {
      html += "<hr>";
      at += 1;
    } else if (/^ {0,3}#{1,6}(?: |$)/.test(line)) {
      html += heading(line, source);
      at += 1;
    } else if (/^ {0,3}>/.test(line) && depth < 8) {
      // A line without the sign goes on with the quotation's last sentence.
      at = endOf(lines, at, (one, index) => /^ {0,3}>/.test(one) || (index > first && isPlainLine(one) && /[\p{L}\p{N},;]\s*$/u.test(lines[index - 1] ?? "")));
      html += `<blockquote>${blocksAsHtml(lines.slice(first, at).flatMap(withoutSign), source, depth + 1)}</blockquote>`;
    } else if (listLine.test(line)) {
      at = endOf(lines, at, (one, index) => listLine.test(one) || (one.trim() !== "" && !/^(?:#| {0,3}>)/.test(one) && (lines[index - 1] ?? "").trim() !== "") || (one.trim() === "" ? listLine.test(lines[index + 1] ?? "") || /^ {2,}\S/.test(lines[index + 1] ?? "") : /^ {2,}\S/.test(one)));
      // Another sign or another way to write the number begins another list.
      const other = lines.slice(first + 1, at).findIndex((one) => listLine.test(one) && indentOf(one) <= indentOf(line) + 1 && signOf(one) !== signOf(line));
      if (other !== -1) at = first + 1 + other;
      html += markdownListAsHtml(lines.slice(first, at), source.names, (inside) => blocksAsHtml(inside, source, depth + 1));
    } else if (line.includes("|") && isDivider(lines[at + 1] ?? "")) {
      at = endOf(lines, at + 2, (one) => one.includes("|"));
      html += table([line, ...lines.slice(first + 2, at)], source);
    } else {
      at = endOf(lines, at + 1, (one) => one.trim() !== "" && !opensCode(one) && !/^ {0,3}(?:#{1,6} |>)/.test(one) && !ruler.test(one) && !isUnderline(one) && !listLine.test(one));
      const level = isUnderline(lines[at] ?? "") ? ((lines[at] ?? "").includes("=") ? 1 : 2) : null;
      html += level ? `<h${level}>${inline(lines.slice(first, at).join(" "), source)}</h${level}>` : paragraphs(lines.slice(first, at), source);
      if (level) at += 1;
    }
  }
  return html;
}

const opensCode = (line: string): boolean => fenceAfter(line, null) !== null;

const isPlainLine = (line: string): boolean => line.trim() !== "" && !opensCode(line) && !/^ {0,3}(?:#{1,6} |>)/.test(line) && !ruler.test(line) && !listLine.test(line);

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** "-", "*", "+", "." or ")": by what a list is told from the next. */
const signOf = (line: string): string => /^ *(?:([-*+])|\d{1,9}([.)]))/.exec(line)?.slice(1).join("") ?? "";

/** The first line from `at` on for which the rule does not hold. */
function endOf(lines: readonly string[], at: number, holds: (line: string, index: number) => boolean): number {
  let end = at;
  while (end < lines.length && holds(lines[end] ?? "", end)) end += 1;
  return Math.max(end, at);
}

const inline = (text: string, { names }: Source): string => markdownInline(text.trim(), names);

const isUnderline = (line: string): boolean => /^ {0,3}(?:={2,}|-{2,}) *$/.test(line);

function heading(line: string, source: Source): string {
  const level = /#{1,6}/.exec(line)?.[0].length ?? 2;
  return `<h${level}>${inline(line.trim().slice(level).replace(/ ?\{[#.][^{}]{0,100}\} *$/, "").replace(/ #+ *$/, ""), source)}</h${level}>`;
}

/** A line that begins with a dash names the source: it stands by itself. */
function withoutSign(line: string): string[] {
  const words = line.replace(/^ {0,3}> ?/, "");
  // "[!NOTE]" says what kind of box it is on one platform.
  if (/^\[!\w{1,20}\]\s*$/.test(words)) return [];
  return /^(?:--|—|–) \S/.test(words) ? ["", words] : [words];
}

/** Lines that somebody broke at a measure are one paragraph; long ones are paragraphs already. */
function paragraphs(lines: readonly string[], source: Source): string {
  const parts: string[][] = [[]];
  for (const line of lines) {
    const isBroken = /(?: {2,}|\\)$/.test(line.slice(-3));
    parts.at(-1)?.push(line.trim().replace(/\\$/, ""));
    if (isBroken) parts.at(-1)?.push("\n");
    if (line.length > 130) parts.push([]);
  }
  return parts
    .filter((part) => part.length > 0)
    .map((part) => `<p>${part.join(" ").split("\n").map((line) => inline(line, source)).join("<br>")}</p>`)
    .join("");
}

const cellsOf = (line: string): string[] => line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));

const isDivider = (line: string): boolean => line.includes("-") && line.includes("|") && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));

function table(lines: readonly string[], source: Source): string {
  const rows = lines.map((line, index) => `<tr>${cellsOf(line).map((cell) => (index === 0 ? `<th>${inline(cell, source)}</th>` : `<td>${inline(cell, source)}</td>`)).join("")}</tr>`);
  return `<table>${rows.join("")}</table>`;
}
