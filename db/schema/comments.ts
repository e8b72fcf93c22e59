import { sql } from "drizzle-orm";
import { type AnyPgColumn, bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, real, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { AppealOutcome, CommentStatus, DiscussionMode, DiscussionPreset, Language, NoticeKind, NoticePace, ReasonCode, ReportOutcome } from "@/db/vocabulary";
import type { ThreadSort } from "@/lib/comments/discussion-view";
import type { CommentBody } from "@/lib/content/comment-body";
import { articles } from "@/db/schema/articles";
import { idColumn, instant } from "@/db/schema/columns";
import { people } from "@/db/schema/people";

/** Where something was found in a text: from the first to behind the last of its UTF-16 units, of the revision's source. */
export type Span = { from: number; to: number };

/** One thing the pipeline noticed, with its plain reason for the moderator's card; `ruleId` where one of the moderators' own rules found it, `spans` where words did it. */
export type Signal = { phase: string; severity: "publish" | "flag" | "hold" | "spam" | "reject"; evidence: string; ruleId?: string; spans?: Span[] };

/** The place under one story where readers talk. Counters change in the transaction that changes a status. */
export const discussions = pgTable(
  "discussions",
  {
    id: idColumn(),
    articleId: uuid("article_id").notNull().references(() => articles.id),
    mode: text("mode").$type<DiscussionMode>().notNull().default("inherit"),
    closesAt: instant("closes_at"),
    /** Whatever day the section's rules would close it on. */
    staysOpen: boolean("stays_open").notNull().default(false),
    /** Null: as in its section. */
    slowModeSeconds: integer("slow_mode_seconds"),
    /** Whether any link waits, whoever gives it. Null: as in its section. */
    linksHeld: boolean("links_held"),
    /** In which order threads stand at first. Null: as in its section. */
    firstSort: text("first_sort").$type<ThreadSort>(),
    /** Said by the newsroom above the comments. */
    pinnedNote: text("pinned_note").notNull().default(""),
    /** Nothing is said above the comments, whatever its section or the paper says. */
    withoutNote: boolean("without_note").notNull().default(false),
    preset: text("preset").$type<DiscussionPreset>(),
    /** Raised each time that somebody changes how it is held. */
    rulesVersion: integer("rules_version").notNull().default(1),
    visibleCount: integer("visible_count").notNull().default(0),
    heldCount: integer("held_count").notNull().default(0),
    /** Visible comments that the editors picked. */
    pickCount: integer("pick_count").notNull().default(0),
    /** Visible comments of staff. */
    staffCount: integer("staff_count").notNull().default(0),
    /** Raised by every change that readers can see. */
    version: bigint("version", { mode: "number" }).notNull().default(0),
    lastVisibleAt: instant("last_visible_at"),
    /** Until then everybody waits longer between two comments: so many came at once, or so many of them had to wait. */
    heatedUntil: instant("heated_until"),
    /** Since when likes wait to be told to the cached pages, which hear of many at once. */
    likesChangedAt: instant("likes_changed_at"),
  },
  (table) => [uniqueIndex("discussions_article").on(table.articleId), index("discussions_liked").on(table.likesChangedAt).where(sql`${table.likesChangedAt} is not null`)],
);

/** Somebody who comments by name and e-mail, without an account. The address is kept only as a keyed hash, but where she wants to be told of answers. */
export const guests = pgTable(
  "guests",
  {
    id: idColumn(),
    emailHmac: text("email_hmac").notNull(),
    name: text("name").notNull(),
    /** When a comment was last confirmed from this address. */
    verifiedAt: instant("verified_at"),
    /** Sealed (lib/comments/guest-address.ts): null where she wants no mail. */
    emailSealed: text("email_sealed"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("guests_email_hmac").on(table.emailHmac)],
);

/** The moderators' queues of comments that somebody decided about, or nobody needs to: each has its own index, from the last decision back. */
export const decidedQueues = [
  ["unreviewed", ["published"]],
  ["approved", ["approved", "published"]],
  ["hidden", ["hidden"]],
  ["rejected", ["rejected"]],
  ["spam", ["spam"]],
  ["gone", ["withdrawn", "purged"]],
] as const satisfies readonly (readonly [string, readonly CommentStatus[]])[];

export const comments = pgTable(
  "comments",
  {
    id: idColumn(),
    discussionId: uuid("discussion_id").notNull().references(() => discussions.id),
    /** The comment that opens the thread; itself for a root. */
    rootId: uuid("root_id").notNull(),
    /** What it truly answers; the page shows two levels. */
    parentId: uuid("parent_id").references((): AnyPgColumn => comments.id),
    depth: smallint("depth").notNull().default(0),
    authorId: uuid("author_id").references(() => people.id),
    guestId: uuid("guest_id").references(() => guests.id),
    nameSnapshot: text("name_snapshot").notNull(),
    status: text("status").$type<CommentStatus>().notNull(),
    statusReason: text("status_reason").$type<ReasonCode>(),
    currentRevisionId: uuid("current_revision_id").notNull(),
    /** Visible replies: of a root all in its thread, of a reply those that answer it directly. What is gone leaves a mark while it has any. */
    replyCount: integer("reply_count").notNull().default(0),
    staffBadge: text("staff_badge").$type<"author" | "staff">(),
    likeCount: integer("like_count").notNull().default(0),
    /** Likes of people who are known a little: by these the most liked are sorted. */
    likeRank: integer("like_rank").notNull().default(0),
    /** Reports that nobody decided about yet. */
    reportCount: integer("report_count").notNull().default(0),
    pickedAt: instant("picked_at"),
    pickedBy: uuid("picked_by").references(() => people.id),
    editedAt: instant("edited_at"),
    /** Hash of the key that opens the commenter's own status page. */
    keyHash: text("key_hash").notNull(),
    /** When a link that was mailed to the guest's address confirmed it. Null: nobody knows that she wrote it. */
    confirmedAt: instant("confirmed_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
    decidedAt: instant("decided_at"),
    decidedBy: uuid("decided_by").references(() => people.id),
    /** The first comment with this text, or nearly; null: nobody had said it in the day before. */
    clusterId: uuid("cluster_id"),
    /** When a moderator asked for somebody more senior to decide, and her words to them. A decision of a person ends it. */
    escalatedAt: instant("escalated_at"),
    escalatedBy: uuid("escalated_by").references(() => people.id),
    escalationNote: text("escalation_note"),
  },
  (table) => [
    uniqueIndex("comments_key_hash").on(table.keyHash),
    index("comments_roots").on(table.discussionId, table.createdAt, table.id).where(sql`${table.depth} = 0 and (${table.status} in ('published', 'approved', 'hidden') or ${table.replyCount} > 0)`),
    index("comments_roots_liked").on(table.discussionId, table.likeRank, table.id).where(sql`${table.depth} = 0 and (${table.status} in ('published', 'approved', 'hidden') or ${table.replyCount} > 0)`),
    index("comments_picked").on(table.discussionId, table.createdAt, table.id).where(sql`${table.pickedAt} is not null`),
    index("comments_of_staff").on(table.discussionId, table.createdAt, table.id).where(sql`${table.staffBadge} is not null`),
    index("comments_reported").on(table.createdAt, table.id).where(sql`${table.reportCount} > 0`),
    index("comments_replies").on(table.rootId, table.createdAt, table.id).where(sql`${table.depth} > 0 and (${table.status} in ('published', 'approved', 'hidden') or ${table.replyCount} > 0)`),
    index("comments_queue").on(table.createdAt, table.id).where(sql`${table.status} = 'held'`),
    ...decidedQueues.map(([queue, statuses]) => index(`comments_queue_${queue}`).on(sql`coalesce(${table.decidedAt}, ${table.createdAt})`, table.id).where(sql`${table.status} in (${sql.raw(statuses.map((status) => `'${status}'`).join(", "))})`)),
    index("comments_author").on(table.authorId, table.createdAt),
    index("comments_guest").on(table.guestId, table.createdAt),
    index("comments_of_discussion").on(table.discussionId, table.createdAt),
    index("comments_published").on(table.discussionId).where(sql`${table.status} = 'published'`),
    index("comments_decided_by_people").on(table.decidedAt).where(sql`${table.decidedBy} is not null`),
    index("comments_all").on(table.createdAt, table.id),
    index("comments_reason").on(table.statusReason, table.createdAt, table.id).where(sql`${table.statusReason} is not null`),
    index("comments_name").on(sql`lower(${table.nameSnapshot}) text_pattern_ops`, table.createdAt, table.id),
    index("comments_cluster").on(table.clusterId, table.createdAt).where(sql`${table.clusterId} is not null`),
    index("comments_escalated").on(table.createdAt, table.id).where(sql`${table.escalatedAt} is not null`),
    index("comments_unverified").on(table.createdAt).where(sql`${table.status} = 'unverified'`),
  ],
);

/** What was written, each time. Append-only, but that `erase_purged_comment` empties it. */
export const commentRevisions = pgTable(
  "comment_revisions",
  {
    id: idColumn(),
    commentId: uuid("comment_id").notNull(),
    seq: integer("seq").notNull(),
    /** As typed, after the length and Unicode gates. */
    source: text("source").notNull(),
    body: jsonb("body").$type<CommentBody>().notNull(),
    textHash: text("text_hash").notNull(),
    linkCount: integer("link_count").notNull().default(0),
    /** Every signal the pipeline raised, with its plain reason. */
    signals: jsonb("signals").$type<Signal[]>().notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("comment_revisions_seq").on(table.commentId, table.seq), index("comment_revisions_hash").on(table.textHash, table.createdAt), index("comment_revisions_words").using("gin", sql`to_tsvector('simple', ${table.source})`), index("comment_revisions_links").on(table.commentId).where(sql`${table.linkCount} > 0`)],
);

/** By what a text is known again when a few of its words were changed. Forgotten after a month, and with a comment that is purged. */
export const commentFingerprints = pgTable(
  "comment_fingerprints",
  {
    revisionId: uuid("revision_id").primaryKey(),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    fingerprint: bigint("fingerprint", { mode: "bigint" }).notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("comment_fingerprints_age").on(table.createdAt), index("comment_fingerprints_comment").on(table.commentId)],
);

/** How often a word, a pair of words or a piece of an address stood in spam and in what was approved. Of all texts together: the token "". */
export const spamTokens = pgTable("spam_tokens", { /** A hash: the table tells no words. */ token: text("token").primaryKey(), spam: integer("spam").notNull().default(0), ham: integer("ham").notNull().default(0) });

/** Which comments the filter has learned from, and as what. */
export const spamLessons = pgTable("spam_lessons", {
  commentId: uuid("comment_id").primaryKey().references(() => comments.id),
  revisionId: uuid("revision_id").notNull(),
  verdict: text("verdict").$type<"spam" | "ham">().notNull(),
});

/** Each decision about a comment. Append-only. */
export const moderationEvents = pgTable(
  "moderation_events",
  {
    id: idColumn(),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    revisionId: uuid("revision_id").notNull().references(() => commentRevisions.id),
    /** Null: decided by the pipeline, or by whoever wrote it. */
    actorId: uuid("actor_id").references(() => people.id),
    fromStatus: text("from_status").$type<CommentStatus>(),
    toStatus: text("to_status").$type<CommentStatus>().notNull(),
    reasonCode: text("reason_code").$type<ReasonCode>(),
    messageToAuthor: text("message_to_author"),
    undoes: uuid("undoes"),
    /** The same for all that were decided in one step. */
    batchId: uuid("batch_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [index("moderation_events_comment").on(table.commentId, table.createdAt), index("moderation_events_actor").on(table.actorId, table.createdAt).where(sql`${table.actorId} is not null`), index("moderation_events_by_people").on(table.createdAt, table.id).where(sql`${table.actorId} is not null`), index("moderation_events_time").on(table.createdAt, table.id), index("moderation_events_batch").on(table.batchId).where(sql`${table.batchId} is not null`)],
);

/** Comments that a legal matter needs as they are: nothing of them is erased until an administrator lifts that. */
export const legalHolds = pgTable("legal_holds", {
  commentId: uuid("comment_id").primaryKey().references(() => comments.id),
  /** Which matter it is, for whoever has to decide when it is over. */
  matter: text("matter").notNull(),
  placedBy: uuid("placed_by").notNull().references(() => people.id),
  placedAt: instant("placed_at").notNull().defaultNow(),
});

/** Who likes what, each once. Goes with the comment when that is purged. */
export const commentLikes = pgTable(
  "comment_likes",
  {
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    personId: uuid("person_id").notNull().references(() => people.id),
    /** Whether it counts in the sorting: as the person was known when she liked it. */
    ranks: boolean("ranks").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.personId] }), index("comment_likes_person").on(table.personId)],
);

/** Which comment each moderator has before her now: told to the others, so that two do not read the same. A note and no lock, good for some minutes. */
export const commentLooks = pgTable(
  "comment_looks",
  {
    personId: uuid("person_id").primaryKey().references(() => people.id),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    lookedAt: instant("looked_at").notNull(),
  },
);

/** What readers report of a comment, each person and each network once of each of its texts. */
export const commentReports = pgTable(
  "comment_reports",
  {
    id: idColumn(),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    /** The text that was reported. */
    revisionId: uuid("revision_id").notNull(),
    reporterId: uuid("reporter_id").references(() => people.id),
    /** Hashes under a key of this comment alone, so that nothing tells whether two comments were reported from one place. Forgotten after a month. */
    network: text("network"),
    prefix: text("prefix"),
    reason: text("reason").$type<ReasonCode>().notNull(),
    law: text("law").notNull().default(""),
    text: text("text").notNull().default(""),
    weight: real("weight").notNull(),
    /** Whether it may help to hide the comment by itself. */
    counts: boolean("counts").notNull(),
    outcome: text("outcome").$type<ReportOutcome>().notNull().default("pending"),
    /** The decision that settled it: taken back, the report waits again. */
    settledBy: uuid("settled_by"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("comment_reports_reporter").on(table.commentId, table.revisionId, table.reporterId).where(sql`${table.reporterId} is not null`),
    uniqueIndex("comment_reports_network").on(table.commentId, table.revisionId, table.network).where(sql`${table.reporterId} is null and ${table.network} is not null`),
    index("comment_reports_comment").on(table.commentId),
    index("comment_reports_of_person").on(table.reporterId),
    index("comment_reports_age").on(table.createdAt).where(sql`${table.network} is not null or ${table.prefix} is not null`),
  ],
);

/** Comments of guests that wait until their address is confirmed: the link's hash, and where it went. Gone once it is used or too old. */
export const commentConfirmations = pgTable(
  "comment_confirmations",
  {
    commentId: uuid("comment_id").primaryKey().references(() => comments.id),
    tokenHash: text("token_hash").notNull(),
    /** Sealed: the address. */
    address: text("address").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [uniqueIndex("comment_confirmations_token_hash").on(table.tokenHash)],
);

/** Objections to rejections, one to each. */
export const appeals = pgTable(
  "appeals",
  {
    id: idColumn(),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    /** The decision that it objects to. */
    eventId: uuid("event_id").notNull().references(() => moderationEvents.id),
    text: text("text").notNull(),
    outcome: text("outcome").$type<AppealOutcome>().notNull().default("pending"),
    /** What whoever objected is told. */
    answer: text("answer").notNull().default(""),
    decidedBy: uuid("decided_by").references(() => people.id),
    decidedAt: instant("decided_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [uniqueIndex("appeals_event").on(table.eventId), index("appeals_comment").on(table.commentId), index("appeals_pending").on(table.createdAt, table.id).where(sql`${table.outcome} = 'pending'`)],
);

/** Which threads somebody follows, or wants to hear nothing of. */
export const threadFollows = pgTable(
  "thread_follows",
  { personId: uuid("person_id").notNull().references(() => people.id), rootId: uuid("root_id").notNull().references(() => comments.id), /** She is told of nothing in it, nor of answers to herself. */ quiet: boolean("quiet").notNull().default(false), createdAt: instant("created_at").notNull().defaultNow() },
  (table) => [primaryKey({ columns: [table.personId, table.rootId] }), index("thread_follows_root").on(table.rootId)],
);

/** Of whom somebody with an account wants to hear nothing: an account or a guest. Nobody else learns of it. */
export const mutes = pgTable(
  "mutes",
  {
    id: idColumn(),
    personId: uuid("person_id").notNull().references(() => people.id),
    authorId: uuid("author_id").references(() => people.id),
    guestId: uuid("guest_id").references(() => guests.id, { onDelete: "cascade" }),
    /** What they were called on the comment by which they were muted: no other name of theirs is told. */
    name: text("name").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [
    check("mutes_one", sql`num_nonnulls(${table.authorId}, ${table.guestId}) = 1`),
    uniqueIndex("mutes_author").on(table.personId, table.authorId).where(sql`${table.authorId} is not null`),
    uniqueIndex("mutes_guest").on(table.personId, table.guestId).where(sql`${table.guestId} is not null`),
    index("mutes_of_author").on(table.authorId).where(sql`${table.authorId} is not null`),
    index("mutes_of_guest").on(table.guestId).where(sql`${table.guestId} is not null`),
  ],
);

/** Of what somebody wants to be told, and how. Nobody's row: as Standfirst has it (lib/notices/choices.ts). */
export const noticeChoices = pgTable("notice_choices", {
  personId: uuid("person_id").primaryKey().references(() => people.id),
  choices: jsonb("choices").$type<Record<NoticeKind, { here: boolean; mail: boolean }>>().notNull(),
  pace: text("pace").$type<NoticePace>().notNull().default("soon"),
  language: text("language").$type<Language>(),
});

/** What a commenter is told of, once each: on her account's page, by mail, or both. */
export const notices = pgTable(
  "notices",
  {
    id: idColumn(),
    personId: uuid("person_id").references(() => people.id),
    guestId: uuid("guest_id").references(() => guests.id, { onDelete: "cascade" }),
    kind: text("kind").$type<NoticeKind>().notNull(),
    commentId: uuid("comment_id").notNull().references(() => comments.id),
    /** What makes it one: the comment, or the decision about it. */
    aboutId: uuid("about_id").notNull(),
    /** How the comment stood then: what is not so any more is not mailed. */
    status: text("status").$type<CommentStatus>().notNull(),
    /** Whether it stands on her account's page. */
    here: boolean("here").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    readAt: instant("read_at"),
    /** From when it may be mailed; null: it is not, or it was. */
    mailDueAt: instant("mail_due_at"),
  },
  (table) => [
    uniqueIndex("notices_once_person").on(table.personId, table.kind, table.aboutId).where(sql`${table.personId} is not null`),
    uniqueIndex("notices_once_guest").on(table.guestId, table.kind, table.aboutId).where(sql`${table.guestId} is not null`),
    index("notices_of_person").on(table.personId, table.createdAt),
    index("notices_of_comment").on(table.commentId),
    index("notices_due").on(table.mailDueAt).where(sql`${table.mailDueAt} is not null`),
  ],
);

/** Form tokens that were spent: each works once. */
export const spentFormTokens = pgTable("spent_form_tokens", { tokenHash: text("token_hash").primaryKey(), spentAt: instant("spent_at").notNull().defaultNow() });

/** Fixed windows of the rate limits, shared by all processes. `key` holds a keyed hash, never an address. */
export const rateWindows = pgTable(
  "rate_windows",
  { key: text("key").primaryKey(), count: integer("count").notNull(), expiresAt: instant("expires_at").notNull() },
  (table) => [index("rate_windows_expiry").on(table.expiresAt)],
);
