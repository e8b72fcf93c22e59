import { writeArchive } from "@/lib/imports/documents/archive";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"';
const relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export type DocxParts = { document: string; styles?: string; numbering?: string; footnotes?: string; comments?: string; relations?: string; media?: Record<string, Uint8Array> };

/** A Word document for tests, as Word lays one out; `document` is what stands in its body. */
export function docxOf({ document, styles: more = "", numbering = "", footnotes = "", comments = "", relations = "", media = {} }: DocxParts): Uint8Array {
  const xml = (text: string) => new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
  const styles = [["Title", "Title"], ["Heading1", "heading 1"], ["Heading2", "heading 2"], ["Quote", "Quote"], ["ListParagraph", "List Paragraph"]].map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`).join("");
  return writeArchive(
    new Map<string, Uint8Array>([
      ["[Content_Types].xml", xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')],
      ["_rels/.rels", xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/officeDocument" Target="word/document.xml"/></Relationships>`)],
      ["word/document.xml", xml(`<w:document ${w}><w:body>${document}</w:body></w:document>`)],
      ["word/styles.xml", xml(`<w:styles ${w}>${styles}${more}</w:styles>`)],
      ["word/numbering.xml", xml(`<w:numbering ${w}>${numbering}</w:numbering>`)],
      ["word/footnotes.xml", xml(`<w:footnotes ${w}>${footnotes}</w:footnotes>`)],
      ["word/comments.xml", xml(`<w:comments ${w}>${comments}</w:comments>`)],
      ["word/_rels/document.xml.rels", xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s1" Type="${relation}/styles" Target="styles.xml"/><Relationship Id="n1" Type="${relation}/numbering" Target="numbering.xml"/><Relationship Id="f1" Type="${relation}/footnotes" Target="footnotes.xml"/><Relationship Id="c1" Type="${relation}/comments" Target="comments.xml"/>${relations}</Relationships>`)],
      ...Object.entries(media).map(([name, data]): [string, Uint8Array] => [`word/media/${name}`, data]),
    ]),
  );
}

/** A paragraph of runs; `style` is the style's id. */
export function wordParagraph(text: string, style?: string): string {
  return `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ""}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
