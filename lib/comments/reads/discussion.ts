import { and, asc, desc, eq, inArray, isNotNull, lte, type Placeholder, type SQL, sql } from "drizzle-orm";
import { type Database, readerDatabase } from "@/db/client";
import { atMost, preparedForReaders } from "@/db/prepared";
import { publicArticles, publicComments, publicDiscussions } from "@/db/schema";
import type { CommentMark, Language } from "@/db/vocabulary";
import { articlePath } from "@/lib/articles/article";
import { discussionState, type DiscussionState, noOwnRules } from "@/lib/comments/discussion";
import type { DiscussionRules } from "@/lib/comments/discussion-rules";
import type { AskedDiscussion, DiscussionTab, ThreadSort } from "@/lib/comments/discussion-view";
import { commentSettings } from "@/lib/comments/settings";
import { readCursor, readRankedCursor, signCursor, signRankedCursor } from "@/lib/core/signed-cursor";
import type { CommentBody } from "@/lib/content/comment-body";

export type ShownComment = { id: string; name: string | null; body: CommentBody | null; mark: CommentMark | null; badge: "author" | "staff" | null; picked: boolean; likes: number; at: Date; editedAt: Date | null; inReplyTo: { id: string; name: string } | null };
/** `earlier`: there are replies before those that are shown. `more`: how many the next step shows, and from where. */
export type ShownThread = { root: ShownComment; replies: ShownComment[]; earlier: boolean; more: { replies: number; cursor: string } | null };
export type DiscussionPage = {
  state: DiscussionState;
  pinnedNote: string;
  visible: number;
  version: number;
  /** How many comments each tab has beside all. */
  tabs: Record<Exclude<DiscussionTab, "all">, number>;
  asked: { tab: DiscussionTab; sort: ThreadSort };
  threads: ShownThread[];
  /** The pages beside this one: after which signed place each begins, "first" for the head of the list. */
  next: string | null;
  previous: string | "first" | null;
};

type Row = typeof publicComments.$inferSelect;
const shown = (row: Row): ShownComment => ({
  id: row.id,
  name: row.name,
  body: row.body,
  mark: row.mark,
  badge: row.visible ? row.staffBadge : null,
  picked: row.visible && row.pickedAt !== null,
  likes: row.visible ? row.likeCount : 0,
  at: row.createdAt,
  editedAt: row.visible ? row.editedAt : null,
  inReplyTo: row.parentId ? { id: row.parentId, name: row.parentName ?? "" } : null,
});

/** How a list runs: by what, and which way. */
type Order = { by: "time" | "likes"; way: "down" | "up" };
const orders = { newest: { by: "time", way: "down" }, oldest: { by: "time", way: "up" }, liked: { by: "likes", way: "down" } } satisfies Record<ThreadSort, Order>;
const column = { time: publicComments.createdAt, likes: publicComments.likeRank } satisfies Record<Order["by"], unknown>;
const reversed = ({ by, way }: Order): Order => ({ by, way: way === "down" ? "up" : "down" });

/** A value of the list's order as PostgreSQL compares it, with the id. */
type At = { value: Date | number; id: string };
const atOf = (row: Row, { by }: Order): At => ({ value: by === "likes" ? row.likeRank : row.createdAt, id: row.id });

/** Rows beyond a place of a list, in its direction; `with it` begins with the place itself. */
function beyond({ value, id }: At, { by, way }: Order, from: "after" | "with it" = "after"): SQL {
  const place = typeof value === "number" ? sql`(${value}::integer, ${id}::uuid)` : sql`(${value.toISOString()}::timestamptz, ${id}::uuid)`;
  return sql`(${column[by]}, ${publicComments.id}) ${sql.raw((way === "down" ? "<" : ">") + (from === "with it" ? "=" : ""))} ${place}`;
}

/** Written into the statement: an index of roots or of replies serves no value that is not known when the statement is planned. */
const [isRoot, isReply] = [sql`${publicComments.depth} = 0`, sql`${publicComments.depth} > 0`];

/** What stands in each tab, of one discussion. */
const within = { all: isRoot, picks: and(isNotNull(publicComments.pickedAt), eq(publicComments.visible, true)), staff: and(isNotNull(publicComments.staffBadge), eq(publicComments.visible, true)) } satisfies Record<DiscussionTab, SQL | undefined>;

type Listed = { articleId: string | Placeholder; tab: DiscussionTab; order: Order; condition?: SQL | undefined; most: number; skip?: number };

