import { z } from "zod";
import type { EmbedProvider } from "@/lib/content/blocks/embed";
import { plainWords } from "@/lib/embeds/plain-words";
import type { Snapshot } from "@/lib/embeds/provider";

const MastodonPost = z.object({
  content: z.string(),
  account: z.object({ display_name: z.string().catch(""), acct: z.string() }),
  media_attachments: z.array(z.object({ type: z.string(), preview_url: z.string().nullish() })).catch([]),
});

function fromMastodonPost(answer: unknown): Partial<Snapshot> {
  const parsed = MastodonPost.safeParse(answer);
  if (!parsed.success) return {};
  const { content, account, media_attachments: media } = parsed.data;
  const picture = media.find((one) => one.type === "image" || one.type === "video")?.preview_url;
  return { words: plainWords(content), author: account.display_name || account.acct, ...(picture ? { thumbnail: picture } : {}) };
}

/** Reads the answers to second questions. Apart from the providers, because the editor knows these and validates nothing. */
export const sequels: Partial<Record<EmbedProvider, (answer: unknown) => Partial<Snapshot>>> = { mastodon: fromMastodonPost };
