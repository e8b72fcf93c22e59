import { z } from "zod";
import { blockquoteNode } from "@/lib/content/stored/blockquote";
import { headingNode } from "@/lib/content/stored/heading";
import { blockId } from "@/lib/content/stored/inline";
import { listNode } from "@/lib/content/stored/list";
import { paragraphNode } from "@/lib/content/stored/paragraph";

/** Text that is kept beside the story and can never be published: no public form of a story has one. */
export const stashNode = z.strictObject({
  type: z.literal("stash"),
  attrs: z.strictObject({ id: blockId }).optional(),
  content: z.array(z.union([paragraphNode, headingNode, listNode, blockquoteNode])).min(1),
});
export type StashNode = z.infer<typeof stashNode>;
