import { z } from "zod";
import { languageCodes } from "@/db/vocabulary";
import type { Branding } from "@/lib/settings/branding";
import { seenVersion } from "@/lib/settings/seen-version";
import { isPlainText, singleLine } from "@/lib/kernel/text";

/** Under which key it lies among the settings. */
export const paperKey = "paper";

/** Where a story's corrections stand, on its page, on paper and in feeds: where the text was wrong, all of them before its first word, or both. */
export const correctionPlaces = { below: "In the text, or below it", above: "All together, above the text", both: "In both places" } as const;
export type CorrectionPlace = keyof typeof correctionPlaces;
const correctionPlaceCodes = Object.keys(correctionPlaces) as [CorrectionPlace, ...CorrectionPlace[]];

/** What the paper says of itself; every value has a sensible default, so that a fresh paper works. */
export const PaperSettings = z.object({
  name: z.string().min(1).default("The paper"),
  tagline: z.string().default(""),
  description: z.string().default(""),
  /** IANA name; every time on the site is told in it. */
  timeZone: z.string().default("UTC"),
  language: z.enum(languageCodes).default("en"),
  imprint: z.array(z.string()).default([]),
  correctionsAt: z.enum(correctionPlaceCodes).default("below"),
});
/** With how it looks, where somebody has changed that. */
export type PaperSettings = z.infer<typeof PaperSettings> & { branding?: Branding };

const line = (most: number, tooLong: string) => z.string(tooLong).max(most, tooLong).refine(isPlainText, "This text holds characters that cannot be stored.").transform(singleLine);

/** What the parts are called, in the form and wherever they are spoken of. */
export const paperNames = { name: "Name of the paper", tagline: "Motto", description: "What the paper is", timeZone: "Time zone", language: "Language of the paper", imprint: "Imprint" } as const;

/** The same as somebody may write it: all of it at once, upon the version that was seen. */
export const PaperInput = z.strictObject({
  seen: seenVersion,
  name: line(80, "A name may have 80 characters at most.").refine((name) => name.length >= 2, "The paper needs a name."),
  tagline: line(120, "Say it in 120 characters."),
  description: line(300, "Say it in 300 characters."),
  timeZone: z.string("Choose a time zone.").refine(isTimeZone, "There is no such time zone. Write it as in Europe/Copenhagen."),
  language: z.enum(languageCodes, "Choose a language."),
  imprint: z.array(line(200, "A line may have 200 characters at most.")).max(20, "Twenty lines are enough."),
  correctionsAt: z.enum(correctionPlaceCodes, "Choose where corrections stand.").default("below"),
});

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // A name that is none is thrown at.
    return false;
  }
}

export function paperSettings(stored: unknown): PaperSettings {
  const parsed = PaperSettings.safeParse(stored ?? {});
  return parsed.success ? parsed.data : PaperSettings.parse({});
}