/** Comments of a list, in its order. */
function listed(db: Database, { articleId, tab, order, condition, most, skip = 0 }: Listed) {
  // The discussion as one value, so that PostgreSQL walks the index of roots in their order however long the discussion is.
  const own = db.select({ id: publicDiscussions.id }).from(publicDiscussions).where(eq(publicDiscussions.articleId, articleId));
  const way = order.way === "down" ? desc : asc;
  const query = db
    .select()
    .from(publicComments)
    .where(and(eq(publicComments.discussionId, sql`${own}`), within[tab], condition))
    .orderBy(way(column[order.by]), way(publicComments.id))
    .limit(atMost(most));
  return skip > 0 ? query.offset(atMost(skip)) : query;
}

/** The first replies of each of these roots, oldest first, marks of those that are gone among them. */
function firstReplyRows(db: Database) {
  const place = sql<number>`row_number() over (partition by ${publicComments.rootId} order by ${publicComments.createdAt}, ${publicComments.id})`;
  const ofRoots = sql`${publicComments.rootId} = any (${sql.placeholder("roots")}::uuid[])`;
  const numbered = db.select({ id: publicComments.id, place: place.as("place") }).from(publicComments).where(and(ofRoots, isReply)).as("numbered");
  const first = db.select({ id: numbered.id }).from(numbered).where(lte(numbered.place, sql.placeholder("most")));
  return db.select().from(publicComments).where(inArray(publicComments.id, first)).orderBy(asc(publicComments.createdAt), asc(publicComments.id));
}

const queries = preparedForReaders((db) => ({
  discussion: db.select().from(publicDiscussions).where(eq(publicDiscussions.articleId, sql.placeholder("articleId"))).prepare("discussion"),
  firstRoots: listed(db, { articleId: sql.placeholder("articleId"), tab: "all", order: orders.newest, most: commentSettings.rootsAPage + 1 }).prepare("discussion_first_roots"),
  firstReplies: firstReplyRows(db).prepare("discussion_first_replies"),
}));

type Frame = Pick<DiscussionPage, "state" | "pinnedNote" | "visible" | "version" | "tabs">;

/** A story as far as its discussion depends on it: `rules` are those of its section. */
type Discussed = { id: string; publishedAt: Date; rules: DiscussionRules };

async function frameOf({ id: articleId, publishedAt, rules }: Discussed, now: Date): Promise<Frame> {
  const [discussion] = await queries().discussion.execute({ articleId });
  const state = discussionState(discussion ?? noOwnRules, rules, publishedAt, now);
  // Where there are no comments at all, those that were written are not counted either.
  if (state.why === "off") return { state, pinnedNote: "", visible: 0, version: discussion?.version ?? 0, tabs: { picks: 0, staff: 0 } };
  return { state, pinnedNote: discussion?.withoutNote ? "" : discussion?.pinnedNote || rules.pinnedNote, visible: discussion?.visibleCount ?? 0, version: discussion?.version ?? 0, tabs: { picks: discussion?.pickCount ?? 0, staff: discussion?.staffCount ?? 0 } };
}

/**
 * One page of a discussion: 25 roots, each with its first replies, or 25 picks or replies of staff; or, with a `thread.` cursor, one thread
 * and 50 of its replies. Reads only what is public.
 */
export async function discussionPage(story: Discussed, now: Date, { tab, sort: wanted, cursor }: AskedDiscussion = { tab: "all", sort: "newest" }): Promise<DiscussionPage> {
  const { id: articleId } = story;
  // Nearly always it is as the section has it; else the list is asked for once more.
  const sort = wanted ?? story.rules.firstSort;
  const asked = { tab, sort };
  const order = orders[sort];
  const list = `comments:${articleId}:${tab}:${sort}`;
  const one = /^thread\.([0-9a-f-]{36})(?:\.(.+))?$/.exec(cursor ?? "");
  if (one?.[1]) {
    const [frame, thread] = await Promise.all([frameOf(story, now), oneThread(articleId, one[1], one[2])]);
    return { ...frame, asked: { tab: "all", sort: "newest" }, threads: thread && frame.state.why !== "off" ? [thread] : [], next: null, previous: "first" };
  }
  const place = placeBehind(list, sort, cursor);
  const first = place === null && tab === "all" && sort === "newest";
  const most = commentSettings.rootsAPage + 1;
  const [frame, rows, before] = await Promise.all([
    frameOf(story, now),
    first ? queries().firstRoots.execute({ articleId }) : listed(readerDatabase(), { articleId, tab, order, condition: place ? beyond(place, order) : undefined, most }),
    place ? listed(readerDatabase(), { articleId, tab, order: reversed(order), condition: beyond(place, reversed(order), "with it"), most: 1, skip: commentSettings.rootsAPage }) : [],
  ]);
  if (frame.state.why === "off") return { ...frame, asked, threads: [], next: null, previous: null };
  if (wanted === null && frame.state.firstSort !== sort) return discussionPage(story, now, { tab, sort: frame.state.firstSort, ...(cursor ? { cursor } : {}) });
  const page = rows.slice(0, commentSettings.rootsAPage);
  const last = page.at(-1);
  const sign = (row: Row) => signPlace(list, atOf(row, order));
  return {
    ...frame,
    asked,
    threads: tab === "all" ? await withFirstReplies(page) : page.map((row) => ({ root: shown(row), replies: [], earlier: false, more: null })),
    next: rows.length > commentSettings.rootsAPage && last ? sign(last) : null,
    previous: place && (before[0] ? sign(before[0]) : "first"),
  };
}

