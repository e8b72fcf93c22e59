import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Transaction } from "@/db/client";
import { commentConsents } from "@/db/schema";
import type { ConsentAnswer } from "@/db/vocabulary";
import { lockArticle } from "@/lib/articles/article-row";
import { isOver } from "@/lib/comments/comment";
import { type FieldProblem, refusal, sentenceOf, wrongFields } from "@/lib/comments/refusals/refusal";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { type CommandContext, command } from "@/lib/core/command";
import { tokenHash } from "@/lib/kernel/ids";
import { fail, ok, type Result } from "@/lib/kernel/result";
import { plainText, singleLine } from "@/lib/kernel/text";
import { isUuid } from "@/lib/kernel/uuid";
import { useAnswer } from "@/lib/newsroom/abilities";
import { sealReach } from "@/lib/newsroom/contact";
import { newsroomSettings } from "@/lib/newsroom/settings";
import { consentStands } from "@/lib/newsroom/use";
import { changeUse, type CommentUse, lockUse } from "@/lib/newsroom/use-row";

const unreadable = sentenceOf({ reason: "form_unreadable" });
const text = z.string(unreadable).max(2000, unreadable);
const AnswerInput = z.strictObject({
  /** The mailed token, the key of the guest's comment, or, for whoever wrote it with an account, the use's id. */
  asked: z.string(unreadable).max(100, unreadable),
  consentId: z.uuid(unreadable),
  answer: z.enum(["agree", "refuse", "withdraw"], unreadable),
  signedAs: text,
  contact: text,
});

type Answered = Result<{ answer: ConsentAnswer | null }>;

/** The question with its use, locked, for whoever may answer it. The actor's own account is asked in `run`: here nobody is known. */
async function lockQuestion(tx: Transaction, { consentId }: z.infer<typeof AnswerInput>) {
  const [known] = await tx.select({ useId: commentConsents.useId }).from(commentConsents).where(eq(commentConsents.id, consentId));
  const subject = known ? await lockUse(tx, known) : null;
  if (!subject) return null;
  // Read behind the lock: another question may have come meanwhile.
  const [consent] = await tx.select().from(commentConsents).where(eq(commentConsents.id, consentId));
  return consent ? { ...subject, consent } : null;
}

type Question = NonNullable<Awaited<ReturnType<typeof lockQuestion>>>;

/** Whether it is hers to answer: by the link that was mailed, as a guest by the key of her comment, or with the account that wrote it. */
function isAsked(actor: Actor, asked: string, { consent, comment, use }: Question): boolean {
  if (isUuid(asked)) return asked === use.id && comment.authorId !== null && comment.authorId === personIdOf(actor);
  const hash = tokenHash(asked);
  return hash === consent.tokenHash || (comment.authorId === null && hash === comment.keyHash);
}

/**
 * Takes what somebody answers who was asked: she agrees, refuses, or takes back what she agreed to. Her consent is for the question she saw:
 * where it was asked anew meanwhile, nothing is taken. To refuse what one agreed to is to take it back. Said twice it is done once.
 */
export const answerQuestion = command({
  name: "answerQuestion",
  input: AnswerInput,
  ability: useAnswer,
  load: lockQuestion,
  async run(context, question, input): Promise<Answered> {
    const { consent } = question;
    if (!isAsked(context.actor, input.asked, question)) return fail(refusal("not_found", "question_gone"));
    if (consent.overtakenAt) return fail(refusal("conflict", "question_overtaken"));
    if (input.answer === "agree") return agree(context, question, input);
    if (consent.answer === "agreed") return takeBack(context, question);
    if (input.answer === "withdraw" || consent.withdrawnAt) return ok({ answer: consent.answer });
    return refuse(context, question);
  },
});

async function agree({ tx, now, record }: CommandContext, { use, consent, comment, article }: Question, { signedAs, contact }: z.infer<typeof AnswerInput>): Promise<Answered> {
  if (consentStands(consent)) return ok({ answer: "agreed" });
  if (consent.withdrawnAt || consent.expiresAt <= now || isOver(comment.status) || (use.state !== "asked" && use.state !== "refused")) return fail(refusal("conflict", "question_over"));
  const gated = gate(use, { signedAs: singleLine(plainText(signedAs)), contact: singleLine(plainText(contact)) });
  if ("problems" in gated) return fail(wrongFields("answer", gated.problems));
  await tx.update(commentConsents).set({ answer: "agreed", answeredAt: now, signedAs: gated.signedAs }).where(eq(commentConsents.id, consent.id));
  await changeUse(tx, use, { state: "agreed", settledAt: null, contact: gated.contact ? sealReach(use.id, gated.contact) : null });
  await record({ name: "comment.consent_given", subjectId: comment.id, data: { articleId: article.id, useId: use.id, kind: use.kind, consentId: consent.id } });
  return ok({ answer: "agreed" });
}

async function refuse({ tx, now, record }: CommandContext, { use, consent, comment, article }: Question): Promise<Answered> {
  if (consent.answer === "refused") return ok({ answer: "refused" });
  await tx.update(commentConsents).set({ answer: "refused", answeredAt: now }).where(eq(commentConsents.id, consent.id));
  await changeUse(tx, use, { state: "refused", settledAt: now });
  await record({ name: "comment.consent_refused", subjectId: comment.id, data: { articleId: article.id, useId: use.id, kind: use.kind, consentId: consent.id } });
  return ok({ answer: "refused" });
}

async function takeBack({ tx, now, record }: CommandContext, { use, consent, comment, article }: Question): Promise<Answered> {
  if (consent.withdrawnAt) return ok({ answer: "agreed" });
  // Whoever publishes the story holds it: either her word comes first, and stops that, or it is printed when she hears so.
  if (use.usedIn) await lockArticle(tx, { articleId: use.usedIn });
  await tx.update(commentConsents).set({ withdrawnAt: now }).where(eq(commentConsents.id, consent.id));
  // What was used already somebody has to see to: it waits until a person closes it.
  await changeUse(tx, use, { state: "withdrawn", contact: null, settledAt: use.state === "used" ? null : now });
  await record({ name: "comment.consent_withdrawn", subjectId: comment.id, data: { articleId: article.id, useId: use.id, kind: use.kind, consentId: consent.id, used: use.state === "used" } });
  return ok({ answer: "agreed" });
}

type Given = { signedAs: string; contact: string };

/** What she has to say besides: the name for a letter, where she may be reached for a lead. */
function gate({ kind }: CommentUse, given: Given): Given | { problems: Record<string, FieldProblem> } {
  const { signature, contact } = newsroomSettings;
  const signedAs = [...given.signedAs].length;
  const reach = [...given.contact].length;
  if (kind === "letter" && signedAs < signature.least) return { problems: { signedAs: { reason: "signature_missing" } } };
  if (kind === "letter" && signedAs > signature.most) return { problems: { signedAs: { reason: "name_too_long", values: { most: signature.most } } } };
  if (kind === "lead" && reach < contact.least) return { problems: { contact: { reason: "contact_missing" } } };
  if (kind === "lead" && reach > contact.most) return { problems: { contact: { reason: "contact_too_long", values: { most: contact.most } } } };
  return kind === "letter" ? { signedAs: given.signedAs, contact: "" } : { signedAs: "", contact: given.contact };
}

