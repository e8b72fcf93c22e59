import type { TextNode } from "@/lib/content/stored/inline";
import type { Block } from "@/lib/content/document";
import { headingMarks } from "@/lib/content/migrate-body";
import { readList } from "@/lib/content/paste/lists";
import { readQuotation } from "@/lib/content/paste/quotations";
import { isEnd, linesOf, type Marks, marksWithin, type Piece, plain, textNodesFrom } from "@/lib/content/paste/read-inline";
import { pictureMark, picturesIn } from "@/lib/content/paste/pictures";
import type { OfferedPicture, Reading } from "@/lib/content/paste/reading";
import { readTable } from "@/lib/content/paste/tables";
import { childrenOf, deepest, isElement, isText, nameOf } from "@/lib/content/paste/tree";

type Kind = { heading: 2 | 3 | 4 } | "paragraph";
type Read = (element: Element, marks: Marks, depth: number, reading: Reading) => Block[];

const containers = new Set(["html", "body", "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "address", "center", "details", "summary", "fieldset", "legend", "form", "dl", "dt", "dd", "li", "figure", "figcaption", "pre", "hgroup", "search", "dialog", "caption", "tr", "td", "th", "tbody", "thead", "tfoot"]);

const headingLevels: Record<string, 2 | 3 | 4> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

/** Elements that are a block of their own kind. */
const makers: Record<string, Read> = { ul: readList, ol: readList, menu: readList, dir: readList, table: readTable, blockquote: readQuotation };

/** Reads what an element holds as blocks of a story. Only what is named here comes through; everything else is its text. */
export function readBlocks(root: Element, reading: Reading, marks: Marks = plain, depth = 0): Block[] {
  const blocks: Block[] = [];
  let pieces: Piece[] = [];
  let kind: Kind = "paragraph";
  let waiting: OfferedPicture[] = [];

  const put = (made: readonly Block[]) => {
    for (const block of made) blocks.push(block);
    reading.latest = made.at(-1) ?? reading.latest;
  };
  const end = () => {
    if (pieces.length > 0) put(blocksFrom(pieces, kind, reading));
    pieces = [];
    for (const picture of waiting) reading.behind.set(picture, reading.latest);
    waiting = [];
  };
  const within = (next: Kind, walk: () => void) => {
    end();
    const before = kind;
    kind = next;
    walk();
    end();
    kind = before;
  };
  const text = (letters: string, here: Marks) => {
    if (!here.verbatim) return void pieces.push({ text: letters, marks: here });
    letters.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) pieces.push("line");
      if (line !== "") pieces.push({ text: line, marks: here });
    });
  };
  const walk = (element: Element, around: Marks, level: number) => {
    if (level > deepest) return text(element.textContent ?? "", around);
    for (const child of childrenOf(element)) {
      if (isText(child)) text(child.data, around);
      else if (isElement(child)) visit(child, around, level + 1);
    }
  };
  const visit = (element: Element, around: Marks, level: number) => {
    const name = nameOf(element);
    if (name === "br") return void pieces.push(around.verbatim ? "line" : "break");
    if (name === pictureMark) {
      // In the midst of a paragraph it stands behind that.
      waiting.push(...picturesIn(element, reading));
      if (pieces.every((piece) => isEnd(piece) || !/\S/.test(piece.text))) for (const picture of waiting.splice(0)) reading.behind.set(picture, reading.latest);
      return;
    }
    if (name === "hr") {
      end();
      return put([{ type: "sectionBreak" }]);
    }
    const heading = headingLevels[name];
    const here = marksWithin(element, around, reading);
    const make = Object.hasOwn(makers, name) ? makers[name] : undefined;
    if (make && level <= deepest) {
      end();
      const before = reading.latest;
      const made = make(element, here, level, reading);
      reading.latest = before;
      put(made);
      // What stood within a list stands behind it; what a mere layout placed keeps its place.
      for (const picture of picturesIn(element, reading)) {
        const stood = reading.behind.get(picture) ?? null;
        if (stood !== before && (stood === null || !made.includes(stood))) reading.behind.set(picture, reading.latest);
      }
    } else if (heading) {
      if (Number(name[1]) !== heading && /\S/.test(element.textContent ?? "")) reading.tally.count("headings");
      within({ heading }, () => walk(element, here, level));
    } else if (containers.has(name)) {
      end();
      const first = blocks.length;
      within(kind, () => walk(element, here, level));
      if (name === "pre") for (const line of blocks.slice(first)) reading.code.add(line);
    } else if (name === "q") {
      text("“", around);
      walk(element, here, level);
      text("”", around);
    } else walk(element, here, level);
  };
  walk(root, marks, depth);
  end();
  return blocks;
}

const breakLine = /^(?:[*∗⁂•·#] ?){3,}$|^⁂$|^[-–—_=~]{3,}$/;

function blocksFrom(pieces: Piece[], kind: Kind, reading: Reading): Block[] {
  if (kind !== "paragraph") {
    const content = textNodesFrom(pieces, reading).map(asInHeading);
    return content.length > 0 ? [{ type: "heading", attrs: { level: kind.heading }, content }] : [];
  }
  return linesOf(pieces, reading).map((content): Block => (breakLine.test(content.map((node) => node.text).join("")) ? { type: "sectionBreak" } : { type: "paragraph", content }));
}

/** A heading is bold by itself. */
function asInHeading(node: TextNode): TextNode {
  const marks = (node.marks ?? []).filter((mark) => (headingMarks as readonly string[]).includes(mark.type));
  return marks.length > 0 ? { ...node, marks } : { type: "text", text: node.text };
}
