import { and, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, commentRevisions, comments, discussions, guests, moderationEvents, revisions, sections, spentFormTokens } from "@/db/schema";
import type { Signal } from "@/db/schema/comments";
import type { CommentStatus } from "@/db/vocabulary";
import { commentPost } from "@/lib/comments/abilities";
import { countMove } from "@/lib/comments/counters";
import { type DiscussionState, discussionState } from "@/lib/comments/discussion";
import { rulesFor, storedRules } from "@/lib/comments/discussion-rules";
import { judgeFormToken, secondsUntilGood } from "@/lib/comments/form-token";
import { askToConfirm } from "@/lib/comments/ask-to-confirm";
import { gateGuest, gateText } from "@/lib/comments/gate";
import { guestHmac } from "@/lib/comments/guest-address";
import { type Commenter, type JudgedText, judgeText, textHashOf } from "@/lib/comments/judged-text";
import { keepFingerprint } from "@/lib/comments/keep-fingerprint";
import { storyIsPublic } from "@/lib/comments/public-story";
import { type RefusalReason, refusal, sentenceOf, wrongFields } from "@/lib/comments/refusals/refusal";
import { rulesAsWritten } from "@/lib/comments/reads/rules";
import { commentSettings } from "@/lib/comments/settings";
import { isVisible } from "@/lib/comments/comment";
import { paceRefusal } from "@/lib/comments/pace";
import { secondsToWait } from "@/lib/comments/slow-mode";
import { tellOf } from "@/lib/comments/tell-of";
import { type Actor, systemActor } from "@/lib/core/actor";
import { command } from "@/lib/core/command";
import type { Failure } from "@/lib/kernel/failure";
import { newId, newToken, tokenHash } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { fail, ok } from "@/lib/kernel/result";
import { singleLine, withoutHiddenMarks } from "@/lib/kernel/text";
import { feelHeat, slowedBy } from "@/lib/moderation/heat";
import { keepNetwork } from "@/lib/moderation/networks";
import { keepHits } from "@/lib/moderation/word-rules/hits";
import { type NameTrouble, nameTrouble } from "@/lib/people/display-names";
import { may } from "@/lib/policy/ability";
import { standingOf, standingRefusal } from "@/lib/sanctions/standing";

const unreadable = sentenceOf({ reason: "form_unreadable" });

export const PostCommentInput = z.strictObject({
  articleId: z.uuid(unreadable),
  parentId: z.uuid(sentenceOf({ reason: "parent_gone" })).nullable(),
  // How long these may be the gate says, in the words of the form.
  name: z.string(unreadable),
  email: z.string(unreadable),
  text: z.string(unreadable),
  token: z.string(unreadable),
  /** Hidden from people; a robot fills it in. */
  website: z.string(unreadable),
  /** Seconds from the first key to the sending, where a script measured them. */
  secondsToWrite: z.number(unreadable).min(0, unreadable).max(1_000_000, unreadable).nullable().default(null),
  /** Whether she was asked once already whether readers may find it hostile. */
  nudged: z.boolean(unreadable).default(false),
});

/** A story that is public now, with its discussion as it stands. Nothing is locked yet, so that one comment is judged beside another. */
async function storyWithDiscussion(tx: Transaction, { articleId }: { articleId: string }) {
  const [story] = await tx
    .select({ id: articles.id, sectionId: articles.sectionId, parentId: sections.parentId, firstPublishedAt: articles.firstPublishedAt, bylines: revisions.bylines, language: revisions.language, discussion: discussions, rules: rulesAsWritten })
    .from(articles)
    .innerJoin(revisions, eq(revisions.id, articles.publishedRevisionId))
    .leftJoin(sections, eq(sections.id, articles.sectionId))
    .leftJoin(discussions, eq(discussions.articleId, articles.id))
    .where(and(eq(articles.id, articleId), storyIsPublic));
  if (!story?.firstPublishedAt) return null;
  const discussion = story.discussion ?? (await firstDiscussion(tx, articleId));
  return discussion ? { ...story, firstPublishedAt: story.firstPublishedAt, discussion, rules: rulesFor(storedRules(story.rules), [story.sectionId, story.parentId]) } : null;
}

async function firstDiscussion(tx: Transaction, articleId: string) {
  await tx.insert(discussions).values({ articleId }).onConflictDoNothing();
  const [discussion] = await tx.select().from(discussions).where(eq(discussions.articleId, articleId));
  return discussion;
}

export type PostedComment = { commentId: string; key: string; status: CommentStatus };

/**
 * Takes a comment: gates first (nothing is stored where one refuses), then the pipeline decides once. Returns the key of the
 * commenter's own page. The form's token works once; the same request again gets the first answer (idempotency key = the token).
 * Whoever sends two comments is judged by one after the other, and so is one text that several people send, wherever they do; other comments under the same story only wait for
 * each other's writing. Of texts that are sent at one moment and are only nearly the same each may be judged without the others.
 */
