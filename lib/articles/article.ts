
import type { StoryFormat } from "@/db/vocabulary";
import { conflict, type Failure } from "@/lib/kernel/failure";

/** The part of a story's row that its rules look at. */
export type ArticleState = {
  publishedRevisionId: string | null;
  firstPublishedAt: Date | null;
  unpublishedAt: Date | null;
  embargoUntil: Date | null;
  scheduledFor: Date | null;
  handedInAt: Date | null;
};

export const articleStatuses = ["draft", "in_review", "scheduled", "live", "live_changed", "unpublished"] as const;
export type ArticleStatus = (typeof articleStatuses)[number];

/** What people see of a status; always beside its shape, never colour alone. */
export const statusNames = {
  draft: "Draft",
  in_review: "In review",
  scheduled: "Scheduled",
  live: "Live",
  live_changed: "Live, edited since",
  unpublished: "Unpublished",
} satisfies Record<ArticleStatus, string>;

/** Computed, never stored: a status that could disagree with the pointer would be a lie waiting. */
export function articleStatus(article: ArticleState, changedSincePublished: boolean): ArticleStatus {
  if (article.publishedRevisionId) return changedSincePublished ? "live_changed" : "live";
  if (article.scheduledFor) return "scheduled";
  if (article.handedInAt) return "in_review";
  if (article.unpublishedAt) return "unpublished";
  return "draft";
}

export const articleVerbs = ["publish", "update", "correct", "unpublish", "schedule", "cancel_schedule", "embargo", "lift_embargo", "hand_in", "send_back"] as const;
export type ArticleVerb = (typeof articleVerbs)[number];

/** Why a verb does not fit where the story stands now, or null where it does. Whose verb it is, the abilities say. */
export function hindrance(verb: ArticleVerb, article: ArticleState, now: Date): Failure | null {
  const live = article.publishedRevisionId !== null;
  switch (verb) {
    case "publish":
      if (live) return conflict("already_live", "This story is live already. Use Update or Correct.");
      if (article.embargoUntil && article.embargoUntil > now) return conflict("embargoed", "This story is under embargo and cannot be published before it ends.");
      return null;
    case "schedule":
      if (live) return conflict("already_live", "This story is live already. Use Update or Correct.");
      return null;
    case "cancel_schedule":
      return article.scheduledFor ? null : conflict("not_scheduled", "This story is not scheduled any more.");
    case "update":
    case "correct":
    case "unpublish":
      return live ? null : conflict("not_live", "This story is not live.");
    case "embargo":
      return live ? conflict("already_live", "This story is live already: an embargo would come too late.") : null;
    case "lift_embargo":
      return article.embargoUntil ? null : conflict("no_embargo", "This story has no embargo any more.");
    case "hand_in":
      if (live) return conflict("already_live", "This story is live already.");
      return article.handedInAt ? conflict("already_handed_in", "This story is handed in already.") : null;
    case "send_back":
      return article.handedInAt ? null : conflict("not_handed_in", "This story is not handed in any more.");
  }
}

/** The public path of a story. */
export function articlePath(sectionSlug: string, slug: string): string {
  return `/${sectionSlug}/${encodeURIComponent(slug)}`;
}

/** Whether a story's page goes from edge to edge of the screen, and its parts find their own margins. */
export const isWide = ({ format }: { format: StoryFormat }): boolean => format === "feature";
