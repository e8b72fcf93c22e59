import { z } from "zod";
import { safeHref } from "@/lib/content/links";
import { passageLanguagePattern } from "@/lib/content/passage-language";
import { isPlainText } from "@/lib/kernel/text";

const strong = z.strictObject({ type: z.literal("strong") });
const em = z.strictObject({ type: z.literal("em") });
const subscript = z.strictObject({ type: z.literal("subscript") });
const superscript = z.strictObject({ type: z.literal("superscript") });
const link = z.strictObject({
  type: z.literal("link"),
  attrs: z.strictObject({
    href: z.string().max(2000).refine((href) => isPlainText(href) && safeHref(href) !== null, "A link may lead to http, https, mailto or tel."),
    /** The story that the link leads to: readers get the address at which it stands now, whatever `href` says. */
    story: z.uuid().nullish(),
  }),
});
/** A passage in another language (WCAG 2.2, 3.1.2), by its BCP 47 tag. */
const lang = z.strictObject({ type: z.literal("lang"), attrs: z.strictObject({ code: z.string().regex(passageLanguagePattern) }) });

/** Running text with its marks. */
export const textNode = z.strictObject({
  type: z.literal("text"),
  text: z.string().min(1).refine(isPlainText, "This text holds characters that cannot be stored."),
  // A plain union: one that looks at the type first would bring more of the validator into the editor than these six are worth.
  marks: z.array(z.union([strong, em, subscript, superscript, link, lang])).max(6).optional(),
});
export type TextNode = z.infer<typeof textNode>;

export type TextMark = NonNullable<TextNode["marks"]>[number];

/** What stands inside a paragraph. */
export const inline = z.array(textNode).optional();

/** A line of text that is an attribute of a block: alt text, a source, a title. */
export const attributeText = (length: number) => z.string().max(length).refine(isPlainText, "This text holds characters that cannot be stored.");

/** The name of a block within its document; absent until the editor has given one. */
export const blockId = z.string().regex(/^[a-z0-9]{10}$/).nullish();
