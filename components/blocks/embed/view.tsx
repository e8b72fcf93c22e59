import type { ReactNode } from "react";
import { embedWords } from "@/components/blocks/embed/words";
import type { BlockSurroundings, Findable } from "@/components/blocks/material";
import { Picture } from "@/components/reader/picture";
import type { ShownEmbed } from "@/lib/articles/views";
import { embedProviderNames } from "@/lib/content/blocks/embed";
import type { EmbedNode } from "@/lib/content/stored/embed";
import { safeHref } from "@/lib/content/links";
import { type Facade, facadeOf } from "@/lib/embeds/facade";

type Props = { node: EmbedNode } & Pick<BlockSurroundings, "material" | "language"> & Findable;

/**
 * What was embedded, as our own snapshot: words, a still picture and a plain link. Nothing of the provider's is loaded; where the reader
 * may ask for it, the facade says what happens then (components/reader/enhance/embed-facade.ts).
 */
export function EmbedView({ node, material, language, anchor }: Props) {
  const embed = material.embeds.get(node.attrs.embedId);
  const href = safeHref(embed?.url ?? node.attrs.url);
  if (!href) return null;
  const facade = embed ? facadeOf(embed) : null;
  const caption = node.attrs.alt || embed?.title || "";
  const name = facade?.name ?? embedProviderNames[node.attrs.provider];
  const link = (
    <a className="play" href={href} rel="noopener">
      {embedWords[language].open(name)}
    </a>
  );
  return (
    <figure className={node.attrs.role === "wide" ? "embed out" : "embed"} data-shape={facade?.shape} data-block={anchor}>
      {embed?.words && <blockquote dir="auto">{embed.words}</blockquote>}
      {facade ? (
        <FacadeView facade={facade} language={language} title={caption || name} provider={node.attrs.provider}>
          {embed?.picture && <Still embed={embed} />}
          {link}
        </FacadeView>
      ) : (
        <div className="frame">
          {embed?.picture && <Still embed={embed} />}
          {link}
        </div>
      )}
      <figcaption>{[caption, embed?.author].filter(Boolean).join(" — ")}</figcaption>
    </figure>
  );
}

/** The caption says what the picture would: it has no words of its own. */
const Still = ({ embed }: { embed: ShownEmbed }) => embed.picture && <Picture picture={embed.picture} sizes="(min-width: 48rem) 37.5rem, 100vw" alt="" />;

function FacadeView({ facade: { load, ...facade }, language, title, provider, children }: { facade: Facade; language: Props["language"]; title: string; provider: string; children: ReactNode }) {
  const words = embedWords[language];
  const frame = load.kind === "frame" ? { "data-on-play": load.onPlay || undefined, "data-sandbox": load.sandbox, "data-allow": load.allow, "data-referrer": load.referrer } : {};
  return (
    <embed-facade data-kind={load.kind} data-address={load.address} {...frame} data-ratio={facade.ratio ?? undefined} data-title={title} data-from={`${provider}/${facade.name}`} data-act={words[facade.act](facade.name)} data-told={words.told(facade.company)} data-always={words.always(facade.name)}>
      <div className="frame">{children}</div>
    </embed-facade>
  );
}
