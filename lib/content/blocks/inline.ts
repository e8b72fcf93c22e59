import { z } from "zod";
import { safeHref } from "@/lib/content/links";
import { isPlainText } from "@/lib/kernel/text";

const strong = z.strictObject({ type: z.literal("strong") });
const em = z.strictObject({ type: z.literal("em") });
const link = z.strictObject({
  type: z.literal("link"),
  attrs: z.strictObject({ href: z.string().max(2000).refine((href) => isPlainText(href) && safeHref(href) !== null, "A link may lead to http, https, mailto or tel.") }),
});

/** Running text with its marks. */
export const textNode = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1).refine(isPlainText, "This text holds characters that cannot be stored."),
  marks: z.array(z.discriminatedUnion("type", [strong, em, link])).max(3).optional(),
});
export type TextNode = z.infer<typeof textNode>;

/** What stands inside a paragraph. */
export const inline = z.array(textNode).optional();

/** The name of a block within its document; absent until the editor has given one. */
export const blockId = z.string().regex(/^[a-z0-9]{10}$/).nullish();

export function textOfInline(content: readonly TextNode[] | undefined): string {
  return (content ?? []).map((node) => node.text).join("");
}
