"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { lookAtStory } from "@/lib/articles/commands/look-at-story";
import { restorePart, restoreRevision } from "@/lib/articles/commands/restore-revision";
import { ok, type Result } from "@/lib/kernel/result";
import { fieldsOf, perform } from "@/lib/web/action";
import { onceFor } from "@/lib/web/once";

/** Brings one part of the earlier version back, or with the other button all of it. */
export async function bringBackAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields } = fieldsOf(form);
  const { articleId = "", revisionId = "", part = "", then, key } = fields;
  // Pressed twice it is done once.
  const once = onceFor(key, then === "whole" ? then : part);
  const result = then === "whole" ? await whole({ articleId, revisionId }, once) : await one({ articleId, revisionId, part }, once);
  revalidatePath(`/desk/articles/${articleId}/history`, "layout");
  return result.ok ? { failure: null, typed: {}, done: `${result.value}; what stood before is kept in the history.` } : { failure: result.failure, typed: {}, done: null };
}

async function whole(input: { articleId: string; revisionId: string }, once: { key?: string }): Promise<Result<string>> {
  const result = await perform(restoreRevision, input, once);
  return result.ok ? ok("The whole version is back in the text") : result;
}

async function one(input: { articleId: string; revisionId: string; part: string }, once: { key?: string }): Promise<Result<string>> {
  const result = await perform(restorePart, input, once);
  if (!result.ok) return result;
  const { name, isTakenOut, of } = result.value;
  return ok(`${name.replace(/^./, (letter) => letter.toUpperCase())} ${isTakenOut ? "is out again, as" : "is as"} in version ${of}${isTakenOut ? "" : " again"}`);
}

/** Remembers that this person has seen what others changed, as far as it was shown to her. */
export async function markSeenAction(_state: FormState, form: FormData): Promise<FormState> {
  const { articleId = "", at = "", revisionId } = fieldsOf(form).fields;
  const result = await perform(lookAtStory, { articleId, shown: { at, revisionId: revisionId || null } });
  return result.ok ? { failure: null, typed: {}, done: "Remembered: from now on you are told of what others change after this." } : { failure: result.failure, typed: {}, done: null };
}
