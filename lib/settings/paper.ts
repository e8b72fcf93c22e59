import { z } from "zod";
import { languageCodes } from "@/db/vocabulary";

/** What the paper says of itself; every value has a sensible default, so that a fresh paper works. */
export const PaperSettings = z.object({
  name: z.string().min(1).default("The paper"),
  tagline: z.string().default(""),
  description: z.string().default(""),
  /** IANA name; every time on the site is told in it. */
  timeZone: z.string().default("UTC"),
  language: z.enum(languageCodes).default("en"),
  imprint: z.array(z.string()).default([]),
});
export type PaperSettings = z.infer<typeof PaperSettings>;

export function paperSettings(stored: unknown): PaperSettings {
  const parsed = PaperSettings.safeParse(stored ?? {});
  return parsed.success ? parsed.data : PaperSettings.parse({});
}
