import { z } from "zod";
import { isPlainText, singleLine } from "@/lib/kernel/text";
import { seenVersion } from "@/lib/settings/seen-version";
import { drawingTooLarge, isTooLarge } from "@/lib/settings/drawings";
import { contrast, enoughForText, isReadable, type Light, papers, readableShade, toldRatio } from "@/lib/settings/contrast";

/** Under which keys they lie among the settings: how the paper looks, and the drawings of its name, which no page needs to be made. */
export const brandingKey = "branding";
export const drawingsKey = "masthead";

/** How the paper's name is set, where it is not drawn. */
export const mastheadStyles = { usual: "Like headlines", strong: "Like headlines, bold", capitals: "Like headlines, capitals", label: "Sans serif, bold" } as const;
/** Which faces headlines and text are in. */
export const pairings = { serif: "Serif headlines, serif text", sansHeadlines: "Sans serif headlines, serif text", sansText: "Serif headlines, sans serif text" } as const;
export type MastheadStyle = keyof typeof mastheadStyles;
export type Pairing = keyof typeof pairings;
const namesOf = <Name extends string>(table: Record<Name, string>) => Object.keys(table) as [Name, ...Name[]];

export type PaperLink = { label: string; address: string };
const PaperLink = z.object({ label: z.string().min(1), address: z.string().min(1) });

const Drawing = z.object({ width: z.number().positive(), height: z.number().positive() });
const hex = z.string().regex(/^#[0-9a-f]{6}$/);

/** How the paper looks. What is not there, or is not understood, is as the paper comes. */
export const Branding = z.object({
  accentLight: hex.nullable().catch(null),
  accentDark: hex.nullable().catch(null),
  masthead: z.enum(namesOf(mastheadStyles)).catch("usual"),
  mastheadInAccent: z.boolean().catch(false),
  /** That there is a drawing of the name, and its size; the drawing itself lies at its own key. */
  drawingLight: Drawing.nullable().catch(null),
  drawingDark: Drawing.nullable().catch(null),
  /** That there is an icon, by a mark of its bytes; the picture itself lies beside the drawings. */
  icon: z.string().regex(/^[0-9a-f]{12}$/).nullable().catch(null),
  pairing: z.enum(namesOf(pairings)).catch("serif"),
  social: z.array(PaperLink).catch([]),
  menu: z.array(PaperLink).catch([]),
  foot: z.array(PaperLink).catch([]),
});
export type Branding = z.infer<typeof Branding>;

export function brandingOf(stored: unknown): Branding {
  const parsed = Branding.safeParse(stored ?? {});
  return parsed.success ? parsed.data : Branding.parse({});
}

/** Where the drawings are served. */
export const drawingAddresses: Record<Light, string> = { light: "/masthead.svg", dark: "/masthead-dark.svg" };

const onPaper: Record<Light, string> = { light: "on the light page", dark: "on the dark page" };

/** What readers could not read, in a sentence; null where they can. */
export function colourProblem(colour: string, light: Light): string | null {
  if (isReadable(colour, light)) return null;
  return `Too faint ${onPaper[light]}: ${toldRatio(contrast(colour, papers[light]))} to 1, and letters need ${enoughForText}. The nearest shade that can be read is ${readableShade(colour, light)}.`;
}

/** Where the paper's icon is; null where it has none of its own. Another icon has another address, so that browsers fetch it. */
export const iconAddress = ({ icon }: Pick<Branding, "icon">): string | null => icon && `/paper-icon.png?v=${icon}`;

/** A colour as people write it; null where it is none. */
export function colourOf(typed: string): string | null {
  const value = typed.trim().toLowerCase().replace(/^#?([0-9a-f])([0-9a-f])([0-9a-f])$/, "#$1$1$2$2$3$3").replace(/^(?=[0-9a-f]{6}$)/, "#");
  return hex.safeParse(value).success ? value : null;
}

const colour = (light: Light) =>
  z
    .string("Write a colour.")
    .transform((typed, context) => {
      if (typed.trim() === "") return null;
      const value = colourOf(typed);
      const problem = value ? colourProblem(value, light) : "Write a colour as six figures: #0b5cad.";
      if (problem) context.addIssue({ code: "custom", message: problem });
      return value;
    });

const mostLinks = 8;

/** Links as they are written, one a line: what it is called, and where it leads. */
const links = (isAddress: (address: string) => boolean, wrongAddress: string) =>
  z
    .string("Write one link a line.")
    .max(5_000, "That is too much for links.")
    .refine(isPlainText, "This text holds characters that cannot be stored.")
    .transform((text, context): PaperLink[] => {
      const refuse = (message: string) => context.addIssue({ code: "custom", message });
      const read = text.split(/\r?\n/).flatMap((line, index) => {
        if (line.trim() === "") return [];
        const [label = "", address = "", ...more] = line.split("|").map(singleLine);
        if (!label || !address || more.length > 0) refuse(`Line ${index + 1}: write it as “Name | address”.`);
        else if (label.length > 40) refuse(`Line ${index + 1}: a name may have 40 characters at most.`);
        else if (!isAddress(address)) refuse(`Line ${index + 1}: ${wrongAddress}`);
        return [{ label, address }];
      });
      if (read.length > mostLinks) refuse(`${mostLinks} are enough.`);
      if (new Set(read.map(({ address }) => address)).size < read.length) refuse("Two lines lead to the same address.");
      return read;
    });

const isHttps = (address: string) => /^https:\/\/[^\s\\<>"]+$/i.test(address) && URL.canParse(address) && new URL(address).username === "" && address.length <= 300;
const isOwnPath = (address: string) => /^\/(?![/\\])[^\s\\<>"]*$/.test(address) && address.length <= 300;
const ownOrHttps = (address: string) => isOwnPath(address) || isHttps(address);
const pathOrHttps = "begin the address with / or https://";

export function linksAsText(list: readonly PaperLink[]): string {
  return list.map(({ label, address }) => `${label} | ${address}`).join("\n");
}

/** A drawing in a form: not named where it stays as it is, empty where it is taken away. */
const drawing = z.string("Choose a file.").refine((source) => !isTooLarge(source), drawingTooLarge).optional();

/** What the parts of the look are called, in the form and wherever they are spoken of. */
export const lookNames = {
  accentLight: "Accent on light pages",
  accentDark: "Accent on dark pages",
  masthead: "Letters of the name",
  mastheadInAccent: "Print the name in the accent",
  drawingLight: "Drawing of the name (SVG)",
  drawingDark: "Drawing for dark pages (SVG)",
  pairing: "Typefaces",
  social: "Social addresses",
  menu: "More links in the menu",
  foot: "More links in the foot",
} as const;

/** The same as somebody may write it: all of it at once, upon the version that was seen. */
export const BrandingInput = z.strictObject({
  seen: seenVersion,
  accentLight: colour("light"),
  accentDark: colour("dark"),
  masthead: z.enum(namesOf(mastheadStyles), "Choose how the name is set."),
  mastheadInAccent: z.boolean(),
  drawingLight: drawing,
  drawingDark: drawing,
  pairing: z.enum(namesOf(pairings), "Choose the faces."),
  social: links(isHttps, "begin the address with https://"),
  menu: links(ownOrHttps, pathOrHttps),
  foot: links(ownOrHttps, pathOrHttps),
});
