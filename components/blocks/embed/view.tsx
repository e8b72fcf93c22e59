import { Picture } from "@/components/reader/picture";
import type { BodyMaterial } from "@/lib/articles/views";
import { type EmbedNode, embedProviderNames } from "@/lib/content/blocks/embed";
import { safeHref } from "@/lib/content/links";

/** What was embedded, as our own snapshot: words, a still picture, and a plain link. Nothing of the provider's is loaded. */
export function EmbedView({ node, material }: { node: EmbedNode; material: BodyMaterial }) {
  const embed = material.embeds.get(node.attrs.embedId);
  const href = safeHref(embed?.url ?? node.attrs.url);
  if (!href) return null;
  const provider = embedProviderNames[node.attrs.provider];
  return (
    <figure className={node.attrs.role === "wide" ? "embed out" : "embed"}>
      {embed?.picture && <Picture picture={embed.picture} sizes="(min-width: 48rem) 37.5rem, 100vw" alt={node.attrs.alt ?? ""} />}
      {embed?.words && <blockquote dir="auto">{embed.words}</blockquote>}
      <figcaption>
        {node.attrs.alt || embed?.title}{" "}
        <a href={href} rel="noopener">
          {[embed?.author, provider].filter(Boolean).join(", ")}
        </a>
      </figcaption>
    </figure>
  );
}
