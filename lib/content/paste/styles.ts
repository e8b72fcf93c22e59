/** What a `style` attribute says, property by property. */
export type Style = ReadonlyMap<string, string>;

const none: Style = new Map();
let known = new Map<string, Style>();

/** Reads an element's `style` attribute. Pasted documents repeat few of them, so each is read once. */
export function styleOf(element: Element): Style {
  const text = element.getAttribute("style");
  return text ? readStyle(text) : none;
}

export function readStyle(text: string): Style {
  const seen = known.get(text);
  if (seen) return seen;
  const style = new Map<string, string>();
  for (const part of text.split(";")) {
    const colon = part.indexOf(":");
    if (colon > 0) style.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim().toLowerCase());
  }
  if (known.size > 2000) known = new Map();
  known.set(text, style);
  return style;
}

/** Whether the style makes letters bold, makes them not bold, or says nothing about it. */
export function boldness(style: Style): boolean | null {
  const weight = style.get("font-weight");
  if (!weight) return null;
  if (weight.startsWith("bold")) return true;
  if (weight === "normal" || weight === "lighter") return false;
  const number = Number.parseInt(weight, 10);
  return Number.isNaN(number) ? null : number >= 600;
}

export function slant(style: Style): boolean | null {
  const slanted = style.get("font-style");
  if (!slanted) return null;
  return slanted.startsWith("italic") || slanted.startsWith("oblique") ? true : slanted.startsWith("normal") ? false : null;
}

export function isStruck(style: Style): boolean {
  return (style.get("text-decoration") ?? style.get("text-decoration-line") ?? "").includes("line-through");
}

/** Left where nobody sees it: off the page, clipped away, of no strength. */
const isOutOfSight = (style: Style): boolean => [/^-\d{4}/.test(style.get("left") ?? style.get("top") ?? ""), /^rect\((?:[01](?:px)?[, ]*){4}\)/.test(style.get("clip") ?? ""), Number.parseFloat(style.get("opacity") ?? "1") === 0].some(Boolean);

/** Whether the writer or the page hid it. */
export function isHidden(element: Element, style: Style): boolean {
  return isOutOfSight(style) || element.hasAttribute("hidden") || style.get("display") === "none" || style.get("mso-hide") === "all" || style.get("visibility") === "hidden" || (!element.firstElementChild && /^0(?:px|pt|em|rem|%)?$/.test(style.get("font-size") ?? ""));
}
