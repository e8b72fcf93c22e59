import { and, asc, desc, eq, gt, inArray, lt, lte, type Placeholder, type SQL, sql } from "drizzle-orm";
import { type Database, readerDatabase } from "@/db/client";
import { atMost, preparedForReaders } from "@/db/prepared";
import { publicArticles, publicComments, publicDiscussions } from "@/db/schema";
import type { CommentMark, Language } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { discussionState, type DiscussionState, noOwnRules } from "@/lib/comments/discussion";
import type { DiscussionRules } from "@/lib/comments/discussion-rules";
import { commentSettings } from "@/lib/comments/settings";
import { readCursor, signCursor } from "@/lib/core/signed-cursor";
import type { CommentBody } from "@/lib/content/comment-body";

export type ShownComment = { id: string; name: string | null; body: CommentBody | null; mark: CommentMark | null; badge: "author" | "staff" | null; at: Date; inReplyTo: { id: string; name: string } | null };
export type ShownThread = { root: ShownComment; replies: ShownComment[]; moreReplies: number };
export type DiscussionPage = {
  state: DiscussionState;
  pinnedNote: string;
  visible: number;
  threads: ShownThread[];
  older: string | null;
  paged: boolean;
};

type Row = typeof publicComments.$inferSelect;
const shown = (row: Row): ShownComment => ({
  id: row.id,
  name: row.name,
  body: row.body,
  mark: row.mark,
  badge: row.visible ? row.staffBadge : null,
  at: row.createdAt,
  inReplyTo: row.parentId ? { id: row.parentId, name: row.parentName ?? "" } : null,
});

/** Roots of a story's discussion, newest first: one more than a page holds, so that it shows whether there are older ones. */
function rootRows(db: Database, articleId: string | Placeholder, condition?: SQL) {
  // The discussion as one value, so that PostgreSQL walks the index of roots in their order however long the discussion is.
  const own = db.select({ id: publicDiscussions.id }).from(publicDiscussions).where(eq(publicDiscussions.articleId, articleId));
  return db
    .select()
    .from(publicComments)
    .where(and(eq(publicComments.discussionId, sql`${own}`), eq(publicComments.depth, 0), condition))
    .orderBy(desc(publicComments.createdAt), desc(publicComments.id))
    .limit(atMost(commentSettings.rootsAPage + 1));
}

/** The first replies of each of these roots, oldest first, marks of those that are gone among them. */
function firstReplyRows(db: Database) {
  const place = sql<number>`row_number() over (partition by ${publicComments.rootId} order by ${publicComments.createdAt}, ${publicComments.id})`;
  const ofRoots = sql`${publicComments.rootId} = any (${sql.placeholder("roots")}::uuid[])`;
  const numbered = db.select({ id: publicComments.id, place: place.as("place") }).from(publicComments).where(and(ofRoots, gt(publicComments.depth, 0))).as("numbered");
  const first = db.select({ id: numbered.id }).from(numbered).where(lte(numbered.place, sql.placeholder("most")));
  return db.select().from(publicComments).where(inArray(publicComments.id, first)).orderBy(asc(publicComments.createdAt), asc(publicComments.id));
}

const queries = preparedForReaders((db) => ({
  discussion: db.select().from(publicDiscussions).where(eq(publicDiscussions.articleId, sql.placeholder("articleId"))).prepare("discussion"),
  firstRoots: rootRows(db, sql.placeholder("articleId")).prepare("discussion_first_roots"),
  firstReplies: firstReplyRows(db).prepare("discussion_first_replies"),
}));

/**
 * One page of a discussion: 25 roots, newest first, each with its first replies; or, with a `thread.` cursor, one thread whole.
 * Reads only what is public.
 */
export async function discussionPage(
  { id: articleId, publishedAt, rules }: { id: string; publishedAt: Date; rules: DiscussionRules },
  now: Date,
  cursor?: string,
): Promise<DiscussionPage> {
  const list = `comments:${articleId}`;
  const one = cursor?.startsWith("thread.") ? cursor.slice("thread.".length) : null;
  const place = one ? null : readCursor(list, cursor);
  const part = one && /^[0-9a-f-]{36}$/.test(one) ? eq(publicComments.id, one) : olderThan(place);
  const [[discussion], roots] = await Promise.all([
    queries().discussion.execute({ articleId }),
    part ? rootRows(readerDatabase(), articleId, part) : queries().firstRoots.execute({ articleId }),
  ]);
  const state = discussionState(discussion ?? noOwnRules, rules, publishedAt, now);
  if (!discussion) return { state, pinnedNote: "", visible: 0, threads: [], older: null, paged: false };
  const page = roots.slice(0, commentSettings.rootsAPage);
  const replies = page.length > 0 ? await queries().firstReplies.execute({ roots: `{${page.map((root) => root.id).join(",")}}`, most: one ? 500 : commentSettings.repliesShown }) : [];
  const last = page.at(-1);
  return {
    state,
    pinnedNote: discussion.pinnedNote,
    visible: discussion.visibleCount,
    threads: page.map((root) => {
      const own = replies.filter((reply) => reply.rootId === root.id);
      return { root: shown(root), replies: own.map((reply) => shown(reply)), moreReplies: Math.max(0, root.replyCount - own.filter((reply) => reply.visible).length) };
    }),
    older: roots.length > commentSettings.rootsAPage && last ? signCursor(list, { at: last.createdAt, id: last.id }) : null,
    paged: place !== null || one !== null,
  };
}

function olderThan(place: { at: Date; id: string } | null): SQL | undefined {
  return place ? lt(sql`(${publicComments.createdAt}, ${publicComments.id})`, sql`(${place.at.toISOString()}::timestamptz, ${place.id}::uuid)`) : undefined;
}

/** What the compose step says of the story that is answered; null where it is not public. */
export async function composeTarget(articleId: string, parentId: string | null): Promise<{ headline: string; path: string; language: Language; parentName: string | null } | null> {
  const db = readerDatabase();
  if (!/^[0-9a-f-]{36}$/.test(articleId)) return null;
  const [article] = await db.select({ headline: publicArticles.headline, language: publicArticles.language, slug: publicArticles.slug, section: publicArticles.sectionSlug }).from(publicArticles).where(eq(publicArticles.id, articleId));
  if (!article) return null;
  const [parent] = parentId && /^[0-9a-f-]{36}$/.test(parentId) ? await db.select({ name: publicComments.name }).from(publicComments).where(and(eq(publicComments.id, parentId), eq(publicComments.articleId, articleId))) : [];
  return { headline: article.headline, language: article.language, path: articlePath(article.section, article.slug ?? ""), parentName: parent?.name ?? null };
}
