import * as z from "zod/mini";
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
    href: z.string().check(z.maxLength(2000), z.refine((href) => isPlainText(href) && safeHref(href) !== null, "A link may lead to http, https, mailto or tel.")),
    /** The story that the link leads to: readers get the address at which it stands now, whatever `href` says. */
    story: z.nullish(z.uuid()),
  }),
});
/** A passage in another language (WCAG 2.2, 3.1.2), by its BCP 47 tag. */
const lang = z.strictObject({ type: z.literal("lang"), attrs: z.strictObject({ code: z.string().check(z.regex(passageLanguagePattern)) }) });

/** Running text with its marks. */
export const textNode = z.strictObject({
  type: z.literal("text"),
  text: z.string().check(z.minLength(1), z.refine(isPlainText, "This text holds characters that cannot be stored.")),
  // A plain union: one that looks at the type first would bring more of the validator into the editor than these six are worth.
  marks: z.optional(z.array(z.union([strong, em, subscript, superscript, link, lang])).check(z.maxLength(6))),
});
export type TextNode = z.infer<typeof textNode>;

export type TextMark = NonNullable<TextNode["marks"]>[number];

/** What stands inside a paragraph. */
export const inline = z.optional(z.array(textNode));

/** A line of text that is an attribute of a block: alt text, a source, a title. */
export const attributeText = (length: number) => z.string().check(z.maxLength(length), z.refine(isPlainText, "This text holds characters that cannot be stored."));

/** The name of a block within its document; absent until the editor has given one. */
export const blockId = z.nullish(z.string().check(z.regex(/^[a-z0-9]{10}$/)));
