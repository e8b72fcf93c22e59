import { and, count, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articles, commentRevisions, comments, discussions, guests, people, revisions, sections } from "@/db/schema";
import type { ReasonCode } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { isOver, type StateForAuthor, stateForAuthor } from "@/lib/comments/comment";
import type { OwnDecision } from "@/lib/comments/decision";
import { guestHmac } from "@/lib/comments/guest-address";
import { decisionsOf } from "@/lib/comments/reads/own-comment";
import { statementsOf } from "@/lib/comments/reads/statements";
import type { Statement } from "@/lib/comments/statement";
import type { PersonActor } from "@/lib/core/actor";
import { readCursor, signCursor } from "@/lib/core/signed-cursor";
import type { CommentBody } from "@/lib/content/comment-body";

/** One of one's own comments as its author sees it; `body` is null once it was withdrawn or erased. `path` is null where the story is not public. */
export type OwnCommentRow = { id: string; state: StateForAuthor; reason: ReasonCode | null; name: string; body: CommentBody | null; at: string; headline: string; path: string | null; decision: OwnDecision | null; statement: Statement | null };
/** `next` names the page of older ones; `claimable`: so many were left as a guest and confirmed from the address of the account. */
export type OwnComments = { rows: OwnCommentRow[]; next: string | null; claimable: number };

const most = 30;
const list = "own-comments";

/** What somebody wrote with her account, newest first, each with where it stands and why. */
export async function ownComments(actor: PersonActor, after?: string): Promise<OwnComments> {
  const place = readCursor(list, after);
  const [rows, claimable] = await Promise.all([
    appDatabase()
      .select({ id: comments.id, status: comments.status, reason: comments.statusReason, name: comments.nameSnapshot, body: commentRevisions.body, at: comments.createdAt, headline: revisions.headline, lastHeadline: articles.draftHeadline, slug: articles.slug, section: sections.slug })
      .from(comments)
      .innerJoin(commentRevisions, eq(commentRevisions.id, comments.currentRevisionId))
      .innerJoin(discussions, eq(discussions.id, comments.discussionId))
      .innerJoin(articles, eq(articles.id, discussions.articleId))
      .leftJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
      .leftJoin(sections, eq(sections.id, articles.sectionId))
      .where(and(eq(comments.authorId, actor.personId), place ? sql`(date_trunc('milliseconds', ${comments.createdAt}), ${comments.id}) < (${place.at.toISOString()}::timestamptz, ${place.id}::uuid)` : undefined))
      .orderBy(desc(sql`date_trunc('milliseconds', ${comments.createdAt})`), desc(comments.id))
      .limit(most + 1),
    countClaimable(actor),
  ]);
  const shown = rows.slice(0, most);
  const [decisions, statements] = await Promise.all([decisionsOf(shown.filter(({ status }) => status === "rejected").map(({ id }) => id)), statementsOf(shown.filter(({ status }) => status === "rejected" || status === "hidden").map(({ id }) => id))]);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ id, status, reason, name, body, at, headline, lastHeadline, slug, section }) => ({
      id,
      state: stateForAuthor[status],
      reason: status === "rejected" ? reason : null,
      name,
      body: isOver(status) ? null : body,
      at: at.toISOString(),
      headline: headline ?? lastHeadline,
      path: headline && slug && section ? articlePath(section, slug) : null,
      decision: decisions.get(id) ?? null,
      statement: statements.get(id) ?? null,
    })),
    next: rows.length > most && last ? signCursor(list, { at: last.at, id: last.id }) : null,
    claimable,
  };
}

async function countClaimable({ personId }: PersonActor): Promise<number> {
  const [person] = await appDatabase().select({ email: people.email, confirmedAt: people.emailConfirmedAt }).from(people).where(eq(people.id, personId));
  if (!person?.confirmedAt) return 0;
  const [row] = await appDatabase().select({ number: count() }).from(comments).innerJoin(guests, eq(guests.id, comments.guestId)).where(and(eq(guests.emailHmac, guestHmac(person.email)), isNotNull(comments.confirmedAt), ne(comments.status, "purged")));
  return row?.number ?? 0;
}
