import { mergeAttributes, Node } from "@tiptap/core";
import { asFlag, asText, dataAttribute, oneOf } from "@/lib/content/blocks/attributes";
import type { LineOfWords } from "@/lib/content/blocks/words";
import type { EmbedNode } from "@/lib/content/stored/embed";

/** From where something may be embedded; lib/embeds knows each one's addresses. */
export const embedProviders = ["youtube", "vimeo", "x", "bluesky", "mastodon", "instagram", "tiktok", "datawrapper", "audio"] as const;
export type EmbedProvider = (typeof embedProviders)[number];
export const embedProviderNames = { youtube: "YouTube", vimeo: "Vimeo", x: "X", bluesky: "Bluesky", mastodon: "Mastodon", instagram: "Instagram", tiktok: "TikTok", datawrapper: "Datawrapper", audio: "Audio" } satisfies Record<EmbedProvider, string>;

export const embedRoles = ["inline", "wide"] as const;

export const embedWords = {
  alt: { label: "What it shows", limit: 600, stands: "before", isText: true },
} satisfies Record<string, LineOfWords>;

export const embed = {
  name: "embed",
  label: "Embed",
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
  words: embedWords,
  text: (node: EmbedNode) => node.attrs.alt ?? "",
};
