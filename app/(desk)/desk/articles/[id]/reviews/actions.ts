"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { fromProcess } from "@/lib/kernel/process-store";
import { offerReview, revokeReview } from "@/lib/outside-reviews/commands/offer-review";
import { settleRemark } from "@/lib/outside-reviews/commands/settle-remark";
import { fieldsOf, perform } from "@/lib/web/action";
import { onceFor } from "@/lib/web/once";

/** Makes a link for somebody outside; it is shown this once. */
export async function offerReviewAction(_state: FormState, form: FormData): Promise<FormState & { link?: string }> {
  const { fields, typed } = fieldsOf(form);
  const { articleId = "", forWhom = "", word = "", days = "", key } = fields;
  const result = await perform(offerReview, { articleId, forWhom, word, days }, onceFor(key, "offer"));
  revalidatePath(`/desk/articles/${articleId}/reviews`);
  if (!result.ok) return { failure: result.failure, typed, done: null };
  return { failure: null, typed: {}, done: `Pass this link on to ${forWhom.trim()} yourself. It is shown this once:`, link: `${fromProcess("env").appUrl}/for-review/${result.value.token}` };
}

/** Ends a link. */
export async function revokeReviewAction(_state: FormState, form: FormData): Promise<FormState> {
  const { articleId = "", reviewId = "" } = fieldsOf(form).fields;
  const result = await perform(revokeReview, { articleId, reviewId });
  revalidatePath(`/desk/articles/${articleId}/reviews`);
  return result.ok ? { failure: null, typed: {}, done: "The link is ended. What was said by it stays." } : { failure: result.failure, typed: {}, done: null };
}

const doneWords = { taken: "It is in the story now.", declined: "It is declined.", done: "It is seen to." };

/** Answers a remark: "taken" with what was seen in the story at its place, "declined" or "done". */
export async function settleRemarkAction(_state: FormState, form: FormData): Promise<FormState> {
  const { articleId = "", remarkId = "", verdict = "", seen = "", key } = fieldsOf(form).fields;
  const result = await perform(settleRemark, { articleId, remarkId, verdict, seen }, onceFor(key, verdict));
  revalidatePath(`/desk/articles/${articleId}/reviews`);
  return result.ok ? { failure: null, typed: {}, done: doneWords[result.value.verdict] } : { failure: result.failure, typed: {}, done: null };
}
