import { and, count, eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, comments, discussions, revisions, sections } from "@/db/schema";
import type { DiscussionMode, DiscussionPreset } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { discussionChange } from "@/lib/comments/abilities";
import { discussionState, type DiscussionState, noOwnRules } from "@/lib/comments/discussion";
import type { ThreadSort } from "@/lib/comments/discussion-view";
import type { DiscussionRules } from "@/lib/comments/discussion-rules";
import { rulesOfSection } from "@/lib/comments/reads/rules";
import type { Actor } from "@/lib/core/actor";
import { machineNow } from "@/lib/kernel/clock";

/** How the discussion of one story is held, for whoever may change it. Instants are ISO 8601 in UTC. */
export type DiscussionSettings = {
  articleId: string;
  headline: string;
  /** Null while readers do not see the story. */
  path: string | null;
  sectionName: string | null;
  rules: DiscussionRules;
  own: {
    mode: DiscussionMode;
    preset: DiscussionPreset | null;
    closesAt: string | null;
    staysOpen: boolean;
    slowModeSeconds: number | null;
    linksHeld: boolean | null;
    firstSort: ThreadSort | null;
    pinnedNote: string;
    withoutNote: boolean;
  };
  rulesVersion: number;
  /** Null before the story came out: nothing is open yet. */
  state: DiscussionState | null;
  visible: number;
  held: number;
  /** How many appeared without anybody having read them. */
  unread: number;
};

/** Null where there is no such story, or it is not this person's to say. */
export async function discussionSettings(actor: Actor, articleId: string): Promise<DiscussionSettings | null> {
  if (!discussionChange.check(actor, null) || !/^[0-9a-f-]{36}$/.test(articleId)) return null;
  const db = appDatabase();
  const [row] = await db
    .select({ article: articles, headline: revisions.headline, section: sections, discussion: discussions })
    .from(articles)
    .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(discussions, eq(discussions.articleId, articles.id))
    .where(eq(articles.id, articleId));
  if (!row) return null;
  const { article, discussion, section } = row;
  const [rules, [unread]] = await Promise.all([
    rulesOfSection(db, article.sectionId ?? article.draftSectionId),
    db
      .select({ number: count() })
      .from(comments)
      .where(and(eq(comments.discussionId, discussion?.id ?? article.id), eq(comments.status, "published"))),
  ]);
  const { mode, closesAt, staysOpen, slowModeSeconds } = discussion ?? noOwnRules;
  const live = row.headline !== null && section !== null;
  return {
    articleId,
    headline: row.headline ?? article.draftHeadline,
    path: live ? articlePath(section.slug, article.slug ?? "") : null,
    sectionName: section?.name ?? null,
    rules,
    own: {
      mode,
      preset: discussion?.preset ?? null,
      closesAt: closesAt?.toISOString() ?? null,
      staysOpen,
      slowModeSeconds,
      linksHeld: discussion?.linksHeld ?? null,
      firstSort: discussion?.firstSort ?? null,
      pinnedNote: discussion?.pinnedNote ?? "",
      withoutNote: discussion?.withoutNote ?? false,
    },
    rulesVersion: discussion?.rulesVersion ?? 0,
    state:
      live && article.firstPublishedAt
        ? discussionState({ mode, closesAt, staysOpen, slowModeSeconds, linksHeld: discussion?.linksHeld ?? null, firstSort: discussion?.firstSort ?? null }, rules, article.firstPublishedAt, machineNow())
        : null,
    visible: discussion?.visibleCount ?? 0,
    held: discussion?.heldCount ?? 0,
    unread: unread?.number ?? 0,
  };
}
