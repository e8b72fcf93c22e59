/* How well a colour can be read on the paper (WCAG 2.2), and the nearest shade of it that can. Pure, for the form and for the command. */

export type Light = "light" | "dark";

/** Small letters are printed in the accent; whatever serves for them serves for marks. */
export const enoughForText = 4.5;

/** WCAG's ratio of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

/** The ratio as it is told: never rounded up to what it does not reach. */
export const toldRatio = (ratio: number) => (Math.floor(ratio * 10) / 10).toFixed(1);

/** Whether readers can read small letters of this colour. */
export const isReadable = (colour: string, light: Light) => contrast(colour, papers[light]) >= enoughForText;

/** The colour itself where it can be read; else the nearest shade of the same hue that can. */
export function readableShade(colour: string, light: Light): string {
  const [lightness, a, b] = toOklab(colour);
  const step = light === "light" ? -0.004 : 0.004;
  let shade = colour;
  for (let at = lightness; at >= 0 && at <= 1 && !isReadable(shade, light); at += step) shade = inGamut(at, a, b);
  return isReadable(shade, light) ? shade : light === "light" ? "#000000" : "#ffffff";
}

/** As vivid as a screen can show it at this lightness. */
function inGamut(lightness: number, a: number, b: number): string {
  for (let part = 1; part > 0; part -= 0.02) {
    const channels = fromOklab(lightness, a * part, b * part);
    if (channels.every((channel) => channel >= -0.0005 && channel <= 1.0005)) return hexOf(channels);
  }
  return hexOf(fromOklab(lightness, 0, 0));
}

const channelsOf = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
const linear = (channel: number) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const gamma = (channel: number) => (channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055);
const hexOf = (channels: readonly number[]) => `#${channels.map((channel) => Math.round(Math.min(1, Math.max(0, channel)) * 255).toString(16).padStart(2, "0")).join("")}`;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(hex).map(linear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/* Björn Ottosson's Oklab: equal steps of lightness look equal in every hue. */
function toOklab(hex: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = channelsOf(hex).map(linear);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

function fromOklab(lightness: number, a: number, b: number): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s, -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s].map(gamma);
}

/** What things lie on, by day and by night: --paper of components/ui/tokens.css, held to it by a test. */
export const papers: Record<Light, string> = { light: "#ffffff", dark: "#101316" };
