import type { Editor } from "@tiptap/core";
import { fieldOfSetting, lineOf } from "@/components/desk/editor/checks/places";
import { foundIn } from "@/components/desk/editor/find/find-plugin";
import type { Hit } from "@/components/desk/editor/find/hits";

type Line = HTMLInputElement | HTMLTextAreaElement;

/** Shows what is found in the fields, and brings the place that is looked at into sight; returns what takes it off. */
export function showFound(editor: Editor): () => void {
  const { hits, at } = foundIn(editor);
  const lines = new Map<Line, { start: number; end: number; isHere: boolean }[]>();
  hits.forEach((hit, index) => {
    const line = lineWith(hit);
    if (line && hit.in !== "text") lines.set(line, [...(lines.get(line) ?? []), { start: hit.start, end: hit.end, isHere: index === at }]);
  });
  const undo = [...lines].map(([line, matches]) => markOver(line, matches));
  return () => {
    for (const one of undo) one();
  };
}

/** Brings the place that is looked at into sight: in the body its block, else its field. */
export function scrollToFound(editor: Editor): void {
  const { hits, at } = foundIn(editor);
  for (const place of [editor.view.dom.querySelector(hits[at]?.in === "line" ? ".holds-found" : ".found.here"), ...document.querySelectorAll(".found-over .here")]) place?.scrollIntoView({ block: "center" });
}

/** The field that a hit stands in, where it is drawn. */
const lineWith = (hit: Hit): Line | null => (hit.in === "text" ? null : hit.in === "field" ? lineOf(hit.field) : fieldOfSetting(hit.blockId, hit.attribute));

const copied = ["font", "letterSpacing", "textTransform", "textIndent", "textAlign", "textWrapStyle", "direction", "padding", "lineHeight", "color"] as const;

/**
 * A browser paints no selection in a field that has not the focus, and the focus stays in the bar: its words are written once more over
 * the field, and those that are found can be seen.
 */
function markOver(line: Line, matches: readonly { start: number; end: number; isHere: boolean }[]): () => void {
  const over = document.createElement("div");
  over.className = "found-over";
  over.setAttribute("aria-hidden", "true");
  const style = getComputedStyle(line);
  for (const property of copied) over.style[property] = style[property];
  over.style.whiteSpace = line instanceof HTMLInputElement ? "pre" : "pre-wrap";
  let read = 0;
  for (const { start, end, isHere } of matches) {
    const mark = document.createElement("mark");
    mark.className = isHere ? "found here" : "found";
    mark.textContent = line.value.slice(start, end);
    const before = document.createElement("span");
    before.textContent = line.value.slice(read, start);
    over.append(before, mark);
    read = end;
  }
  over.append(Object.assign(document.createElement("span"), { textContent: line.value.slice(read) }));
  const lay = () => {
    const [box, around] = [line.getBoundingClientRect(), over.offsetParent?.getBoundingClientRect()];
    if (!around) return;
    // To the part of a pixel: the letters lie on the letters.
    over.style.insetBlockStart = `${box.top - around.top - (over.offsetParent?.clientTop ?? 0) + line.clientTop}px`;
    over.style.left = `${box.left - around.left - (over.offsetParent?.clientLeft ?? 0) + line.clientLeft}px`;
    over.style.inlineSize = `${line.clientWidth}px`;
    over.style.blockSize = `${line.clientHeight}px`;
  };
  const scroll = () => {
    line.scrollLeft = over.scrollLeft;
    line.scrollTop = over.scrollTop;
  };
  line.after(over);
  const watch = new ResizeObserver(lay);
  watch.observe(line);
  over.addEventListener("scroll", scroll);
  const takeOff = () => {
    watch.disconnect();
    line.removeEventListener("input", takeOff);
    over.remove();
  };
  // What is typed there now is not covered by what stood there before.
  line.addEventListener("input", takeOff);
  lay();
  return takeOff;
}
