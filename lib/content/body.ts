import * as z from "zod/mini";
import { bodyLimits, isWithinLimits } from "@/lib/content/limits";
import { migrateBody } from "@/lib/content/migrate-body";
import { blockquoteNode } from "@/lib/content/stored/blockquote";
import { correctionNoteNode } from "@/lib/content/stored/correction-note";
import { embedNode } from "@/lib/content/stored/embed";
import { factBoxNode } from "@/lib/content/stored/fact-box";
import { figureNode } from "@/lib/content/stored/figure";
import { galleryNode } from "@/lib/content/stored/gallery";
import { headingNode } from "@/lib/content/stored/heading";
import { listNode } from "@/lib/content/stored/list";
import { paragraphNode } from "@/lib/content/stored/paragraph";
import { pullQuoteNode } from "@/lib/content/stored/pull-quote";
import { relatedCardNode } from "@/lib/content/stored/related-card";
import { sectionBreakNode } from "@/lib/content/stored/section-break";
import { stashNode } from "@/lib/content/stored/stash";
import { tableNode } from "@/lib/content/stored/table";

const block = z.union([paragraphNode, headingNode, listNode, blockquoteNode, pullQuoteNode, figureNode, galleryNode, factBoxNode, tableNode, embedNode, relatedCardNode, correctionNoteNode, sectionBreakNode, stashNode]);
export type Block = z.infer<typeof block>;

/** A story's body as it is stored: a tree of known blocks and nothing else. */
export const storedDocument = z.strictObject({ type: z.literal("doc"), content: z.array(block).check(z.minLength(1), z.maxLength(bodyLimits.blocks)) });
export type StoredDocument = z.infer<typeof storedDocument>;

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
