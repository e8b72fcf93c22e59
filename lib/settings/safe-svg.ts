import { DOMParser } from "linkedom";
import { isPlainText } from "@/lib/kernel/text";
import { drawingTooLarge, isTooLarge } from "@/lib/settings/drawings";

/** A drawing that is safe to serve, its size in units of its own, and what was left out of it. */
export type SafeSvg = { svg: string; width: number; height: number; leftOut: string[] };

const mostElements = 1_500;
const deepest = 30;
/** Wider or taller than this it is no masthead, and no page has room for it. */
const widest = 20;
const tallest = 0.25;

/**
 * A drawing made anew from an allow-list: elements that draw, and attributes of which each value was understood. Nothing of the source is
 * copied, so what is not known here cannot be in it. Refuses with a sentence whatever it would have to change before the reader's eyes.
 */
export function safeSvg(source: string): SafeSvg | { problem: string } {
  if (isTooLarge(source)) return { problem: drawingTooLarge };
  if (!isPlainText(source)) return { problem: "The file is not UTF-8 text. Save the drawing as plain SVG." };
  // Entities are defined in a document type alone; without one there is nothing to be expanded.
  if (/<!(?:doctype|entity)/i.test(source)) return { problem: "The file begins with a document type (<!DOCTYPE …>). Take that line out." };
  const root = new DOMParser().parseFromString(source, "image/svg+xml").documentElement as unknown as Element | null;
  if (root?.tagName !== "svg") return { problem: "This is no SVG drawing." };
  const [, , width = 0, height = 0] = (root.getAttribute("viewBox") ?? "").trim().split(/[\s,]+/).map(Number);
  if (!(width > 0 && height > 0 && width < 1e5 && height < 1e5)) return { problem: "The drawing does not say its size. Give it a viewBox, as in viewBox=\"0 0 400 80\"." };
  if (width / height > widest || width / height < tallest) return { problem: "The drawing is too long for the top of a page: at most twenty times as wide as high, and four times as high as wide." };
  const making: Making = { leftOut: new Set(), elements: 0, shapes: 0, problem: null };
  const drawn = anew(root, making, 0, false);
  if (making.problem) return { problem: making.problem };
  if (making.shapes === 0) return { problem: "There is nothing to see in this drawing." };
  const svg = drawn.replace(/^<svg/, `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`);
  return { svg, width, height, leftOut: [...making.leftOut] };
}

type Making = { leftOut: Set<string>; elements: number; shapes: number; problem: string | null };

