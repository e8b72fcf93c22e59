import { z } from "zod";
import { factBoxTones } from "@/lib/content/blocks/fact-box";
import { figureNode } from "@/lib/content/stored/figure";
import { blockId, inline } from "@/lib/content/stored/inline";
import { listNode } from "@/lib/content/stored/list";
import { paragraphNode } from "@/lib/content/stored/paragraph";

const boxTitle = z.strictObject({ type: z.literal("boxTitle"), attrs: z.strictObject({ id: blockId }).optional(), content: inline });
const inside = z.union([paragraphNode, listNode, figureNode]);

export const factBoxNode = z.strictObject({
  type: z.literal("factBox"),
  attrs: z.strictObject({ id: blockId, tone: z.enum(factBoxTones).nullish(), collapsed: z.boolean().nullish() }).optional(),
  content: z.tuple([boxTitle], inside).refine((content) => content.length > 1, "A fact box holds something under its title."),
});
export type FactBoxNode = z.infer<typeof factBoxNode>;
export type InsideFactBox = z.infer<typeof inside>;
