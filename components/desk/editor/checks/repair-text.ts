import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { chosen } from "@/components/desk/editor/blocks/go-to-block";
import { withoutEmptyParts } from "@/components/desk/editor/checks/without-empty-parts";
import { type LinkTarget, placeOfRepair, type Repair } from "@/lib/articles/repair";
import { textWithin, wordsWithin } from "@/lib/content/words-within";

/**
 * The change that makes a repair in the body, with the caret where it was made; null where the text is no longer what the check saw.
 * Checks come a moment after the typing: everything is looked at again here.
 */
export function repaired(state: EditorState, repair: Repair): Transaction | null {
  const place = placeOfRepair(repair);
  const found = "blockId" in place ? findBlock(state.doc, place.blockId) : null;
  if (!found) return null;
  const transaction = change(state.tr, found, repair);
  return transaction && chosen(state, transaction, transaction.mapping.map(found.at, -1)).scrollIntoView();
}

type Found = { node: Node; at: number };

function change(transaction: Transaction, { node, at }: Found, repair: Repair): Transaction | null {
  switch (repair.does) {
    case "set-level":
      return node.type.name === "heading" && node.attrs.level > repair.level ? transaction.setNodeAttribute(at, "level", repair.level) : null;
    case "remove-block":
      return node.isAtom || node.textContent.trim() === "" ? without(transaction, { node, at }) : null;
    case "remove-empty": {
      const left = withoutEmptyParts(node.toJSON());
      if (left === null) return without(transaction, { node, at });
      const smaller = transaction.doc.type.schema.nodeFromJSON(left);
      return smaller.eq(node) ? null : transaction.replaceWith(at, at + node.nodeSize, smaller);
    }
    case "replace-words":
      return inOtherWords(transaction, { node, at }, repair);
    case "change-link":
      return overLinks(transaction, { node, at }, repair.from, (from, to, link) => transaction.addMark(from, to, link.type.create({ ...link.attrs, ...repair.to })));
    case "remove-link":
      return overLinks(transaction, { node, at }, repair.from, (from, to, link) => {
        if (repair.words === undefined || repair.words === transaction.doc.textBetween(from, to)) transaction.removeMark(from, to, link.type);
      });
    case "tidy-link":
      return overLinks(transaction, { node, at }, repair.from, (from, to, link) => {
        const words = transaction.doc.textBetween(from, to);
        const [start, end] = [from + words.length - words.trimStart().length, to - (words.length - words.trimEnd().length)];
        if (start < end) transaction.removeMark(from, start, link.type).removeMark(end, to, link.type);
      });
    case "set-attributes": {
      if (node.attrs.assetId !== repair.assetId || node.attrs.alt || node.attrs.decorative) return null;
      for (const [name, value] of Object.entries(repair.attributes)) transaction.setNodeAttribute(at, name, value);
      return transaction;
    }
    case "fill-field":
      return null;
  }
}

function without(transaction: Transaction, { node, at }: Found): Transaction {
  transaction.delete(at, at + node.nodeSize);
  const paragraph = transaction.doc.type.schema.nodes.paragraph?.create();
  return transaction.doc.childCount === 0 && paragraph ? transaction.insert(0, paragraph) : transaction;
}

/** The words where they stand for the nth time, as the check counted, in other words; null where they do not, or where these are too long. */
function inOtherWords(transaction: Transaction, { node, at }: Found, { place: meant, words, nth, by }: Extract<Repair, { does: "replace-words" }>): Transaction | null {
  let left = nth;
  const beside = "part" in meant && meant.part && "setting" in meant.part ? meant.part.setting : null;
  const places = beside ? wordsWithin(node, at).filter((place) => "line" in place && place.at === at && place.attribute === beside) : textWithin(node, at);
  for (const place of places) {
    for (let found = place.text.indexOf(words); found !== -1; found = place.text.indexOf(words, found + words.length)) {
      if (left-- > 0) continue;
      if ("start" in place) return transaction.insertText(by, place.start + found, place.start + found + words.length);
      const line = place.text.slice(0, found) + by + place.text.slice(found + words.length);
      return line.length > place.line.limit ? null : transaction.setNodeAttribute(place.at, place.attribute, line);
    }
  }
  return null;
}

type LinkMark = Node["marks"][number];

/** Does something with each stretch of a block that this link covers; null where none is left. */
function overLinks(transaction: Transaction, { node, at }: Found, target: LinkTarget, act: (from: number, to: number, link: LinkMark) => void): Transaction | null {
  const stretches: { from: number; to: number; link: LinkMark }[] = [];
  node.descendants((child, within) => {
    const link = child.marks.find((mark) => mark.type.name === "link" && mark.attrs.href === target.href && (mark.attrs.story ?? null) === target.story);
    if (!child.isText || !link) return;
    const from = at + 1 + within;
    const last = stretches.at(-1);
    if (last?.to === from) last.to = from + child.nodeSize;
    else stretches.push({ from, to: from + child.nodeSize, link });
  });
  for (const { from, to, link } of stretches) act(from, to, link);
  return transaction.docChanged ? transaction : null;
}
