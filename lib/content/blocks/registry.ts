import { blockquote } from "@/lib/content/blocks/blockquote";
import { heading } from "@/lib/content/blocks/heading";
import { list } from "@/lib/content/blocks/list";
import { paragraph } from "@/lib/content/blocks/paragraph";
import { pullQuote } from "@/lib/content/blocks/pull-quote";
import { sectionBreak } from "@/lib/content/blocks/section-break";

/** Every block a story may hold. Feeds, search, views and the round-trip tests walk this table. */
export const blocks = { paragraph, heading, list, blockquote, pullQuote, sectionBreak } as const;
export type BlockName = keyof typeof blocks;
