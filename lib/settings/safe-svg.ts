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
  const drawn = anew(root, making, { depth: 0, clipping: false, unseen: false, hidden: false });
  if (making.problem) return { problem: making.problem };
  if (making.shapes === 0) return { problem: "There is nothing to see in this drawing." };
  const svg = drawn.replace(/^<svg/, `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`);
  return { svg, width, height, leftOut: [...making.leftOut] };
}

type Making = { leftOut: Set<string>; elements: number; /** Those that are drawn where they stand. */ shapes: number; problem: string | null };
/** Where an element stands: `clipping` within a clip, `unseen` where nothing is drawn, `hidden` until something within is made visible again. */
type Place = { depth: number; clipping: boolean; unseen: boolean; hidden: boolean };

const shapes = new Set(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"]);
const gradients = new Set(["linearGradient", "radialGradient"]);
const told = new Set(["title", "desc"]);
const known = new Set([...shapes, ...gradients, ...told, "svg", "g", "defs", "stop", "clipPath"]);
/** Known never to draw: left out without a word but the receipt. */
const silent = new Set(["metadata", "script", "set", "animate", "animateMotion", "animateTransform", "view"]);

function anew(element: Element, making: Making, { depth, clipping, unseen, hidden }: Place): string {
  const name = element.tagName;
  if (++making.elements > mostElements || depth > deepest) making.problem ??= "The drawing has too many parts. Join its paths.";
  if (making.problem) return "";
  if (!known.has(name)) {
    if (!silent.has(name) && !name.includes(":")) making.problem = refusalOf(name);
    making.leftOut.add(name);
    return "";
  }
  const kept = attributesOf(element, making, depth === 0, clipping);
  const visibility = kept.get("visibility") ?? "inherit";
  const within: Place = {
    depth: depth + 1,
    clipping: clipping || name === "clipPath",
    unseen: unseen || name === "defs" || name === "clipPath" || kept.get("display") === "none" || Number.parseFloat(kept.get("opacity") ?? "1") === 0,
    hidden: visibility === "inherit" ? hidden : visibility !== "visible",
  };
  if (shapes.has(name) && !within.unseen && !within.hidden) making.shapes += 1;
  const attributes = [...kept].map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`).join("");
  const inside = told.has(name)
    ? escaped((element.textContent ?? "").trim())
    : [...element.childNodes].map((child) => (child.nodeType === 1 ? anew(child as Element, making, within) : "")).join("");
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

/** What sets nothing, whatever it stands at. */
const nothingSet = /^(?:|none|normal|auto|initial|unset)$/i;
/** Attributes that change what is seen, and are not understood here. Any other that is not known draws nothing. */
const seenAttributes = /^(?:filter|mask|marker|marker-(?:start|mid|end)|paint-order|transform-origin|systemLanguage|requiredExtensions|requiredFeatures)$/;
/** Properties that say nothing to a drawn shape: of letters, of editors, of how things are handled. Any other that is not known may change what is seen. */
const idleProperties = /^(?:-inkscape-.*|--.*|font(?:-.*)?|text-(?!orientation$).*|line-height|letter-spacing|word-spacing|writing-mode|direction|unicode-bidi|(?:alignment|dominant)-baseline|baseline-shift|white-space|block-progression|shape-(?:padding|margin|inside|subtract)|tab-size|enable-background|cursor|pointer-events|user-select|will-change|isolation|color-(?:rendering|profile|interpolation-filters)|image-rendering|text-rendering|solid-(?:color|opacity)|flood-(?:color|opacity)|lighting-color|marker-?knockout|overflow|clip)$/;

/** What of an element's attributes is understood. What its style says comes last, as it would count. */
function attributesOf(element: Element, making: Making, isRoot: boolean, clipping: boolean): Map<string, string> {
  const kept = new Map<string, string>();
  const refuse = (name: string) => {
    making.problem ??= `What “${name.slice(0, 30)}” does to it cannot be shown. Turn it into plain shapes with plain colours, then save it again.`;
  };
  const fits = (name: string, values: Record<string, RegExp>, value: string) => Object.hasOwn(values, name) && values[name]?.test(value);
  for (const { name: given, value: raw } of [...element.attributes]) {
    // The two names of one thing; gradients borrow stops by it, and nothing else may refer.
    const name = given === "xlink:href" ? "href" : given;
    const value = raw.trim();
    if (name === "style" || (isRoot && /^(?:x|y|width|height|version)$/.test(name))) continue;
    const isIdle = name === "id" || (name === "href" && !gradients.has(element.tagName)) || nothingSet.test(value);
    // Clips within clips multiply what a browser has to draw, a few bytes at a time.
    if (name === "clip-path" && clipping && !nothingSet.test(value)) refuse(name);
    else if (fits(name, attributeValues, value) && !(name === "href" && isIdle)) kept.set(name, value);
    else if (!isIdle && (Object.hasOwn(attributeValues, name) || seenAttributes.test(name))) refuse(name);
    else if (!/^(?:xmlns(?::.*)?|class|data-.*|xml:.*|aria-.*|role|.*:.*)$/.test(name)) making.leftOut.add(name);
  }
  for (const [property, value] of declarationsOf(element.getAttribute("style") ?? "")) {
    const transform = property === "transform" && transformed.has(element.tagName) ? transformAsAttribute(value) : null;
    if (transform) kept.set(property, transform);
    // Its attribute of that name no longer counts.
    else if (property === "transform" && value === "none") kept.delete(property);
    else if (Object.hasOwn(styling, property) && /^(?:initial|unset)$/i.test(value)) refuse(property);
    else if (property === "clip-path" && clipping && !nothingSet.test(value)) refuse(property);
    else if (fits(property, styling, value)) kept.set(property, value);
    else if (nothingSet.test(value) || idleProperties.test(property) || (!isRoot && /^(?:background|border|margin|padding|outline)/.test(property))) making.leftOut.add(property);
    else refuse(property);
  }
  return kept;
}

/** What a style says, in the order in which it counts: what is important last, however early it stands. */
function declarationsOf(style: string): [property: string, value: string][] {
  const declarations = style
    .replace(/\/\*[\s\S]*?\*\//g, " ")
    .split(";")
    .flatMap((declaration) => {
      const [property = "", ...rest] = declaration.split(":");
      if (property.trim() === "") return [];
      const value = rest.join(":").trim();
      const plain = value.replace(/\s*!\s*important$/i, "");
      return [{ property: property.trim().toLowerCase(), value: plain, isImportant: plain !== value }];
    });
  const inOrder = [...declarations.filter(({ isImportant }) => !isImportant), ...declarations.filter(({ isImportant }) => isImportant)];
  return inOrder.map(({ property, value }) => [property, value]);
}

/** A style's transform, as an attribute says it: lengths without their px, angles in degrees. Null where it says what an attribute cannot. */
function transformAsAttribute(value: string): string | null {
  // Longer than anybody writes one; looking through it would take its square.
  if (value.length > 400) return null;
  const parts = value.match(/[a-z]+\([^()]*\)/gi) ?? [];
  if (parts.length === 0 || value.replace(/[a-z]+\([^()]*\)/gi, "").trim() !== "") return null;
  const read = parts.map((part) => {
    const [, name = "", inside = ""] = /^([a-z]+)\(([^()]*)\)$/i.exec(part) ?? [];
    const form = transformForms[name.toLowerCase()];
    const given = inside.split(",").map((one) => one.trim());
    if (!form?.numbers.includes(given.length) || !given.every((one) => form.unit.test(one))) return null;
    return form.write(given.map((one) => one.replace(/(?:px|deg)$/i, "")));
  });
  return read.includes(null) ? null : read.join(" ");
}

/** A style's transform means the same as the attribute in these alone. */
const transformed = new Set([...shapes, "g"]);
const plainNumber = new RegExp(`^${number}$`, "i");
const pixels = new RegExp(`^(?:${number}px|[-+]?0)$`, "i");
const degrees = new RegExp(`^(?:${number}deg|[-+]?0)$`, "i");
const transformForms: Record<string, { numbers: number[]; unit: RegExp; write: (given: string[]) => string }> = {
  translate: { numbers: [1, 2], unit: pixels, write: (given) => `translate(${given.join(" ")})` },
  translatex: { numbers: [1], unit: pixels, write: ([x]) => `translate(${x} 0)` },
  translatey: { numbers: [1], unit: pixels, write: ([y]) => `translate(0 ${y})` },
  scale: { numbers: [1, 2], unit: plainNumber, write: (given) => `scale(${given.join(" ")})` },
  scalex: { numbers: [1], unit: plainNumber, write: ([x]) => `scale(${x} 1)` },
  scaley: { numbers: [1], unit: plainNumber, write: ([y]) => `scale(1 ${y})` },
  rotate: { numbers: [1], unit: degrees, write: ([angle]) => `rotate(${angle})` },
  skewx: { numbers: [1], unit: degrees, write: ([angle]) => `skewX(${angle})` },
  skewy: { numbers: [1], unit: degrees, write: ([angle]) => `skewY(${angle})` },
  matrix: { numbers: [6], unit: plainNumber, write: (given) => `matrix(${given.join(" ")})` },
};

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? "");
