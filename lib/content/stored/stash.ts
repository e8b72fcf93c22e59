import * as z from "zod/mini";
import { blockquoteNode } from "@/lib/content/stored/blockquote";
import { headingNode } from "@/lib/content/stored/heading";
import { blockId } from "@/lib/content/stored/inline";
import { listNode } from "@/lib/content/stored/list";
import { paragraphNode } from "@/lib/content/stored/paragraph";

/** Text that is kept beside the story and can never be published: no public form of a story has one. */
export const stashNode = z.strictObject({
  type: z.literal("stash"),
  attrs: z.optional(z.strictObject({ id: blockId })),
  content: z.array(z.union([paragraphNode, headingNode, listNode, blockquoteNode])).check(z.minLength(1)),
});
export type StashNode = z.infer<typeof stashNode>;
