/** More parts within one another than any text has; each costs whoever reads the page, and a few thousand of them stop the tab. */
const deepestPage = 1000;

/** Elements whose end is always written: of others it tells nothing that none comes. */
const holder = /<(\/?)(?:div|span|section|article|table|[uod]l|blockquote|[abius]|em|strong|font)\b/gi;

/** Whether parts of a page stand within one another deeper than they may, told from its text alone: nothing is parsed for it. */
export function isTooDeep(html: string): boolean {
  let depth = 0;
  for (const [, end] of html.matchAll(holder)) {
    depth = end ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepestPage) return true;
  }
  return false;
}
