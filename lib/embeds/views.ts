import type { EmbedState } from "@/db/schema/embeds";
import type { EmbedProvider } from "@/lib/content/blocks/embed";

/** An embed as the desk sees it while and after its provider is asked. The address stands in every state. */
export type EmbedSnapshot = {
  id: string;
  provider: EmbedProvider;
  url: string;
  state: EmbedState;
  /** Why there is no snapshot, in a sentence; null while all is well. */
  failure: string | null;
  title: string;
  author: string;
  words: string;
  picture: { id: string; width: number; height: number } | null;
};
