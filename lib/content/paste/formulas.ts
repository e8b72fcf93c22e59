const opens = "<!--[if gte msEquation";
const closes = "<![endif]-->";
const drawn = /^\s{0,20}<!\[if !msEquation\]>/;
const drawnEnds = "<![endif]>";

/** Word's formulas as the letters they were typed with: it keeps them where no other program looks, and draws a picture of each beside them, which goes. */
export function withFormulas(html: string): string {
  let said = "";
  let from = 0;
  for (let at = html.indexOf(opens); at !== -1; at = html.indexOf(opens, from)) {
    const start = html.indexOf("]>", at);
    const end = html.indexOf(closes, at);
    if (start === -1 || end < start) break;
    said += html.slice(from, at) + lettersOf(html.slice(start + 2, end));
    from = end + closes.length;
    const [picture] = drawn.exec(html.slice(from, from + 100)) ?? [];
    const pictureEnds = picture ? html.indexOf(drawnEnds, from + picture.length) : -1;
    if (pictureEnds !== -1) from = pictureEnds + drawnEnds.length;
  }
  return said + html.slice(from);
}

/** A formula on one line: fractions with a stroke, roots with their sign, what is raised or lowered as such. */
export function lettersOf(formula: string): string {
  return formula
    .replace(/<m:rad(?:\s[^<>]*)?>/g, "√")
    .replace(/<\/m:num>\s*/g, "/")
    .replace(/<m:(sup|sub)(?:\s[^<>]*)?>/g, "<$1>")
    .replace(/<\/m:(sup|sub)>/g, "</$1>")
    .replace(/<(?!\/?su[pb]>)[^<>]*>/g, "");
}
