import type { Tally } from "@/lib/content/paste/receipt";
import { styleOf } from "@/lib/content/paste/styles";
import { childrenOf, classesOf, elementsIn, isInside, nameOf, nearest, remove, unwrap } from "@/lib/content/paste/tree";

const blockNames = new Set(["p", "li", "div", "dd", "td", "section", "aside", "blockquote", "body", "article"]);

/**
 * Footnotes of any program: an anchor that leads to a note which leads back. The reference stays in the text as [1]; the notes stand at
 * the end, each a paragraph that begins with its mark.
 */
export function gatherFootnotes(root: Element, tally: Tally): void {
  const elements = elementsIn(root);
  const targets = targetsIn(elements);
  const notes = new Map<Element, string>();
  for (const anchor of elements) {
    const fragment = fragmentOf(anchor);
    if (fragment === null || !isInside(root, anchor)) continue;
    // The way back from a note is no reference, wherever the note stands.
    if (/ sd(?:foot|end)notesym /.test(classesOf(anchor))) continue;
    const target = targets.get(fragment);
    if (target && isWayBack(anchor, target)) continue;
    const note = target ? noteAround(target) : null;
    if (!note || isInside(note, anchor)) {
      if (/^_(?:ftn|edn)\d/.test(fragment)) refer(anchor, labelOf(anchor, notes.size + 1));
      continue;
    }
    const known = notes.get(note);
    const back = known ? null : backLink(note, anchor, targets);
    if (!known && !back) continue;
    const label = known ?? labelOf(anchor, notes.size + 1);
    notes.set(note, label);
    refer(anchor, label);
  }
  if (notes.size === 0) return;
  tally.count("notes", notes.size);
  const document = root.ownerDocument;
  root.appendChild(document.createElement("hr"));
  for (const [note, label] of notes) root.appendChild(written(note, label));
}

/** Where a note stands before the text that it belongs to: it begins with its mark or ends with an arrow, and its reference stands behind words. */
function isWayBack(anchor: Element, target: Element): boolean {
  const arrow = /^\s*[↩↑⤴⏎^]+\s*$/u.test((anchor.textContent ?? "").replace(/\ufe0e|\ufe0f/g, "")) || anchor.getAttribute("role") === "doc-backlink" || / (?:footnote-back|reversefootnote|footnote-backref) /.test(classesOf(anchor));
  return arrow || (beginsItsBlock(anchor) && !beginsItsBlock(target));
}

function beginsItsBlock(element: Element): boolean {
  for (let one: Element | null = element; one && !blockNames.has(nameOf(one)); one = one.parentElement) {
    for (let before = one.previousSibling; before; before = before.previousSibling) if (/[\p{L}\p{N}]/u.test(before.textContent ?? "")) return false;
  }
  return true;
}

function targetsIn(elements: readonly Element[]): Map<string, Element> {
  const targets = new Map<string, Element>();
  for (const element of elements) {
    for (const name of [element.getAttribute("id"), nameOf(element) === "a" ? element.getAttribute("name") : null]) if (name && !targets.has(name)) targets.set(name, element);
  }
  return targets;
}

/** Word writes the address of its own temporary file before the fragment. */
function fragmentOf(element: Element): string | null {
  if (nameOf(element) !== "a") return null;
  return /^(?:[^#]{0,400})#(.{1,200})$/.exec(element.getAttribute("href") ?? "")?.[1] ?? null;
}

function noteAround(target: Element): Element | null {
  const block = nearest(target, (one) => blockNames.has(nameOf(one)));
  if (!block || ["body", "section", "article"].includes(nameOf(block))) return null;
  const holder = block.parentElement;
  return holder && /^(?:foot|end)note$/.test(styleOf(holder).get("mso-element") ?? "") ? holder : holder && /^(?:ftn|edn|sdfootnote|sdendnote)\d+$/.test(holder.getAttribute("id") ?? "") ? holder : block;
}

function backLink(note: Element, anchor: Element, targets: Map<string, Element>): Element | null {
  return (
    elementsIn(note).find((one) => {
      const fragment = fragmentOf(one);
      const goal = fragment === null ? undefined : targets.get(fragment);
      return goal !== undefined && (isInside(goal, anchor) || isInside(anchor, goal));
    }) ?? null
  );
}

function labelOf(anchor: Element, index: number): string {
  const text = (anchor.textContent ?? "").replace(/[[\]()\s\u00a0]/g, "");
  return text !== "" && text.length <= 6 ? text : String(index);
}

function refer(anchor: Element, label: string): void {
  const around = nearest(anchor, (one) => nameOf(one) === "sup");
  const mark = anchor.ownerDocument.createElement(around ? "span" : "sup");
  mark.textContent = `[${label}]`;
  anchor.parentNode?.replaceChild(mark, anchor);
}

/** The note as a block of its own, taken out of where it stood. */
function written(note: Element, label: string): Element {
  for (const element of elementsIn(note)) {
    const fragment = fragmentOf(element);
    if (fragment === null) continue;
    if (/^[\s\u00a0\d[\]().^↑↩⏎*a-z]{0,12}$/i.test((element.textContent ?? "").replace(/\ufe0e|\ufe0f/g, ""))) remove(element);
    else unwrap(element);
  }
  const holder = note.ownerDocument.createElement("div");
  for (const child of childrenOf(note)) holder.appendChild(child);
  const first = elementsIn(holder).find((one) => nameOf(one) === "p") ?? holder;
  first.insertBefore(note.ownerDocument.createTextNode(`[${label}] `), first.firstChild);
  const list = note.parentElement;
  remove(note);
  const before = list?.previousElementSibling;
  if (before && nameOf(before) === "hr" && !/\S/.test(list?.textContent ?? "")) remove(before);
  return holder;
}