function placeBehind(list: string, sort: ThreadSort, cursor: string | undefined): At | null {
  const place = sort === "liked" ? readRankedCursor(list, cursor) : readCursor(list, cursor);
  return place && { value: "rank" in place ? place.rank : place.at, id: place.id };
}

const signPlace = (list: string, { value, id }: At) => (typeof value === "number" ? signRankedCursor(list, { rank: value, id }) : signCursor(list, { at: value, id }));

async function withFirstReplies(roots: readonly Row[]): Promise<ShownThread[]> {
  const replies = roots.length > 0 ? await queries().firstReplies.execute({ roots: `{${roots.map((root) => root.id).join(",")}}`, most: commentSettings.repliesShown }) : [];
  return roots.map((root) => {
    const own = replies.filter((reply) => reply.rootId === root.id);
    const left = root.replyCount - own.filter((reply) => reply.visible).length;
    const last = own.at(-1);
    return { root: shown(root), replies: own.map(shown), earlier: false, more: left > 0 && last ? moreReplies(root.id, last, left) : null };
  });
}

const moreReplies = (rootId: string, last: Row, left: number) => ({ replies: Math.min(left, commentSettings.repliesAPage), cursor: `thread.${rootId}.${signCursor(`replies:${rootId}`, { at: last.createdAt, id: last.id })}` });

function repliesOf(rootId: string, order: Order, most: number, condition?: SQL) {
  const way = order.way === "down" ? desc : asc;
  return readerDatabase().select().from(publicComments).where(and(eq(publicComments.rootId, rootId), isReply, condition)).orderBy(way(column[order.by]), way(publicComments.id)).limit(most);
}

async function rootOf(articleId: string, rootId: string): Promise<Row | null> {
  const [root] = await readerDatabase().select().from(publicComments).where(and(eq(publicComments.id, rootId), eq(publicComments.articleId, articleId), isRoot));
  return root ?? null;
}

/** One thread with the replies after a signed place, or from the first on. */
async function oneThread(articleId: string, rootId: string, cursor?: string): Promise<ShownThread | null> {
  const place = readCursor(`replies:${rootId}`, cursor);
  const { repliesAPage } = commentSettings;
  // One page more is asked for, so that the link says how many it shows.
  const [root, rows] = await Promise.all([rootOf(articleId, rootId), repliesOf(rootId, orders.oldest, repliesAPage * 2, place ? beyond({ value: place.at, id: place.id }, orders.oldest) : undefined)]);
  return root && threadOf(root, rows, repliesAPage, place !== null);
}

/** A root with the first of the replies that were found; the others are on the next page. */
function threadOf(root: Row, rows: readonly Row[], most: number, earlier: boolean): ShownThread {
  const page = rows.slice(0, most);
  const left = rows.slice(most).filter((reply) => reply.visible).length;
  const last = page.at(-1);
  return { root: shown(root), replies: page.map(shown), earlier, more: left > 0 && last ? moreReplies(root.id, last, left) : null };
}

export type CommentInPlace = DiscussionPage & { /** Who wrote it; null where it is gone. */ name: string | null; article: { id: string; path: string; headline: string; language: Language } };

