import type { TextNode } from "@/lib/content/stored/inline";
import { deepestList } from "@/lib/content/blocks/list";
import type { ListItemNode, ListNode } from "@/lib/content/stored/list";
import type { Block } from "@/lib/content/document";
import { joinText, type Marks, textNodesFrom } from "@/lib/content/paste/read-inline";
import type { Reading } from "@/lib/content/paste/reading";
import { childrenOf, deepest, isElement, isText, nameOf, nearest } from "@/lib/content/paste/tree";

/**
 * Reads a list with the lists inside it. An item of ours holds one paragraph and one list; headings, tables, quotations and lines of code that
 * a page puts into items interrupt the list, which then goes on with its number.
 */
export function readList(element: Element, marks: Marks, depth: number, reading: Reading): Block[] {
  const list = new ListWriter(nameOf(element) === "ol", startOf(element), reading.code);
  for (const child of childrenOf(element)) {
    if (isText(child)) {
      const content = textNodesFrom([{ text: child.data, marks }], reading);
      if (content.length > 0) list.item([{ type: "paragraph", content }]);
    } else if (isElement(child)) {
      const name = nameOf(child);
      // Google Docs and old pages put a list that belongs to an item after it.
      if (name === "ul" || name === "ol") list.continueItem(depth < deepest ? readList(child, marks, depth + 1, reading) : []);
      else {
        list.countFrom(numberOf(child));
        list.item(reading.readBlocks(child, reading, marks, depth + 1));
      }
    }
  }
  const isOutermost = !isInList(element);
  return list.blocks().map((block) => (isOutermost && isList(block) ? withinThreeLevels(block, reading) : block));
}

function startOf(element: Element): number {
  const first = childrenOf(element).find((child) => isElement(child) && nameOf(child) === "li") as Element | undefined;
  return (first && numberOf(first)) ?? wholeNumber(element.getAttribute("start")) ?? 1;
}

/** The number that an item gives itself. */
const numberOf = (item: Element): number | null => (nameOf(item) === "li" ? wholeNumber(item.getAttribute("value")) : null);

function wholeNumber(text: string | null): number | null {
  const number = Number.parseInt(text ?? "", 10);
  return Number.isInteger(number) && number >= 0 && number <= 9999 ? number : null;
}

function isInList(element: Element): boolean {
  return element.parentElement !== null && nearest(element.parentElement, (one) => ["ul", "ol", "menu", "dir"].includes(nameOf(one))) !== null;
}

export function isList(block: Block): block is ListNode {
  return block.type === "bulletList" || block.type === "orderedList";
}

export function listOf(ordered: boolean, start: number, content: ListItemNode[]): ListNode {
  if (!ordered) return { type: "bulletList", content };
  return start === 1 ? { type: "orderedList", content } : { type: "orderedList", attrs: { start: Math.min(start, 9999) }, content };
}

export function itemOf(content: TextNode[], inner?: ListNode | null): ListItemNode {
  return { type: "listItem", content: inner ? [{ type: "paragraph", content }, inner] : [{ type: "paragraph", content }] };
}

/** Puts items together; whatever no item can hold goes between the parts of the list. */
class ListWriter {
  private readonly written: Block[] = [];
  private items: ListItemNode[] = [];
  private counted = 0;
  constructor(
    private readonly ordered: boolean,
    private start: number,
    private readonly code: ReadonlySet<Block>,
  ) {}

  /** An item that counts on from elsewhere begins a list of its own. */
  countFrom(number: number | null): void {
    if (!this.ordered || number === null || number === this.start + this.counted) return;
    this.close();
    this.start = number - this.counted;
  }

  /** One item of the source: its paragraphs as one, then its list. Each line of code stands by itself. */
  item(blocks: readonly Block[]): void {
    let lines: TextNode[][] = [];
    const endItem = () => {
      if (lines.length > 0) this.add(itemOf(joinText(lines)));
      lines = [];
    };
    // Of an item that is nothing but code the first line is what it says.
    const named = blocks.find((block) => block.type === "paragraph" && !this.code.has(block)) ?? blocks[0];
    for (const block of blocks) {
      if (block.type === "paragraph" && (block === named || !this.code.has(block))) lines.push(block.content ?? []);
      else {
        endItem();
        this.follow(block);
      }
    }
    endItem();
  }

  continueItem(blocks: readonly Block[]): void {
    for (const block of blocks) this.follow(block);
  }

  /** A list goes under the last item; without one, its items are this list's own. Anything else interrupts. */
  private follow(block: Block): void {
    if (!isList(block)) {
      this.close();
      this.written.push(block);
      return;
    }
    const last = this.items.at(-1);
    if (!last) for (const item of block.content) this.add(item);
    else if (last.content[1]) for (const item of block.content) last.content[1].content.push(item);
    else last.content.push(block);
  }

  private add(item: ListItemNode): void {
    this.items.push(item);
    this.counted += 1;
  }

  private close(): void {
    if (this.items.length > 0) this.written.push(listOf(this.ordered, this.start + this.counted - this.items.length, this.items));
    this.items = [];
  }

  blocks(): Block[] {
    this.close();
    return this.written;
  }
}

/** Items below the third level come after the one that held them, on that level. */
export function withinThreeLevels(list: ListNode, { tally }: Pick<Reading, "tally">, level = 1): ListNode {
  const items = list.content.flatMap((item): ListItemNode[] => {
    const [paragraph, inner] = item.content;
    if (!inner) return [item];
    if (level < deepestList) return [{ ...item, content: [paragraph, withinThreeLevels(inner, { tally }, level + 1)] }];
    const below = everyItemOf(inner);
    tally.count("deepItems", below.length);
    return [{ ...item, content: [paragraph] }, ...below];
  });
  return { ...list, content: items } as ListNode;
}

function everyItemOf(list: ListNode): ListItemNode[] {
  return list.content.flatMap((item): ListItemNode[] => {
    const [paragraph, inner] = item.content;
    return [{ ...item, content: [paragraph] }, ...(inner ? everyItemOf(inner) : [])];
  });
}
