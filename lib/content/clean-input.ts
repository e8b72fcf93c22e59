import { Extension } from "@tiptap/core";
import { Fragment, type Mark, type Node, Slice } from "@tiptap/pm/model";
import { Plugin, type Transaction } from "@tiptap/pm/state";
import { safeHref } from "@/lib/content/links";
import { typedHere } from "@/lib/content/typed-here";
import { lineOfWords } from "@/lib/content/words-within";
import { isPlainText, storableText } from "@/lib/kernel/text";
import { isUuid } from "@/lib/kernel/uuid";

/**
 * What is typed, dropped or pasted into the body, made fit for the server's own validator: without characters that cannot be stored, links
 * written as we write them, attributes within their bounds. So that nobody is ever refused for what a clipboard held.
 */
export const cleanInput = Extension.create({ name: "cleanInput", addProseMirrorPlugins: () => [cleanInputPlugin()] });

export function cleanInputPlugin(): Plugin {
  return new Plugin({
    props: { transformPasted: cleanSlice },
    appendTransaction(transactions, _before, { tr, doc }) {
      if (!typedHere(transactions)) return null;
      const { from, to } = changedRange(transactions, doc);
      const texts: { node: Node; at: number }[] = [];
      doc.nodesBetween(from, to, (node, at, parent) => {
        if (node.isText) texts.push({ node, at });
        // An opening opens the story; in a list, a quotation or a box it is a paragraph like the others. Out of the stash it comes as it was.
        if (node.attrs.style && parent?.type.name !== "doc" && parent?.type.name !== "stash") tr.setNodeAttribute(at, "style", null);
        for (const [name, value] of Object.entries(node.attrs)) if (cleanAttribute(node, name, value) !== value) tr.setNodeAttribute(at, name, cleanAttribute(node, name, value));
      });
      // From the end, so that what is taken out moves nothing that is still to be looked at.
      for (const { node, at } of texts.reverse()) cleanText(tr, node, at);
      return tr.docChanged ? tr : null;
    },
  });
}

/** A clipboard's content as it may enter a story. */
export function cleanSlice(slice: Slice): Slice {
  return new Slice(cleanFragment(slice.content), slice.openStart, slice.openEnd);
}

function cleanFragment(content: Fragment): Fragment {
  return Fragment.from(content.content.flatMap(cleanNode));
}

function cleanNode(node: Node): Node[] {
  if (node.isText) {
    const text = storableText(node.text ?? "");
    return text ? [node.type.schema.text(text, node.marks.flatMap(cleanMark))] : [];
  }
  const attributes = Object.fromEntries(Object.entries(node.attrs).map(([name, value]) => [name, cleanAttribute(node, name, value)]));
  return [node.type.create(attributes, cleanFragment(node.content), node.marks)];
}

function cleanMark(mark: Mark): Mark[] {
  if (mark.type.name !== "link") return [mark];
  const written = String(mark.attrs.href ?? "");
  const href = safeHref(written);
  if (href === null) return [];
  const story = isUuid(mark.attrs.story) ? mark.attrs.story : null;
  if (isPlainText(written) && written.length <= longestAddress) return story === mark.attrs.story ? [mark] : [mark.type.create({ ...mark.attrs, story })];
  return href.length <= longestAddress ? [mark.type.create({ ...mark.attrs, href, story })] : [];
}

const longestAddress = 2000;

/** An attribute within the bounds of its block's schema. */
function cleanAttribute({ type }: Node, name: string, value: unknown): unknown {
  if (name === "start") return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 9999 ? value : 1;
  if (typeof value !== "string") return value;
  if (name === "id") return /^[a-z0-9]{10}$/.test(value) ? value : null;
  const text = storableText(value);
  const longest = lineOfWords(type.name, name)?.limit;
  return longest !== undefined && text.length > longest ? storableText(text.slice(0, longest)) : text;
}

function cleanText(tr: Transaction, node: Node, at: number): void {
  for (const mark of node.marks) {
    const [clean] = cleanMark(mark);
    if (clean?.eq(mark)) continue;
    if (clean) tr.addMark(at, at + node.nodeSize, clean);
    else tr.removeMark(at, at + node.nodeSize, mark);
  }
  const text = node.text ?? "";
  if (storableText(text) === text) return;
  const units = [...text].map((character, index, all) => ({ character, from: all.slice(0, index).join("").length }));
  for (const { character, from } of units.reverse()) if (storableText(character) === "") tr.delete(at + from, at + from + character.length);
}

/** The stretch of the document that the transactions touched, as it stands after them. */
function changedRange(transactions: readonly Transaction[], doc: Node): { from: number; to: number } {
  let from = doc.content.size;
  let to = 0;
  const maps = transactions.flatMap((transaction) => transaction.mapping.maps);
  maps.forEach((map, index) => {
    map.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      const later = maps.slice(index + 1);
      from = Math.min(from, later.reduce((place, next) => next.map(place, -1), newFrom));
      to = Math.max(to, later.reduce((place, next) => next.map(place, 1), newTo));
    });
  });
  return { from: Math.max(0, from), to: Math.min(doc.content.size, Math.max(to, from)) };
}
