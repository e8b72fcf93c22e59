import * as z from "zod/mini";
import { factBoxTones } from "@/lib/content/blocks/fact-box";
import { figureNode } from "@/lib/content/stored/figure";
import { blockId, inline } from "@/lib/content/stored/inline";
import { listNode } from "@/lib/content/stored/list";
import { paragraphNode } from "@/lib/content/stored/paragraph";

const boxTitle = z.strictObject({ type: z.literal("boxTitle"), attrs: z.optional(z.strictObject({ id: blockId })), content: inline });
const inside = z.union([paragraphNode, listNode, figureNode]);

export const factBoxNode = z.strictObject({
  type: z.literal("factBox"),
  attrs: z.optional(z.strictObject({ id: blockId, tone: z.nullish(z.enum(factBoxTones)), collapsed: z.nullish(z.boolean()) })),
  content: z.tuple([boxTitle], inside).check(z.refine((content) => content.length > 1, "A fact box holds something under its title.")),
});
export type FactBoxNode = z.infer<typeof factBoxNode>;
export type InsideFactBox = z.infer<typeof inside>;