export const postComment = command({
  name: "postComment",
  input: PostCommentInput,
  ability: commentPost,
  load: storyWithDiscussion,
  async run({ tx, actor, now, whence, opinion, record }, { discussion, rules, firstPublishedAt, bylines, language, sectionId, parentId, id: articleId }, input) {
    const hindered = (state: DiscussionState) => (!state.open ? refusal("conflict", "closed") : state.membersOnly && actor.kind === "visitor" ? refusal("unauthenticated", "members_only") : null);
    const state = discussionState(discussion, rules, firstPublishedAt, now);
    const shut = hindered(state);
    if (shut) return fail(shut);
    const signed = signature(actor, input);
    const who = "problems" in signed ? null : "email" in signed ? { addressKey: guestHmac(signed.email) } : { personId: signed.id };
    const gated = gateText(input.text);
    if (who) await Promise.all([oneAfterTheOther(tx, who), !("problem" in gated) && !("kind" in signed && signed.kind === "staff") && oneTextAfterTheOther(tx, textHashOf(gated.text))]);
    // A connection answers one question after the other without waiting for the next.
    const [stands, refused, known, taken, parent] = await Promise.all([
      who && standingOf(tx, who, now),
      formRefusal(tx, input, now),
      "email" in signed ? tx.select({ id: guests.id }).from(guests).where(eq(guests.emailHmac, guestHmac(signed.email))) : [],
      "email" in signed ? nameTrouble(tx, signed.name, null) : null,
      parentOf(tx, discussion.id, input.parentId),
    ]);
    const barred = who && stands && standingRefusal(stands, who, now);
    if (barred) return fail(barred);
    if (refused) return fail(refused);
    if ("problem" in gated || "problems" in signed) {
      const problems = { ...("problems" in signed ? signed.problems : {}), ...("problem" in gated ? { comment: gated.problem } : {}) };
      return fail(wrongFields("problem" in gated ? "text" : "who", problems));
    }
    if (taken) return fail(wrongFields("who", { name: { reason: nameRefusals[taken] } }));
    if (parent === "gone") return fail(refusal("conflict", "parent_gone"));

    // Of a guest who was never here nothing is found, whatever id she will have.
    const commenter: Commenter = "email" in signed ? { kind: "guest", id: known[0]?.id ?? newId(), name: signed.name } : signed;
    const own = commenter.kind === "guest" ? eq(comments.guestId, commenter.id) : eq(comments.authorId, commenter.id);
    const judgedUnder = async (seen: typeof discussion, state: DiscussionState): Promise<Failure | JudgedText> => {
      const slowModeSeconds = commenter.kind === "staff" ? 0 : slowedBy(state.slowModeSeconds, seen.heatedUntil, now);
      const [wait, judged] = await Promise.all([
        secondsToWait(tx, { discussionId: seen.id, own, slowModeSeconds, now }),
        judgeText(tx, commenter, gated.text, { discussion: seen, ...state, readFirst: stands?.premod === true, whence, now, secondsToWrite: input.secondsToWrite, opinion, where: { language, sectionIds: [sectionId, parentId].flatMap((one) => one ?? []) } }),
      ]);
      if (wait > 0) return refusal("rate_limited", "slow_mode", { retryAfter: wait });
      if (judged === "repeated") return refusal("conflict", "repeated");
      // What comes from outside keeps to a pace; imports and the program itself do not.
      const tooFast = whence && commenter.kind !== "staff" ? await paceRefusal(tx, { own, ...judged.by, discussionId: seen.id, rootId: parent?.rootId ?? null, now }) : null;
      if (tooFast) return tooFast;
      return whence && !input.nudged && commenter.kind !== "staff" && judged.signals.some(isSoft) ? refusal("conflict", "nudge") : judged;
    };
    const first = await judgedUnder(discussion, state);
    if ("code" in first) return fail(first);

    const held = await lockDiscussion(tx, discussion.id);
    const isChanged = held.rulesVersion !== discussion.rulesVersion;
    const stateNow = discussionState(held, rules, firstPublishedAt, now);
    const shutMeanwhile = isChanged ? hindered(stateNow) : null;
    if (shutMeanwhile) return fail(shutMeanwhile);
    const judged = isChanged ? await judgedUnder(held, stateNow) : first;
    if ("code" in judged) return fail(judged);
    const [parentNow, guestId] = await Promise.all([parent && parentOf(tx, discussion.id, parent.id), "email" in signed ? knownGuest(tx, signed) : null]);
    if (parentNow === "gone") return fail(refusal("conflict", "parent_gone"));

    const { status: found, reason, fingerprint, clusterId, ruleIds, by: _, ...written } = judged;
    // Of a guest nothing is decided before the address is confirmed: whatever the pipeline thinks of the text, she hears the same.
    const toConfirm = "email" in signed && fromProcess("env").mail !== null;
    const status: CommentStatus = toConfirm ? "unverified" : found;

    const id = newId();
    const revisionId = newId();
    const key = newToken();
    const isAuthor = commenter.kind === "staff" && bylines.some((byline) => byline.personId === commenter.id);
    const staffBadge = commenter.kind === "staff" ? (isAuthor ? "author" : "staff") : null;
    await tx.insert(commentRevisions).values({ id: revisionId, commentId: id, seq: 1, ...written, createdAt: now });
    await tx.insert(comments).values({
      id,
      discussionId: discussion.id,
      rootId: parent?.rootId ?? id,
      parentId: parent?.id ?? null,
      depth: parent ? Math.min(parent.depth + 1, commentSettings.deepest) : 0,
      authorId: guestId ? null : commenter.id,
      guestId,
      nameSnapshot: commenter.name,
      status,
      statusReason: status === "rejected" ? reason : null,
      currentRevisionId: revisionId,
      staffBadge,
      keyHash: tokenHash(key),
      clusterId,
      createdAt: now,
    });
    await Promise.all([
      keepFingerprint(tx, { revisionId, commentId: id, fingerprint, createdAt: now }),
      keepNetwork(tx, { commentId: id, whence, now }),
      keepHits(tx, { commentId: id, ruleIds: toConfirm ? [] : ruleIds, now }),
      countMove(tx, { id, discussionId: discussion.id, rootId: parent?.rootId ?? id, parentId: parent?.id ?? null, pickedAt: null, staffBadge }, { from: null, to: status }, now),
      tx.insert(moderationEvents).values({ commentId: id, revisionId, actorId: null, fromStatus: null, toStatus: status, reasonCode: status === "rejected" ? reason : null, createdAt: now }),
    ]);
    if (toConfirm) await askToConfirm(tx, { commentId: id, email: signed.email, key, language, now });
    const heat = commenter.kind === "staff" ? null : await feelHeat(tx, held, now);
    if (heat) await record({ name: "discussion.heated", subjectId: discussion.id, data: { articleId, ...heat }, by: systemActor("the program, for what it saw") });
    await record({ name: "comment.posted", subjectId: id, data: { articleId, status }, jobs: tellOf(id, { shown: isVisible(status) }) });
    return ok({ commentId: id, key, status });
  },
});

