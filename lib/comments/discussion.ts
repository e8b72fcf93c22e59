import type { DiscussionMode } from "@/db/vocabulary";
import { commentSettings } from "@/lib/comments/settings";

export type DiscussionState = { open: boolean; closesAt: Date; why: "open" | "closed" | "read_only" | "off" };

/** Whether a discussion takes comments: by its mode, and until two weeks after first publication unless a day was set. */
export function discussionState(mode: DiscussionMode, closesAt: Date | null, firstPublishedAt: Date, now: Date): DiscussionState {
  const end = closesAt ?? new Date(firstPublishedAt.getTime() + commentSettings.closesAfterDays * 86_400_000);
  if (mode === "off" || mode === "read_only") return { open: false, closesAt: end, why: mode };
  return end > now ? { open: true, closesAt: end, why: "open" } : { open: false, closesAt: end, why: "closed" };
}
