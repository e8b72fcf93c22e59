import { escapeHtml, linkedHtml } from "@/lib/content/paste/html-text";

/** Where `[text][name]` leads. */
export type LinkNames = ReadonlyMap<string, string>;

type Sign = "***" | "___" | "**" | "__" | "*" | "_" | "~~" | "==";
type Token = { html: string; tag?: boolean } | { delimiter: Sign; opens: boolean; closes: boolean };

// Each bracketed part excludes the sign that opens it, so that a failed try never reads the same letters twice.
const token =
  /(\\[!-/:-@[-`{-~])|(```[^`\n]{1,1000}```|``[^`\n]{1,1000}``|`[^`\n]{1,1000}`)|(!\[[^[\]\n]{0,500}\]\(\s*<?[^()<>\s]{1,2000}>?(?:\s+"[^"\n]{0,300}")?\s*\))|(\[[^[\]\n]{1,500}\]\(\s*<[^<>\n]{1,2000}>(?:\s+"[^"\n]{0,300}")?\s*\)|\[[^[\]\n]{1,500}\]\(\s*<?[^()<>\s]{1,2000}(?:\([^()<>\s]{0,200}\))?[^()<>\s]{0,500}>?(?:\s+"[^"\n]{0,300}")?\s*\))|(\[\^[^[\]\s]{1,40}\])|(!?\[[^[\]\n]{1,500}\](?:\[[^[\]\n]{0,200}\])?)|(<https?:\/\/[^<>\s]{1,1500}>|https?:\/\/(?:[^\s<>"”“’*()\]]|\([^\s<>()]{0,200}\)){1,1500}|<[^<>@\s]{1,80}@[^<>\s]{1,200}>)|(&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});)|(<!--[^<>]{0,1000}-->|<\/?[a-zA-Z][^<>]{0,500}>)|(!?\[\[[^[\]\n]{1,300}\]\])|(\*{2,3}|_{2,3}|~~|==|\*|_)/;

const emphases = { "***": ["strong", "em"], ___: ["strong", "em"], "**": ["strong"], __: ["strong"], "*": ["em"], _: ["em"], "~~": ["s"], "==": [] } as const;

/** Tags in Markdown that mark letters, as they are; and those that part what stands before them from what follows. */
const keptTag = /^<(\/?)(b|strong|i|em|sub|sup)>$/i;
const blockTag = /^<\/?(?:p|div|h[1-6]|li|ul|ol|table|tr|td|th|blockquote|section|article|details|summary|figcaption)\b/i;

/** The inside of a Markdown paragraph as HTML. Other tags that it holds are dropped, their text stays. */
export function markdownInline(text: string, names: LinkNames): string {
  return emphasise(withPairedTags(tokensOf(text, names)));
}

function tokensOf(text: string, names: LinkNames): Token[] {
  const tokens: Token[] = [];
  let rest = 0;
  const all = new RegExp(token, "g");
  for (let match = all.exec(text); match; match = all.exec(text)) {
    if (match.index > rest) tokens.push({ html: linkedHtml(text.slice(rest, match.index)) });
    tokens.push(tokenFrom(match, text, names));
    rest = match.index + match[0].length;
  }
  if (rest < text.length) tokens.push({ html: linkedHtml(text.slice(rest)) });
  return tokens;
}

function tokenFrom(match: RegExpExecArray, text: string, names: LinkNames): Token {
  const [whole, escaped, code, image, link, note, named, auto, entity, tag, wiki] = match;
  if (escaped) return { html: escapeHtml(escaped.slice(1)) };
  if (code) return { html: escapeHtml(code.replaceAll("`", "")) };
  if (image) return { html: `<img alt="${escapeHtml(labelOf(image.slice(1)))}" src="${escapeHtml(goalOf(image))}">` };
  if (link) return { html: `<a href="${escapeHtml(goalOf(link))}">${markdownInline(labelOf(link), names)}</a>` };
  if (note) return { html: `<sup><a id="fnref-${escapeHtml(note.slice(2, -1))}" href="#fn-${escapeHtml(note.slice(2, -1))}">${escapeHtml(note.slice(2, -1))}</a></sup>` };
  if (named) {
    const [label = "", name = ""] = named.replace(/^!/, "").replace(/\[\]$/, "").slice(1, -1).split("][");
    const goal = names.get((name || label).toLowerCase());
    if (goal && named.startsWith("!")) return { html: `<img alt="${escapeHtml(label)}" src="${escapeHtml(goal)}">` };
    if (named.startsWith("!")) return { html: `!${markdownInline(named.slice(1), names)}` };
    return { html: goal ? `<a href="${escapeHtml(goal)}">${markdownInline(label, names)}</a>` : escapeHtml(named) };
  }
  if (auto) return { html: auto.includes("://") ? linkedHtml(auto.replace(/^<|>$/g, "")) : `<a href="mailto:${escapeHtml(auto.slice(1, -1))}">${escapeHtml(auto.slice(1, -1))}</a>` };
  if (entity) return { html: entity };
  if (tag && keptTag.test(tag)) return { html: tag.toLowerCase(), tag: true };
  if (tag) return { html: /^<br\b/i.test(tag) ? "<br>" : blockTag.test(tag) ? "<br><br>" : "" };
  if (wiki) return { html: wikiHtml(wiki) };
  return delimiter(whole as Sign, text[match.index - 1] ?? " ", text[match.index + whole.length] ?? " ");
}

/** A tag without its partner in the same words would mark all that follows: it is dropped. */
function withPairedTags(tokens: readonly Token[]): Token[] {
  const open: { name: string; at: number }[] = [];
  const paired = new Set<number>();
  for (const [at, token] of tokens.entries()) {
    const [, closes, name = ""] = ("tag" in token && keptTag.exec(token.html)) || [];
    const partner = closes ? open.findLastIndex((one) => one.name === name) : -1;
    if (name && !closes) open.push({ name, at });
    else if (partner !== -1) for (const one of open.splice(partner).slice(0, 1)) paired.add(one.at).add(at);
  }
  return tokens.filter((token, at) => !("tag" in token) || paired.has(at));
}

/** "[[Page#Part|shown]]" of a notebook such as Obsidian: it leads to another page there, and readers get the words alone. */
function wikiHtml(written: string): string {
  const [page = "", shown] = written.replace(/^!?\[\[|\]\]$/g, "").split("|");
  if (written.startsWith("!") && /\.(?:png|jpe?g|gif|webp|avif|svg)$/i.test(page)) return `<img alt="" src="${escapeHtml(page)}">`;
  const [name = "", part = ""] = page.split("#");
  return escapeHtml((shown || name || part).trim());
}

function delimiter(sign: Sign, before: string, after: string): Token {
  const inWord = sign.startsWith("_") && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  return { delimiter: sign, opens: /\S/.test(after) && !inWord, closes: /\S/.test(before) && !inWord };
}

const labelOf = (link: string): string => link.slice(1, link.indexOf("]("));

const goalOf = (link: string): string => link.slice(link.indexOf("](") + 2, -1).trim().replace(/\s+"[^"\n]{0,300}"$/, "").replace(/^<|>$/g, "").replaceAll(" ", "%20");

/** Pairs the signs of emphasis from the inside out; those without a partner are letters. */
function emphasise(tokens: readonly Token[]): string {
  const html: string[] = [];
  const open: { sign: string; at: number }[] = [];
  for (const one of tokens) {
    if ("html" in one) {
      html.push(one.html);
      continue;
    }
    const partner = one.closes ? open.findLastIndex(({ sign }) => sign === one.delimiter) : -1;
    const start = open[partner];
    if (start && html.length > start.at + 1) {
      const names = emphases[one.delimiter];
      html[start.at] = names.map((name) => `<${name}>`).join("");
      html.push([...names].reverse().map((name) => `</${name}>`).join(""));
      open.length = partner;
    } else {
      if (one.opens && open.length < 20) open.push({ sign: one.delimiter, at: html.length });
      html.push(escapeHtml(one.delimiter));
    }
  }
  return html.join("");
}
