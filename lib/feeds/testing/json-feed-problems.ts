import { z } from "zod";

const Address = z.url({ protocol: /^https?$/ });
/** RFC 3339, with its zone. */
const Moment = z.iso.datetime({ offset: true });
const Author = z.strictObject({ name: z.string().min(1).optional(), url: Address.optional(), avatar: Address.optional() }).refine((author) => Object.keys(author).length > 0, "an author without a name, an address or a picture");
const Attachment = z.strictObject({ url: Address, mime_type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/), title: z.string().optional(), size_in_bytes: z.int().positive().optional(), duration_in_seconds: z.number().positive().optional() });
const Language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);

const itemFields = { id: z.string().min(1), url: Address.optional(), external_url: Address.optional(), title: z.string().optional(), content_html: z.string().optional(), content_text: z.string().optional(), summary: z.string().min(1).optional(), image: Address.optional(), banner_image: Address.optional(), date_published: Moment.optional(), date_modified: Moment.optional(), authors: z.array(Author).min(1).optional(), tags: z.array(z.string().min(1)).optional(), language: Language.optional(), attachments: z.array(Attachment).optional() };
const feedFields = { version: z.literal("https://jsonfeed.org/version/1.1"), title: z.string().min(1), home_page_url: Address.optional(), feed_url: Address.optional(), description: z.string().min(1).optional(), user_comment: z.string().optional(), next_url: Address.optional(), icon: Address.optional(), favicon: Address.optional(), authors: z.array(Author).min(1).optional(), language: Language.optional(), expired: z.boolean().optional(), hubs: z.array(z.strictObject({ type: z.string().min(1), url: Address })).min(1).optional() };

/** Names of one's own begin with a low line, and hold an object (the specification, "Extensions"). */
const ownFields = (known: object) => z.record(z.string(), z.unknown()).superRefine((all, context) => {
  for (const [name, value] of Object.entries(all)) if (!(name in known) && !(/^_[A-Za-z][\w-]*$/.test(name) && typeof value === "object" && value !== null)) context.addIssue({ code: "custom", message: `no field of a JSON Feed: ${name}` });
});

const Item = z.looseObject(itemFields).and(ownFields(itemFields)).refine(({ content_html, content_text }) => content_html !== undefined || content_text !== undefined, "an item without content");
const JsonFeed = z
  .looseObject({ ...feedFields, items: z.array(Item) })
  .and(ownFields({ ...feedFields, items: [] }))
  .refine(({ items }) => new Set(items.map(({ id }) => id)).size === items.length, "two items of one id");

/** Why a text is no JSON Feed 1.1, field by field, by the specification (https://www.jsonfeed.org/version/1.1/); empty where it is one. */
export function jsonFeedProblems(text: string): string[] {
  const judged = JsonFeed.safeParse(JSON.parse(text));
  return judged.success ? [] : judged.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
}
