/** More parts within one another than any text has; each costs whoever reads the page, and a few thousand of them stop the tab. */
const deepestPage = 1000;

/** Elements without an end, or whose end need not be written. */
const endless = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp", "rt", "body", "html", "head"]);

/** Whether parts of a page stand within one another deeper than they may, told from its text alone: nothing is parsed for it. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end, name = "", rest = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9:-]{0,40})([^<>]*)>/gi)) {
    if (endless.has(name.toLowerCase()) || rest.endsWith("/")) continue;
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepestPage) return true;
  }
  return false;
}
