"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { decideMany, type ManyDecided, undoBatch } from "@/lib/moderation/decide-many";
import { decideComment, undoDecision } from "@/lib/moderation/commands/decide";
import { escalateComment } from "@/lib/moderation/commands/escalate-comment";
import { pickComment } from "@/lib/moderation/commands/pick-comment";
import { purgeComment } from "@/lib/moderation/commands/purge-comment";
import { markComment } from "@/lib/newsroom/commands/mark-comment";
import type { Result } from "@/lib/kernel/result";
import { fieldsOf, perform } from "@/lib/web/action";
import { whatWasDone } from "@/app/(desk)/desk/comments/what-was-done";

/** Decides about a comment as the moderator saw it, picks it, escalates it, marks it for the newsroom, purges it, or takes a decision back. `of` names the comment in the answer: its card may be gone. */
export async function moderateAction(_state: FormState, form: FormData): Promise<FormState> {
  const { commentId = "", revisionId = "", status = "", decision = "", reason = "", message = "", note = "", eventId, of = "" } = fieldsOf(form).fields;
  const seen = { commentId, revisionId, status };
  const decide = () => {
    if (decision === "purge") return perform(purgeComment, seen);
    if (decision === "escalate") return perform(escalateComment, { ...seen, note });
    if (decision === "letter" || decision === "lead" || decision === "correction") return perform(markComment, { commentId, revisionId, kind: decision });
    if (decision === "pick" || decision === "unpick") return perform(pickComment, { ...seen, picked: decision === "pick" });
    return perform(decideComment, { ...seen, decision, reason: decision === "reject" && reason ? reason : null, message: decision === "reject" ? message : "" });
  };
  const result = eventId ? await perform(undoDecision, { eventId }) : await decide();
  revalidatePath("/desk/comments");
  return result.ok ? { failure: null, typed: { of }, done: eventId ? "Taken back." : (whatWasDone[decision as keyof typeof whatWasDone] ?? null) } : { failure: result.failure, typed: { of }, done: null };
}

/** Decides about all that were chosen as the moderator saw them, or takes back what was decided in one step. What nothing happened to is told line by line. */
export async function decideManyAction(_state: FormState, form: FormData): Promise<FormState> {
  const { batchId = "", decision = "", reason = "", undo } = fieldsOf(form).fields;
  const items = form.getAll("item").map((item) => {
    const [commentId = "", revisionId = "", status = ""] = String(item).split(" ");
    return { commentId, revisionId, status };
  });
  const result: Result<ManyDecided> = undo
    ? await perform({ name: "undoBatch", execute: undoBatch }, { batchId })
    : await perform({ name: "decideMany", execute: decideMany }, { batchId, decision, reason: decision === "reject" && reason ? reason : null, message: "", items });
  revalidatePath("/desk/comments");
  if (!result.ok) return { failure: result.failure, typed: {}, done: null };
  const left = result.value.items.flatMap((item) => ("failure" in item ? [`${item.name}: ${item.failure.message}`] : []));
  const number = result.value.items.length - left.length;
  return { failure: null, typed: undo ? {} : { batchId }, done: `${number === 1 ? "1 comment" : `${number} comments`}: ${undo ? "taken back." : (whatWasDone[decision as keyof typeof whatWasDone] ?? "").toLowerCase()}`, found: left };
}
