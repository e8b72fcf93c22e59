import type { Language } from "@/db/vocabulary";
import { lookBack, settingOf } from "@/lib/content/language/typography";
import { childrenOf, isElement, isText, nameOf } from "@/lib/content/paste/tree";

/** So much of a line is looked at for what was opened in it. */
const longestLine = 1000;

/** What begins a line of its own: nothing before it is looked at. */
const ownLine = new Set(["p", "div", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figcaption", "caption", "dd", "dt", "pre", "section", "article", "aside", "ul", "ol", "table", "tr"]);
const code = new Set(["code", "pre", "kbd", "samp", "tt"]);

/** A word that means its signs as they are: an address, a path, an option of a program. */
const literal = /(?<!\S)(?:\S*(?:\w:\/\/|@\w)\S*|www\.\S+|--?[a-z]\S*)/giu;

/** A line that reads like a program's rather than like prose. */
const looksLikeCode = (line: string) => /[{}]\s*$|=>|[=!]=|\w\s?=\s?["'\w].*;\s*$|\w=["']|\w\(\)|<\/|^\s*[$#>]\s/m.test(line);

/**
 * Sets straight quotation marks, apostrophes, -- and ... in a pasted document as typing sets them in this language. Left as they are: code,
 * addresses, and, where the source's `lang` says something, passages in another language. Returns how many were set.
 */
export function setQuotes(root: Element, language: Language, trustsLanguage: boolean): number {
  let count = 0;
  let line = "";
  let isCode = false;
  const isForeign = (element: Element) => {
    const tag = trustsLanguage ? element.getAttribute("lang") : null;
    return !!tag && tag.toLowerCase().split("-")[0] !== language;
  };
  type Step = { node: Node; leave?: true };
  const open: Step[] = [{ node: root }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { node, leave } = step;
    if (isText(node)) {
      if (isCode) continue;
      const set = setText(node.data, line, language);
      count += set.count;
      line = `${line}${set.text}`.slice(-longestLine);
      if (set.count > 0) node.data = set.text;
    } else if (isElement(node)) {
      if (ownLine.has(nameOf(node))) {
        line = "";
        isCode = !leave && looksLikeCode((node.textContent ?? "").slice(0, longestLine));
      }
      if (nameOf(node) === "br") line = "\n";
      if (leave) continue;
      if (code.has(nameOf(node)) || isForeign(node)) {
        line = "x";
        continue;
      }
      open.push({ node, leave: true });
      for (const child of childrenOf(node).reverse()) open.push({ node: child });
    }
  }
  return count;
}

/** One run of letters, given what stands before it in its line. However long it is, each letter looks back over one line at most. */
function setText(text: string, line: string, language: Language): { text: string; count: number } {
  if (!/["'.;!?:%€-]/.test(text)) return { text, count: 0 };
  const kept = [...text.matchAll(literal)].map((match) => [match.index, match.index + match[0].length] as const);
  const done: string[] = [];
  // The end of what is set, behind what stood before the run: a setting may take letters of the run back.
  let [open, foreign, count, word] = [line, line.length, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    while (word < kept.length && at >= (kept[word]?.[1] ?? 0)) word++;
    const isKept = at >= (kept[word]?.[0] ?? text.length);
    const setting = isKept || staysStraight(text, at, open, language) ? null : settingOf(letter, open.slice(-lookBack), language);
    if (setting && setting.back <= open.length - foreign) {
      open = open.slice(0, open.length - setting.back) + setting.text;
      count++;
    } else open += letter;
    if (open.length <= longestLine * 2) continue;
    done.push(open.slice(foreign, -longestLine));
    [open, foreign] = [open.slice(-longestLine), 0];
  }
  return { text: done.join("") + open.slice(foreign), count };
}

/** Feet and inches, minutes and seconds; a mark that begins the line; a rule of many hyphens or dots. */
function staysStraight(text: string, at: number, before: string, language: Language): boolean {
  const [letter, next] = [text[at] ?? "", text[at + 1] ?? ""];
  if (letter === "-") return /(?:^|\n)\s*-*$/.test(before) || /----/.test(text.slice(Math.max(0, at - 3), at + 4));
  if (letter === '"') return /\d['’]?\s?\d*$/.test(before) && !(language === "de" ? /„[^“]*$/ : /[“«][^”»]*$/).test(before);
  return letter === "'" && /\d$/.test(before) && !/\p{L}/u.test(next);
}