const shapes = new Set(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"]);
const gradients = new Set(["linearGradient", "radialGradient"]);
const told = new Set(["title", "desc"]);
const known = new Set([...shapes, ...gradients, ...told, "svg", "g", "defs", "stop", "clipPath"]);
/** Known never to draw: left out without a word but the receipt. */
const silent = new Set(["metadata", "script", "set", "animate", "animateMotion", "animateTransform", "view"]);

function anew(element: Element, making: Making, depth: number, clipping: boolean): string {
  const name = element.tagName;
  if (++making.elements > mostElements || depth > deepest) making.problem ??= "The drawing has too many parts. Join its paths.";
  if (making.problem) return "";
  if (!known.has(name)) {
    if (!silent.has(name) && !name.includes(":")) making.problem = refusalOf(name);
    making.leftOut.add(name);
    return "";
  }
  if (shapes.has(name)) making.shapes += 1;
  const attributes = [...attributesOf(element, making, depth === 0, clipping)].map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`).join("");
  const inside = told.has(name)
    ? escaped((element.textContent ?? "").trim())
    : [...element.childNodes].map((child) => (child.nodeType === 1 ? anew(child as Element, making, depth + 1, clipping || name === "clipPath") : "")).join("");
  return inside ? `<${name}${attributes}>${inside}</${name}>` : `<${name}${attributes}/>`;
}

function refusalOf(name: string): string {
  if (/^(?:text|tspan|textPath|tref|font|glyph)$/.test(name)) return "There are letters in it that need a font. Turn text into paths, then save it again.";
  if (name === "style") return "Its colours stand in a style sheet. Export it with presentation attributes instead.";
  if (name === "image" || name === "foreignObject") return "There is a picture or page inside it. Only drawn shapes can be shown.";
  if (name === "use" || name === "symbol") return "It repeats parts of itself (<use>). Expand them into shapes, then save it again.";
  return `<${name.slice(0, 30)}> cannot be shown. Turn it into plain shapes, then save it again.`;
}

const number = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?`;
const id = String.raw`[A-Za-z_][\w.-]*`;
const reference = String.raw`url\(\s*["']?#${id}["']?\s*\)`;
const length = new RegExp(`^${number}(?:px|pt|pc|mm|cm|in|em|%)?$`, "i");
const lengths = /^[\d\s,.e%+-]+$/i;
const paint = new RegExp(String.raw`^(?:[a-z]{3,30}|#[\da-f]{3,8}|(?:rgb|hsl)a?\([\d\s,.%/+-]{1,60}\)|${reference}(?:\s+(?:none|#[\da-f]{3,8}))?)$`, "i");
const keyword = /^[a-z]{2,20}(?:-[a-z]{2,20})*$/i;

const styling: Record<string, RegExp> = {
  ...each(["fill", "stroke", "stop-color", "color"], paint),
  ...each(["opacity", "fill-opacity", "stroke-opacity", "stop-opacity", "stroke-width", "stroke-miterlimit", "stroke-dashoffset"], length),
  ...each(["fill-rule", "clip-rule", "stroke-linecap", "stroke-linejoin", "visibility", "display", "vector-effect", "shape-rendering", "color-interpolation"], keyword),
  "stroke-dasharray": /^(?:none|[\d\s,.e%+-]+)$/i,
  "clip-path": new RegExp(`^(?:none|${reference})$`, "i"),
};

const attributeValues: Record<string, RegExp> = {
  ...styling,
  ...each(["x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "fx", "fy", "fr", "offset", "pathLength"], length),
  ...each(["points", "viewBox"], lengths),
  ...each(["transform", "gradientTransform"], /^(?:(?:matrix|translate|scale|rotate|skewX|skewY)\([\d\s,.e+-]*\)[\s,]*)+$/i),
  ...each(["gradientUnits", "clipPathUnits", "spreadMethod"], keyword),
  d: /^[\dmlhvcsqtaze\s,.+-]*$/i,
  preserveAspectRatio: /^[a-z]{4,8}(?: meet| slice)?$/i,
  id: new RegExp(`^${id}$`),
  href: new RegExp(`^#${id}$`),
};

function each(names: readonly string[], values: RegExp): Record<string, RegExp> {
  return Object.fromEntries(names.map((name) => [name, values]));
}

/** What of an element's attributes is understood. What its style says comes last, as it would count. */
function attributesOf(element: Element, making: Making, isRoot: boolean, clipping: boolean): Map<string, string> {
  const kept = new Map<string, string>();
  const take = (given: string, values: Record<string, RegExp>, value: string) => {
    // The two names of one thing; gradients borrow stops by it, and nothing else may refer.
    const name = given === "xlink:href" ? "href" : given;
    const form = Object.hasOwn(values, name) ? values[name] : undefined;
    const fits = form?.test(value) && !(name === "href" && !gradients.has(element.tagName)) && !(isRoot && /^(?:x|y|width|height)$/.test(name));
    // Clips within clips multiply what a browser has to draw, a few bytes at a time.
    if (fits && !(name === "clip-path" && clipping)) kept.set(name, value);
    else if (!(isRoot && /^(?:x|y|width|height|version)$/.test(name)) && !/^(?:xmlns(?::.*)?|class|data-.*|xml:.*|aria-.*|role|.*:.*)$/.test(name)) making.leftOut.add(name);
  };
  const attributes = [...element.attributes];
  for (const { name, value } of attributes) if (name !== "style") take(name, attributeValues, value.trim());
  for (const declaration of (element.getAttribute("style") ?? "").split(";")) {
    const [property = "", ...value] = declaration.split(":");
    if (property.trim() !== "") take(property.trim().toLowerCase(), styling, value.join(":").trim());
  }
  return kept;
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? "");
