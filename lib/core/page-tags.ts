import type { RecordedEvent } from "@/lib/core/events";
import type { CommentStatus, EventName } from "@/db/vocabulary";

/**
 * What a cached page was made from. Reads note these; an event drops them.
 * `section:ID`, `tag:SLUG` and `series:ID` stand for the list of their stories, `articles` for any other list: the front, the paper's feeds,
 * sitemaps, search, the archive, and addresses where nothing stands. `pages` is the list of the paper's own pages, which every foot shows,
 * `page:SLUG` one of them. `related:ID` is what a story's page proposes to read next. `discussions` are addresses at which no comment stands.
 */
export type PageTag = `article:${string}` | `discussion:${string}` | `section:${string}` | `tag:${string}` | `series:${string}` | `author:${string}` | `page:${string}` | `related:${string}` | "discussions" | "articles" | "sections" | "pages" | "settings";

type TagsOf = (event: RecordedEvent) => PageTag[];

const names = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === "string") : []);
const story: TagsOf = (event) => [
  `article:${event.subjectId}`,
  "articles",
  ...names(event.data.sections).map((id) => `section:${id}` as const),
  ...names(event.data.tags).map((slug) => `tag:${slug}` as const),
  ...names(event.data.series).map((id) => `series:${id}` as const),
  ...names(event.data.pickedBy).map((id) => `related:${id}` as const),
  // Their pages name it in another language from now on, or no longer.
  ...names(event.data.family).map((id) => `article:${id}` as const),
];
const shownInFamily: TagsOf = (event) => names(event.data.family).map((id) => `article:${id}` as const);
const articleOf: TagsOf = (event) => (typeof event.data.articleId === "string" ? [`discussion:${event.data.articleId}`, "discussions"] : []);
/** A comment that stood nowhere and stands nowhere now changes no page, however many of them come: `from` and `status` say where it was and is. */
const readable: ReadonlySet<unknown> = new Set<CommentStatus>(["published", "approved", "hidden"]);
const seenOf: TagsOf = (event) => (readable.has(event.data.from) || readable.has(event.data.status) ? articleOf(event) : []);
/** As `seenOf`, but what is gone leaves a mark among its answers. Events recorded before they said from where drop the page. */
const seenOrMarked: TagsOf = (event) => (event.data.answered === true || event.data.from === undefined ? articleOf(event) : seenOf(event));
const shownIn: TagsOf = (event) => names(event.data.articles).map((id) => `article:${id}` as const);
// The sitemap names every series, and a story that came or went never knew of it.
const seriesOf: TagsOf = (event) => [`series:${event.subjectId}`, "articles", ...shownIn(event)];
const none: TagsOf = () => [];

