import { z } from "zod";
import { bylineRoles, claimantKindCodes, type Language, languageCodes, storyFormats, verdictCodes } from "@/db/vocabulary";
import { storedDocument } from "@/lib/content/body";
import { fieldLimits } from "@/lib/content/limits";
import { cropBox, focalPoint } from "@/lib/content/stored/figure";
import { isPlainText } from "@/lib/kernel/text";

export type { Block, StoredDocument } from "@/lib/content/body";

/** Counted as a person counts: an emoji is one character. */
const isAtMost = (text: string, characters: number) => text.length <= characters || (text.length <= characters * 2 && [...text].length <= characters);

const line = (length: number) =>
  z
    .string()
    .refine((text) => isAtMost(text, length), `At most ${length} characters.`)
    .refine(isPlainText, "This text holds characters that cannot be stored.");

export const byline = z.strictObject({ role: z.enum(bylineRoles), personId: z.uuid().nullable(), name: line(fieldLimits.name) });
export type Byline = z.infer<typeof byline>;

export const leadPicture = z.strictObject({ assetId: z.uuid(), alt: line(fieldLimits.alt), caption: line(fieldLimits.caption), credit: line(fieldLimits.credit), focal: z.nullish(focalPoint), crop: z.nullish(cropBox) });
export type LeadPicture = z.infer<typeof leadPicture>;

/** Everything of a story that people write: what a revision holds. */
export const storyContent = z.strictObject({
  format: z.enum(storyFormats).default("news"),
  kicker: line(fieldLimits.kicker),
  headline: line(fieldLimits.headline),
  /** Shorter ones for fronts, search engines and social cards; empty, the headline itself is used. */
  frontHeadline: line(fieldLimits.frontHeadline).default(""),
  searchHeadline: line(fieldLimits.searchHeadline).default(""),
  socialHeadline: line(fieldLimits.socialHeadline).default(""),
  standfirst: line(fieldLimits.standfirst),
  /** What a fact check is about, who claimed it, and what was found; readers get them in that format alone. */
  claim: line(fieldLimits.claim).default(""),
  claimant: line(fieldLimits.claimant).default(""),
  claimantKind: z.enum(claimantKindCodes).nullable().default(null),
  verdict: z.enum(verdictCodes).nullable().default(null),
  dateline: line(fieldLimits.dateline),
  slug: line(fieldLimits.slug),
  sectionId: z.uuid().nullable(),
  language: z.enum(languageCodes),
  tags: z.array(line(fieldLimits.tag).min(1)).max(fieldLimits.tags),
  bylines: z.array(byline).max(fieldLimits.bylines),
  lead: leadPicture.nullable(),
  body: storedDocument,
});
export type StoryContent = z.infer<typeof storyContent>;

/** The fields that are running text and merge letter by letter. */
export const textFields = ["kicker", "headline", "frontHeadline", "searchHeadline", "socialHeadline", "standfirst", "claim", "claimant", "dateline", "slug"] as const satisfies readonly (keyof StoryContent)[];
export type TextField = (typeof textFields)[number];

export function emptyStory(language: Language = "en"): StoryContent {
  return { format: "news", kicker: "", headline: "", frontHeadline: "", searchHeadline: "", socialHeadline: "", standfirst: "", claim: "", claimant: "", claimantKind: null, verdict: null, dateline: "", slug: "", sectionId: null, language, tags: [], bylines: [], lead: null, body: { type: "doc", content: [{ type: "paragraph" }] } };
}
