import { z } from "zod";
import { bylineRoles, claimantKindCodes, type Language, languageCodes, storyFormats, verdictCodes } from "@/db/vocabulary";
import { bodyLimits, fieldLimits, isWithinLimits } from "@/lib/content/limits";
import { blockquoteNode } from "@/lib/content/stored/blockquote";
import { correctionNoteNode } from "@/lib/content/stored/correction-note";
import { embedNode } from "@/lib/content/stored/embed";
import { factBoxNode } from "@/lib/content/stored/fact-box";
import { cropBox, figureNode, focalPoint } from "@/lib/content/stored/figure";
import { galleryNode } from "@/lib/content/stored/gallery";
import { headingNode } from "@/lib/content/stored/heading";
import { listNode } from "@/lib/content/stored/list";
import { paragraphNode } from "@/lib/content/stored/paragraph";
import { pullQuoteNode } from "@/lib/content/stored/pull-quote";
import { relatedCardNode } from "@/lib/content/stored/related-card";
import { sectionBreakNode } from "@/lib/content/stored/section-break";
import { stashNode } from "@/lib/content/stored/stash";
import { tableNode } from "@/lib/content/stored/table";
import { migrateBody } from "@/lib/content/migrate-body";
import { isPlainText } from "@/lib/kernel/text";

const block = z.union([paragraphNode, headingNode, listNode, blockquoteNode, pullQuoteNode, figureNode, galleryNode, factBoxNode, tableNode, embedNode, relatedCardNode, correctionNoteNode, sectionBreakNode, stashNode]);
export type Block = z.infer<typeof block>;

/** A story's body as it is stored: a tree of known blocks and nothing else. */
export const storedDocument = z.strictObject({ type: z.literal("doc"), content: z.array(block).min(1).max(bodyLimits.blocks) });
export type StoredDocument = z.infer<typeof storedDocument>;

/** Counted as a person counts: an emoji is one character. */
const isAtMost = (text: string, characters: number) => text.length <= characters || (text.length <= characters * 2 && [...text].length <= characters);

const line = (length: number) =>
  z
    .string()
    .refine((text) => isAtMost(text, length), `At most ${length} characters.`)
    .refine(isPlainText, "This text holds characters that cannot be stored.");

export const byline = z.strictObject({ role: z.enum(bylineRoles), personId: z.uuid().nullable(), name: line(fieldLimits.name) });
export type Byline = z.infer<typeof byline>;

export const leadPicture = z.strictObject({ assetId: z.uuid(), alt: line(fieldLimits.alt), caption: line(fieldLimits.caption), credit: line(fieldLimits.credit), focal: focalPoint.nullish(), crop: cropBox.nullish() });
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

/**
 * Parses a body that came from anywhere. Depth and size are looked at first, without recursion, so that a hostile tree can neither
 * exhaust the stack nor the clock. Null where it is not a document of ours.
 */
export function parseBody(raw: unknown): StoredDocument | null {
  if (!isWithinLimits(raw)) return null;
  const parsed = storedDocument.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

/** The same for one that was stored: it may be of an earlier format. */
export function parseStoredBody(raw: unknown): StoredDocument | null {
  return isWithinLimits(raw) ? parseBody(migrateBody(raw)) : null;
}