const table = {
  "article.created": none,
  "article.handed_in": none,
  "article.sent_back": none,
  "article.scheduled": none,
  "article.schedule_cancelled": none,
  "article.embargoed": story,
  "article.embargo_lifted": story,
  "article.kept_off_devices": none,
  "article.allowed_on_devices": none,
  "article.published": story,
  "article.updated": story,
  "article.corrected": story,
  "article.unpublished": story,
  "article.revision_kept": none,
  "article.revision_named": none,
  "article.restored": none,
  "article.related_chosen": (event) => [`related:${event.subjectId}`],
  "article.translation_tied": shownInFamily,
  "article.likened": (event) => names(event.data.articles).map((id) => `related:${id}` as const),
  // Notes are the newsroom's own: no page of readers knows of them.
  "article.note_added": none,
  "article.note_answered": none,
  "article.note_changed": none,
  "article.note_resolved": none,
  "article.note_reopened": none,
  "article.suggestion_applied": none,
  "article.suggestion_dismissed": none,
  // What goes into a working copy no reader sees.
  "article.letter_placed": none,
  "article.copied": none,
  "article.proposal_sent": none,
  "article.proposal_reopened": none,
  "article.proposal_withdrawn": none,
  "article.proposal_taken": none,
  "article.proposal_declined": none,
  // What is shown by a link is no page of readers.
  "article.review_offered": none,
  "article.review_revoked": none,
  "article.review_opened": none,
  "article.review_remarked": none,
  "article.remark_settled": none,
  "comment.posted": seenOf,
  "comment.approved": articleOf,
  "comment.rejected": seenOf,
  "comment.marked_spam": seenOf,
  "comment.hidden": articleOf,
  "comment.shown_again": articleOf,
  "comment.withdrawn": seenOrMarked,
  "comment.purged": seenOrMarked,
  "comment.decision_undone": articleOf,
  "comment.edited": seenOrMarked,
  "comment.hidden_by_reports": articleOf,
  "comment.picked": articleOf,
  "comment.unpicked": articleOf,
  "comment.confirmed": seenOf,
  "comment.claimed": none,
  "comment.appealed": none,
  "comment.appeal_granted": articleOf,
  "comment.appeal_refused": none,
  "comment.escalated": none,
  "comment.legal_hold_placed": none,
  "comment.legal_hold_lifted": none,
  "comment.legal_notice_received": none,
  "comment.legal_notice_answered": none,
  // What the newsroom makes of a comment changes nothing of where it stands.
  "comment.marked_for_newsroom": none,
  "comment.unmarked_for_newsroom": none,
  "comment.use_taken": none,
  "comment.use_left": none,
  "comment.consent_asked": none,
  "comment.consent_given": none,
  "comment.consent_refused": none,
  "comment.consent_withdrawn": none,
  "comment.used": none,
  "comment.use_closed": none,
  "comment.use_reopened": none,
  "comment.use_forgotten": none,
  "discussion.changed": articleOf,
  "discussion.likes_counted": articleOf,
  "sanction.imposed": none,
  "sanction.confirmed": none,
  "sanction.lifted": none,
  "sanction.swept": none,
  "sanction.sweep_undone": none,
  "commenter.noted": none,
  "commenter.trusted": none,
  "commenter.trust_withdrawn": none,
  "comment.quality_checked": none,
  // Who writes too fast is told when she sends: no page says it, and a flood is no time to draw pages anew.
  "discussion.heated": none,
  "shield.raised": none,
  "shield.lowered": none,
  "word_rule.added": none,
  "word_rule.changed": none,
  "word_rule.deleted": none,
  "word_rule.restored": none,
  "person.invited": none,
  "person.joined": none,
  "person.role_changed": none,
  "person.disabled": none,
  "person.enabled": none,
  "person.password_changed": none,
  "person.reset_offered": none,
  "person.profile_changed": (event) => [`author:${event.subjectId}`, "articles"],
  "person.signed_up": none,
  "person.exported": none,
  "person.deletion_asked": none,
  "person.deletion_cancelled": none,
  "person.erased": none,
  "session.started": none,
  "session.ended": none,
  "section.created": () => ["sections", "articles"],
  "section.changed": () => ["sections", "articles"],
  "series.created": none,
  "series.changed": seriesOf,
  "series.placed": seriesOf,
  "series.removed": none,
  "tag.described": (event) => [`tag:${event.data.slug}`],
  "page.created": none,
  "page.rewritten": none,
  "page.published": () => ["pages"],
  "page.withdrawn": (event) => ["pages", `page:${event.data.slug}`],
  "page.moved": () => ["pages"],
  "page.deleted": none,
  "settings.changed": () => ["settings"],
  "media.added": none,
  // A page names every size that the original reaches, made or not; but a new part of a picture changes what it says, and feeds tell how long its card is.
  "media.prepared": shownIn,
  "media.failed": none,
  "media.cropped": none,
  "media.described": shownIn,
  "mail.failed": none,
  "mail.tried_again": none,
  "embed.added": none,
  "embed.asked_again": none,
  "embed.answered": (event) => names(event.data.articles).map((id) => `article:${id}` as const),
  "embed.failed": none,
} satisfies Record<EventName, TagsOf>;

/** Events that take something from readers: what they touch is not shown again, not even in place of a page that cannot be made. */
const takings: ReadonlySet<EventName> = new Set<EventName>(["article.unpublished", "page.withdrawn", "comment.rejected", "comment.marked_spam", "comment.hidden", "comment.withdrawn", "comment.purged", "comment.decision_undone", "comment.edited", "comment.hidden_by_reports"]);

/** The cached pages that showed what an event took back. Of a page of the paper that is the page alone: the feet that named it are only old. */
export function takedownsOf(event: RecordedEvent): PageTag[] {
  // What is said of a discussion may hide all of it, or put comments back into the queue.
  const takes = takings.has(event.name) || (event.name === "discussion.changed" && event.data.takes === true);
  return takes ? pageTagsOf(event).filter((tag) => tag !== "pages") : [];
}

/** The cached pages that an event makes untrue. */
export function pageTagsOf(event: RecordedEvent): PageTag[] {
  return table[event.name](event);
}