/** A comment where it stands: its thread, and the threads around it, newest first. Null where it is not public. */
export async function commentInPlace(commentId: string, rulesOf: (sectionId: string | null) => DiscussionRules, now: Date): Promise<CommentInPlace | null> {
  if (!/^[0-9a-f-]{36}$/.test(commentId)) return null;
  const db = readerDatabase();
  const [comment] = await db.select().from(publicComments).where(eq(publicComments.id, commentId));
  if (!comment) return null;
  const [found] = await db
    .select({ headline: publicArticles.headline, language: publicArticles.language, slug: publicArticles.slug, sectionId: publicArticles.sectionId, section: publicArticles.sectionSlug, firstPublishedAt: publicArticles.firstPublishedAt })
    .from(publicArticles)
    .where(eq(publicArticles.id, comment.articleId));
  if (!found?.firstPublishedAt) return null;
  const { firstPublishedAt } = found;
  const root = comment.depth === 0 ? comment : await rootOf(comment.articleId, comment.rootId);
  if (!root) return null;
  const { rootsAround, rootsAPage, repliesAPage } = commentSettings;
  const list = `comments:${comment.articleId}:all:newest`;
  const around = (order: Order, most: number) => listed(db, { articleId: comment.articleId, tab: "all", order, condition: beyond(atOf(root, order), order), most });
  const before = (most: number) => (comment.depth === 0 ? [] : repliesOf(root.id, orders.newest, most, beyond(atOf(comment, orders.newest), orders.newest)));
  const after = repliesOf(root.id, orders.oldest, repliesAPage * 2, comment.depth === 0 ? undefined : beyond(atOf(comment, orders.oldest), orders.oldest, "with it"));
  const half = repliesAPage / 2;
  const [frame, newer, older, earlier, later] = await Promise.all([frameOf({ id: comment.articleId, publishedAt: firstPublishedAt, rules: rulesOf(found.sectionId) }, now), around(orders.oldest, rootsAPage + 1), around(orders.newest, rootsAround + 1), before(half + 1), after]);
  if (frame.state.why === "off") return null;
  const replies = [...earlier.slice(0, half).reverse(), ...later];
  const thread = threadOf(root, replies, Math.min(repliesAPage, earlier.slice(0, half).length + half), earlier.length > half);
  const [above, below] = [await withFirstReplies(newer.slice(0, rootsAround).reverse()), await withFirstReplies(older.slice(0, rootsAround))];
  const last = older[rootsAround - 1];
  // The page before holds all that is newer, up to this thread: what stands here too is shown twice, and nothing is left out.
  const start = newer[rootsAPage];
  return {
    ...frame,
    name: comment.name,
    asked: { tab: "all", sort: "newest" },
    threads: [...above, thread, ...below],
    next: older.length > rootsAround && last ? signCursor(list, { at: last.createdAt, id: last.id }) : null,
    previous: newer.length === 0 ? null : start ? signCursor(list, { at: start.createdAt, id: start.id }) : "first",
    article: { id: comment.articleId, headline: found.headline, language: found.language, path: articlePath(found.section, found.slug ?? "") },
  };
}

/** How many comments readers can see, and which version of the discussion that is: what open pages ask for now and then. */
export async function discussionNow(articleId: string): Promise<{ version: number; visible: number } | null> {
  if (!/^[0-9a-f-]{36}$/.test(articleId)) return null;
  const [discussion] = await queries().discussion.execute({ articleId });
  if (discussion) return { version: discussion.version, visible: discussion.visibleCount };
  const [story] = await readerDatabase().select({ id: publicArticles.id }).from(publicArticles).where(eq(publicArticles.id, articleId));
  return story ? { version: 0, visible: 0 } : null;
}

/** What the compose step says of the story that is answered; null where it is not public. */
export async function composeTarget(articleId: string, parentId: string | null): Promise<{ headline: string; path: string; language: Language; parentName: string | null; parentBody: CommentBody | null } | null> {
  const db = readerDatabase();
  if (!/^[0-9a-f-]{36}$/.test(articleId)) return null;
  const [article] = await db.select({ headline: publicArticles.headline, language: publicArticles.language, slug: publicArticles.slug, section: publicArticles.sectionSlug }).from(publicArticles).where(eq(publicArticles.id, articleId));
  if (!article) return null;
  const [parent] = parentId && /^[0-9a-f-]{36}$/.test(parentId) ? await db.select({ name: publicComments.name, body: publicComments.body }).from(publicComments).where(and(eq(publicComments.id, parentId), eq(publicComments.articleId, articleId))) : [];
  return { headline: article.headline, language: article.language, path: articlePath(article.section, article.slug ?? ""), parentName: parent?.name ?? null, parentBody: parent?.body ?? null };
}
