import { lettersOf } from "@/lib/content/paste/formulas";
import { WordNumbers } from "@/lib/imports/documents/word-numbers";
import { canonicalName, outlineOf, type WordStyle, type WordStyles } from "@/lib/imports/documents/word-styles";
import { isOn, replaceElements, valueIn, firstValue } from "@/lib/imports/documents/word-xml";

/** Stands before a list item's text until it is HTML: letters of no script, around the number that Word gives the item. */
const numberMark = /\ue010(\d{1,4})\ue011/g;

/** A part of a Word document with what the reader of Word files passes over: fields in one element, list numbers, page breaks, outline levels. */
export function withEverythingSaid(part: string, { numbering, styles }: { numbering: string; styles: WordStyles }): string {
  const numbers = new WordNumbers(numbering, styles);
  const heading = (level: number) => [...styles.keys()].find((id) => canonicalName(styles, id) === `heading ${level + 1}`) ?? `Heading${level + 1}`;
  return replaceElements(withFormulas(withBreaks(withFields(part))), "w:pPr", (whole, properties) => {
    const style = firstValue(properties, "w:pStyle");
    const own = outlineOf(properties);
    const name = style === null ? null : canonicalName(styles, style);
    const number = numbers.next(properties, style);
    // A heading is no item of a list: its number is part of its words.
    const inWords = number === null || number.shown === "" ? "" : `<w:r><w:t xml:space="preserve">${number.shown} </w:t></w:r>`;
    if (own !== null && own <= 5 && name === null) return `<w:pPr><w:pStyle w:val="${heading(own)}"/></w:pPr>${inWords}`;
    if (name !== null) return name.startsWith("heading") ? whole + inWords : whole;
    const listed = withListOfStyle(whole, properties, style === null ? undefined : styles.get(style));
    return number === null ? listed : `${listed}<w:r><w:t>\ue010${number.number}\ue011</w:t></w:r>`;
  });
}

/** A paragraph that is listed by its style alone says so itself. */
function withListOfStyle(whole: string, properties: string, style: WordStyle | undefined): string {
  if (!style?.list || /<w:numPr[\s/>]/.test(properties)) return whole;
  return whole.replace("</w:pPr>", `<w:numPr><w:ilvl w:val="${style.list.level}"/><w:numId w:val="${style.list.number}"/></w:numPr></w:pPr>`);
}

/** A part without its table of contents, and how many lines that had: it names pages that are not here. */
export function withoutContents(part: string, styles: WordStyles): { text: string; lines: number } {
  let lines = 0;
  const text = replaceElements(part, "w:p", (whole, content) => {
    const id = firstValue(content.slice(0, 2000), "w:pStyle");
    if (id === null || !/^(?:toc|verzeichnis|inhaltsverzeichnis|tm|sommario|tdc) ?\d$/i.test(styles.get(id)?.name ?? id)) return whole;
    lines += 1;
    return "";
  });
  return { text, lines };
}

/** Formulas, which the reader of Word files passes over, as runs of their letters. */
function withFormulas(part: string): string {
  return replaceElements(part, "m:oMath", (_, formula) =>
    lettersOf(formula)
      .split(/(<su[pb]>[^<>]*<\/su[pb]>)/)
      .map((piece) => {
        const [, place, letters = piece.replace(/<\/?su[pb]>/g, "")] = /^<(su[pb])>([^<>]*)/.exec(piece) ?? [];
        const raised = place ? `<w:rPr><w:vertAlign w:val="${place === "sup" ? "superscript" : "subscript"}"/></w:rPr>` : "";
        return letters.trim() === "" ? "" : `<w:r>${raised}<w:t xml:space="preserve">${letters}</w:t></w:r>`;
      })
      .join(""),
  );
}

/** A page or column that ends ends the paragraph, as two broken lines do. */
function withBreaks(part: string): string {
  return part.replace(/<w:br\s[^<>]{0,100}w:type=["'](?:page|column)["'][^<>]{0,100}\/>/g, "<w:br/><w:br/>").replace(/<w:cr\s?\/>/g, "<w:br/>").replace(/<w:ptab\s[^<>]{0,200}\/>/g, "<w:tab/>");
}

/** A field that is one element, written as the run of marks that longer ones are; of fields that lead nowhere the text stays. */
function withFields(document: string): string {
  const open: boolean[] = [];
  return document.replace(/<(\/?)w:fldSimple\b([^<>]{0,5000})>/g, (tag, slash: string, attributes: string) => {
    if (slash) return open.pop() ? '<w:r><w:fldChar w:fldCharType="end"/></w:r>' : "";
    const instruction = valueIn(` ${attributes}`, "w:instr") ?? "";
    const leads = /^\s*HYPERLINK\b/.test(instruction);
    if (!tag.endsWith("/>")) open.push(leads);
    return leads && !tag.endsWith("/>") ? `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` : "";
  });
}

/** A part without the runs that its writer hid, and how many there were; what formatting used to be is forgotten. */
export function withoutHidden(part: string): { shown: string; hidden: number } {
  let hidden = 0;
  const now = ["w:rPrChange", "w:pPrChange"].reduce((text, change) => replaceElements(text, change, () => ""), part);
  const shown = replaceElements(now, "w:r", (whole, content) => {
    const end = content.indexOf("</w:rPr>");
    if (end === -1 || !isOn(content.slice(0, end), "w:vanish")) return whole;
    if (/<w:t[\s>]/.test(content)) hidden += 1;
    return "";
  });
  return { shown, hidden };
}

/** HTML of such a body: numbers as the items' own, addresses without the field's switches behind them. */
export function withNumbersAsValues(html: string): string {
  return html
    // Word's tables have lines, and with them they are told from those that only place things.
    .replaceAll("<table>", '<table border="1">')
    .replace(/<li>((?:<[a-z][^<>]{0,300}>){0,6})\ue010(\d{1,4})\ue011/g, '<li value="$2">$1')
    .replace(numberMark, "")
    .replace(/(<a\s[^<>]{0,200}?href="[^"<>]*?)&quot;[^"<>]*"/g, '$1"');
}
