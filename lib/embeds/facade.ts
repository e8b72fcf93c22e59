import type { EmbedProvider } from "@/lib/content/blocks/embed";
import type { Shape } from "@/lib/embeds/provider";
import { providers } from "@/lib/embeds/providers";
import { soundFile } from "@/lib/embeds/providers/audio";

/** Something embedded, as far as its facade needs to know it. */
export type Embedded = { provider: EmbedProvider; reference: string; url: string; width: number | null; height: number | null };

/** What a reader may ask for: a frame of the provider's, or a sound; and who hears of it then. */
export type Facade = {
  load: { kind: "frame"; address: string; onPlay: string; sandbox: string; allow: string; referrer: string } | { kind: "sound"; address: string };
  /** Films and sounds are played, everything else is shown. */
  act: "play" | "show";
  shape: Shape;
  /** Width through height, where the snapshot tells a believable one. */
  ratio: number | null;
  company: string;
  name: string;
};

/** Scripts of the provider's own origin, and links that open elsewhere. Never the page around it: no way to navigate or to speak to it. */
const sandbox = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-presentation";

const ratios = { film: 16 / 9, upright: 9 / 16 } as const;

/** How the facade of an embed works, or null where the snapshot and its link are all there is. */
export function facadeOf(embedded: Embedded): Facade | null {
  const provider = providers[embedded.provider];
  const shape = provider.shape(embedded);
  const act = shape === "post" || shape === "chart" ? "show" : "play";
  const file = embedded.provider === "audio" ? soundFile(embedded) : null;
  const frame = file ? null : provider.frame(embedded);
  if (!file && !frame) return null;
  return {
    load: file || !frame ? { kind: "sound", address: file ?? "" } : { kind: "frame", ...frame, sandbox, allow: act === "play" ? "autoplay; fullscreen; encrypted-media; picture-in-picture" : "fullscreen", referrer: provider.referrer },
    act,
    shape,
    ratio: shape === "film" || shape === "upright" ? (ratioOf(embedded) ?? ratios[shape]) : null,
    ...provider.loadsFrom(embedded),
  };
}

function ratioOf({ width, height }: Embedded): number | null {
  if (!width || !height) return null;
  const ratio = width / height;
  return ratio >= 0.4 && ratio <= 3 ? Math.round(ratio * 1000) / 1000 : null;
}
