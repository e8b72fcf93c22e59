import { ask } from "@/components/desk/editor/api";
import type { EmbedProvider } from "@/lib/content/blocks/embed";
import type { EmbedSnapshot } from "@/lib/embeds/views";

/** An embed as it enters a story. */
export type Embedded = { id: string; provider: EmbedProvider; url: string };

/** Embeds an address: answers at once; its provider is asked behind the answer. */
export const embedAddress = (address: string) => ask<Embedded>("/api/v1/embeds", { address });

/** What is known of an embed by now. */
export const askSnapshot = (id: string) => ask<EmbedSnapshot>(`/api/v1/embeds/${id}`);

/** Has the provider asked once more. */
export const retrySnapshot = (id: string) => ask<Pick<EmbedSnapshot, "id" | "state">>(`/api/v1/embeds/${id}/retry`, {});
