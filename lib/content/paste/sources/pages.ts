import { lettersThatTell } from "@/lib/content/paste/limits";
import type { Tally } from "@/lib/content/paste/receipt";
import { boldness, readStyle, slant, type Style } from "@/lib/content/paste/styles";
import { elementsIn, nameOf, rename } from "@/lib/content/paste/tree";

type Rules = Map<string, Style>;

/** Pages, TextEdit, Notes and Preview: what a paragraph is, a style sheet of its own says by class. */
export function fromPages(root: Element, tally: Tally): void {
  const rules = rulesIn(root);
  if (rules.size === 0) return;
  const elements = elementsIn(root);
  const usual = usualSize(elements, rules);
  for (const element of elements) {
    const rule = rules.get(`${nameOf(element)}.${element.getAttribute("class") ?? ""}`);
    if (!rule) continue;
    const size = sizeOf(rule);
    tally.style([...rule].join(";"));
    if (nameOf(element) === "p" && usual !== null && size !== null && size >= usual * 1.25 && (element.textContent ?? "").length <= 200) rename(element, size >= usual * 1.6 ? "h2" : "h3");
    else if (nameOf(element) === "span") mark(element, rule);
  }
}

/** The reader renames style sheets, so that none of them takes effect: `p.p1 {…}` and `span.s1 {…}` of the document's own sheet. */
function rulesIn(root: Element): Rules {
  const rules: Rules = new Map();
  for (const sheet of elementsIn(root).filter((one) => nameOf(one) === "x-style")) {
    for (const rule of (sheet.textContent ?? "").slice(0, lettersThatTell).split("}")) {
      const [selector = "", declarations = ""] = rule.split("{");
      if (/^\s*[a-z]{1,10}\.[a-z]{1,6}\d{1,4}\s*$/i.test(selector)) rules.set(selector.trim().toLowerCase(), readStyle(declarations));
    }
  }
  return rules;
}

function sizeOf(rule: Style): number | null {
  const size = /(?:^|\s)([\d.]{1,6})p[tx]\b/.exec(`${rule.get("font-size") ?? ""} ${rule.get("font") ?? ""}`)?.[1];
  return size ? Number(size) : null;
}

/** The size in which most of the text is set. */
function usualSize(elements: readonly Element[], rules: Rules): number | null {
  const letters = new Map<number, number>();
  for (const element of elements) {
    if (!["p", "li"].includes(nameOf(element))) continue;
    const size = sizeOf(rules.get(`${nameOf(element)}.${element.getAttribute("class") ?? ""}`) ?? new Map());
    if (size !== null) letters.set(size, (letters.get(size) ?? 0) + (element.textContent ?? "").length);
  }
  return [...letters].sort(([, one], [, other]) => other - one)[0]?.[0] ?? null;
}

/** A face whose name says bold or italic. */
function mark(span: Element, rule: Style): void {
  const face = rule.get("font") ?? "";
  const strong = boldness(rule) ?? /(?:^|[\s'-])(?:bold|heavy|black)\b/.test(face);
  const em = slant(rule) ?? /italic|oblique/.test(face);
  if (strong || em) span.setAttribute("style", [strong ? "font-weight: bold" : "", em ? "font-style: italic" : ""].filter(Boolean).join("; "));
}
