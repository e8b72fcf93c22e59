import { z } from "zod";
import { safeHref } from "@/lib/content/links";

const text = z.strictObject({ type: z.literal("text"), text: z.string(), strong: z.literal(true).optional(), em: z.literal(true).optional(), href: z.string().refine((href) => safeHref(href) === href).optional() });
const paragraph = z.strictObject({ type: z.literal("paragraph"), content: z.array(text) });
const quote = z.strictObject({ type: z.literal("quote"), content: z.array(paragraph) });
const list = z.strictObject({ type: z.literal("list"), items: z.array(z.array(text)) });

/** A comment as a tree: all that is ever rendered. */
export const commentBody = z.strictObject({ blocks: z.array(z.discriminatedUnion("type", [paragraph, quote, list])) });
export type CommentBody = z.infer<typeof commentBody>;
export type CommentText = z.infer<typeof text>;
