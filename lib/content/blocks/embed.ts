import { mergeAttributes, Node } from "@tiptap/core";
import { z } from "zod";
import { asFlag, asText, dataAttribute, oneOf } from "@/lib/content/blocks/attributes";
import { attributeText, blockId } from "@/lib/content/blocks/inline";
import { safeHref } from "@/lib/content/links";

/** From where something may be embedded; lib/embeds knows each one's addresses. */
export const embedProviders = ["youtube", "vimeo", "x", "bluesky", "mastodon", "instagram", "tiktok", "datawrapper", "audio"] as const;
export type EmbedProvider = (typeof embedProviders)[number];
export const embedProviderNames = { youtube: "YouTube", vimeo: "Vimeo", x: "X", bluesky: "Bluesky", mastodon: "Mastodon", instagram: "Instagram", tiktok: "TikTok", datawrapper: "Datawrapper", audio: "Audio" } satisfies Record<EmbedProvider, string>;

export const embedRoles = ["inline", "wide"] as const;

export const embedNode = z.strictObject({
  type: z.literal("embed"),
  attrs: z.strictObject({
    id: blockId,
    /** The snapshot: what stood there when it was embedded. */
    embedId: z.uuid(),
    provider: z.enum(embedProviders),
    url: z.string().max(2000).refine((url) => /^https:/.test(safeHref(url) ?? ""), "An embed needs an https address."),
    role: z.enum(embedRoles).nullish(),
    /** What it shows or says, for those who do not load it. */
    alt: attributeText(600).nullish(),
    /** The story makes no sense without it. */
    isRequired: z.boolean().nullish(),
  }),
});
export type EmbedNode = z.infer<typeof embedNode>;

export const embed = {
  name: "embed",
  label: "Embed",
  node: embedNode,
  tiptap: [
    Node.create({
      name: "embed",
      group: "block",
      atom: true,
      draggable: true,
      addAttributes: () => ({
        embedId: dataAttribute("embedId", "", asText),
        provider: dataAttribute("provider", "youtube", oneOf(embedProviders)),
        url: dataAttribute("url", "", asText),
        role: dataAttribute("role", "inline", oneOf(embedRoles)),
        alt: dataAttribute("alt", "", asText),
        isRequired: dataAttribute("isRequired", false, asFlag),
      }),
      parseHTML: () => [{ tag: "div[data-embed-id]" }],
      renderHTML: ({ HTMLAttributes }) => ["div", mergeAttributes(HTMLAttributes)],
    }),
  ],
  text: (node: EmbedNode) => node.attrs.alt ?? "",
  example: {
    type: "embed",
    attrs: { embedId: "0190b5a0-0000-7000-8000-00000000e001", provider: "youtube", url: "https://www.youtube.com/watch?v=abcdefghijk", alt: "The ferry turns in the ice, filmed from the quay" },
  } satisfies EmbedNode,
};