/** Whoever sends two comments at once waits with the second until the first is written. */
async function oneAfterTheOther(tx: Transaction, who: { addressKey: string } | { personId: string }): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${"personId" in who ? who.personId : who.addressKey}, 12))`);
}

/** And the same text of two people with the second until the first is written: always after the lock of a person and before that of a discussion, so that nobody waits in a ring. */
async function oneTextAfterTheOther(tx: Transaction, textHash: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${textHash}, 13))`);
}

async function lockDiscussion(tx: Transaction, id: string) {
  const [discussion] = await tx.select().from(discussions).where(eq(discussions.id, id)).for(rowLock);
  if (!discussion) throw new Error("The discussion went away.");
  return discussion;
}

/** What its author may want to say otherwise, once she is asked: shouting, and a word that moderators only mark. The second try is taken as it is. */
const isSoft = ({ phase, severity }: Signal): boolean => phase === "shape" || (phase === "word_rule" && severity === "flag");

const nameRefusals = { taken: "name_taken", staff: "name_of_staff", paper: "name_of_paper", no_letter: "name_without_letters" } as const satisfies Record<NameTrouble, RefusalReason>;

/** Honeypot, time trap, single use. */
async function formRefusal(tx: Transaction, input: z.infer<typeof PostCommentInput>, now: Date): Promise<Failure | null> {
  if (input.website !== "") return refusal("invalid", "robot", { problems: { website: { reason: "website_filled" } } });
  const verdict = judgeFormToken(input.token, input.articleId, now);
  if (verdict === "early") return refusal("invalid", "early", { retryAfter: secondsUntilGood(input.token, now) });
  if (verdict !== "good") return refusal("invalid", "form_old");
  const [spent] = await tx.insert(spentFormTokens).values({ tokenHash: tokenHash(input.token), spentAt: now }).onConflictDoNothing().returning();
  return spent ? null : refusal("invalid", "form_used");
}

/** Who signs the comment: the person of the session, or a guest by the name and address in the form. */
function signature(actor: Actor, input: z.infer<typeof PostCommentInput>): Commenter | ReturnType<typeof gateGuest> {
  if (actor.kind === "person") return { kind: may(actor, "desk.enter") ? "staff" : "reader", id: actor.personId, name: singleLine(withoutHiddenMarks(actor.name)) };
  return gateGuest(input);
}

/** The id of the guest with this address. What she is called changes only where she confirms a comment: anybody can type her address. */
async function knownGuest(tx: Transaction, { name, email }: { name: string; email: string }): Promise<string> {
  const [guest] = await tx.insert(guests).values({ emailHmac: guestHmac(email), name }).onConflictDoUpdate({ target: guests.emailHmac, set: { emailHmac: sql`excluded.email_hmac` } }).returning({ id: guests.id });
  if (!guest) throw new Error("The guest was not written.");
  return guest.id;
}

async function parentOf(tx: Transaction, discussionId: string, parentId: string | null) {
  if (!parentId) return null;
  const [parent] = await tx
    .select({ id: comments.id, rootId: comments.rootId, depth: comments.depth })
    .from(comments)
    .where(and(eq(comments.id, parentId), eq(comments.discussionId, discussionId), inArray(comments.status, ["published", "approved"])));
  return parent ?? ("gone" as const);
}
