import { blockquote } from "@/lib/content/blocks/blockquote";
import { correctionNote } from "@/lib/content/blocks/correction-note";
import { embed } from "@/lib/content/blocks/embed";
import { factBox } from "@/lib/content/blocks/fact-box";
import { figure } from "@/lib/content/blocks/figure";
import { gallery } from "@/lib/content/blocks/gallery";
import { heading } from "@/lib/content/blocks/heading";
import { list } from "@/lib/content/blocks/list";
import { paragraph } from "@/lib/content/blocks/paragraph";
import { pullQuote } from "@/lib/content/blocks/pull-quote";
import { relatedCard } from "@/lib/content/blocks/related-card";
import { sectionBreak } from "@/lib/content/blocks/section-break";
import { stash } from "@/lib/content/blocks/stash";
import { table } from "@/lib/content/blocks/table";

/** Every block a story may hold. Feeds, search, views and the round-trip tests walk this table. */
export const blocks = { paragraph, heading, list, blockquote, pullQuote, figure, gallery, factBox, table, embed, relatedCard, correctionNote, sectionBreak, stash } as const;
export type BlockName = keyof typeof blocks;
