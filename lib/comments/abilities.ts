import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Ability, byRole, may, nothing, ofEverybody, ofPeople } from "@/lib/policy/ability";

/** Leaving a comment: everybody, signed in or not; what becomes of it, the pipeline says. */
export const commentPost = ofEverybody("comment.post");
/** Deciding about comments and seeing the queue. */
export const commentModerate = byRole("comment.moderate", "comment.moderate");
/** Confirming a guest's comment: whoever has the link that was mailed. */
export const commentConfirm = ofEverybody("comment.confirm");
/** Taking comments into one's account that were left as a guest with its address. */
export const commentClaim = ofPeople("comment.claim");
/** Hearing nothing more of whoever wrote a comment. */
export const authorMute = ofPeople("author.mute");
/** Following a thread. */
export const threadFollow = ofPeople("thread.follow");
/** Erasing what is kept for a while only: the program itself. */
export const commentForget: Ability<unknown> = { name: "comment.forget", check: (actor) => actor.kind === "system", where: () => nothing };
/** Liking a comment: everybody with an account. */
export const commentLike = ofPeople("comment.like");
/** Reporting a comment: everybody, signed in or not. */
export const commentReport = ofEverybody("comment.report");
/** Answering notices of unlawful content: the program itself, with what a moderator decided. */
export const legalNoticeAnswer: Ability<unknown> = { name: "legal_notice.answer", check: (actor) => actor.kind === "system", where: () => nothing };
/** Picking comments that readers should not miss: whoever may everywhere, and whoever wrote the story under it. Of no story in particular: null. */
export const commentPick: Ability<{ bylines: readonly { personId?: string | null }[] } | null> = {
  name: "comment.pick",
  check: (actor: Actor, story) => may(actor, "comment.pick") || (may(actor, "desk.enter") && story?.bylines.some(({ personId }) => personId && personId === personIdOf(actor)) === true),
  where: (actor) => (may(actor, "comment.pick") ? undefined : nothing),
};
/** Telling cached pages of likes: the program itself. */
export const commentShowLikes: Ability<unknown> = { name: "comment.show_likes", check: (actor) => actor.kind === "system", where: () => nothing };
/** Erasing a comment for good, with all that is known of who wrote it. */
export const commentPurge = byRole("comment.purge", "comment.purge");
/** Keeping a comment as it is for a legal matter, whatever else would erase it. */
export const commentLegalHold = byRole("comment.legal_hold", "comment.legal_hold");

/** Seeing every decision about comments, and how the work goes. */
export const commentAudit = byRole("comment.audit", "comment.audit");

/** How the discussion of one story is held: as a moderator needs it, at once. */
export const discussionChange = byRole("discussion.change", "comment.moderate");
/** How discussions are held in the paper and in its sections. */
export const discussionRulesChange = byRole("discussion.set_rules", "comment.rules");

/** The moderators' own rules: words, names, addresses and expressions. */
export const wordRulesChange = byRole("word_rule.change", "comment.rules");
/** Raising and lowering a shield: at once, by whoever moderates. */
export const shieldRaise = byRole("shield.raise", "comment.moderate");

/** One's own comment, found by its key. What was written with an account needs that account too: an address can be passed on. */
export const commentOwn: Ability<{ comment: { authorId: string | null } }> = {
  name: "comment.own",
  check: (actor: Actor, { comment }) => comment.authorId === null || comment.authorId === personIdOf(actor),
  where: () => nothing,
};
