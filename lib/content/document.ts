import { z } from "zod";
import { bylineRoles, type Language, languageCodes } from "@/db/vocabulary";
import { blockquoteNode } from "@/lib/content/blocks/blockquote";
import { correctionNoteNode } from "@/lib/content/blocks/correction-note";
import { embedNode } from "@/lib/content/blocks/embed";
import { factBoxNode } from "@/lib/content/blocks/fact-box";
import { figureNode, focalPoint } from "@/lib/content/blocks/figure";
import { galleryNode } from "@/lib/content/blocks/gallery";
import { headingNode } from "@/lib/content/blocks/heading";
import { listNode } from "@/lib/content/blocks/list";
import { paragraphNode } from "@/lib/content/blocks/paragraph";
import { pullQuoteNode } from "@/lib/content/blocks/pull-quote";
import { relatedCardNode } from "@/lib/content/blocks/related-card";
import { sectionBreakNode } from "@/lib/content/blocks/section-break";
import { stashNode } from "@/lib/content/blocks/stash";
import { tableNode } from "@/lib/content/blocks/table";
import { slugLength } from "@/lib/kernel/slug";
import { isPlainText } from "@/lib/kernel/text";

/** Raised when a block or mark is added; a browser with an older one is refused before it can delete what it does not know. */
export const schemaVersion = 2;

/** Most blocks and characters in one story. */
export const bodyLimits = { blocks: 2000, characters: 200_000, depth: 20 } as const;

/** Longest each field may be, in characters. */
export const fieldLimits = { kicker: 80, headline: 200, frontHeadline: 200, searchHeadline: 200, socialHeadline: 200, standfirst: 600, dateline: 80, slug: slugLength, tag: 60, tags: 20, bylines: 20, name: 120, alt: 600, caption: 1000, credit: 200 } as const;

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

export const leadPicture = z.strictObject({ assetId: z.uuid(), alt: line(fieldLimits.alt), caption: line(fieldLimits.caption), credit: line(fieldLimits.credit), focal: focalPoint.nullish() });
export type LeadPicture = z.infer<typeof leadPicture>;

/** Everything of a story that people write: what a revision holds. */
export const storyContent = z.strictObject({
  kicker: line(fieldLimits.kicker),
  headline: line(fieldLimits.headline),
  /** Shorter ones for fronts, search engines and social cards; empty, the headline itself is used. */
  frontHeadline: line(fieldLimits.frontHeadline).default(""),
  searchHeadline: line(fieldLimits.searchHeadline).default(""),
  socialHeadline: line(fieldLimits.socialHeadline).default(""),
  standfirst: line(fieldLimits.standfirst),
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
export const textFields = ["kicker", "headline", "frontHeadline", "searchHeadline", "socialHeadline", "standfirst", "dateline", "slug"] as const satisfies readonly (keyof StoryContent)[];
export type TextField = (typeof textFields)[number];

export function emptyStory(language: Language = "en"): StoryContent {
  return { kicker: "", headline: "", frontHeadline: "", searchHeadline: "", socialHeadline: "", standfirst: "", dateline: "", slug: "", sectionId: null, language, tags: [], bylines: [], lead: null, body: { type: "doc", content: [{ type: "paragraph" }] } };
}

/**
 * Parses a body that came from anywhere. Depth and size are looked at first, without recursion, so that a hostile tree can neither
 * exhaust the stack nor the clock. Null where it is not a document of ours.
 */
export function parseBody(raw: unknown): StoredDocument | null {
  if (!withinLimits(raw)) return null;
  const parsed = storedDocument.safeParse(raw);
  return parsed.success ? parsed.data : null;
}

/** Whether a tree keeps within depth and size, or within a share of the size, where something is still to be added to it. */
export function withinLimits(raw: unknown, share = 1): boolean {
  let characters = 0;
  let nodes = 0;
  const open: { value: unknown; depth: number }[] = [{ value: raw, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > bodyLimits.depth || ++nodes > 200_000 * share) return false;
    if (typeof next.value === "string") characters += next.value.length;
    if (characters > bodyLimits.characters * 2 * share) return false;
    if (typeof next.value === "object" && next.value !== null) for (const value of Object.values(next.value)) open.push({ value, depth: next.depth + 1 });
  }
  return true;
}
