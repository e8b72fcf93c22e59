"use server";

import { revalidatePath } from "next/cache";
import { raised, waitAgain } from "@/app/(desk)/desk/comments/shields/answers";
import type { FormState } from "@/components/forms/action-form";
import { holdUnread, lowerShield, raiseShield } from "@/lib/moderation/commands/raise-shield";
import { fieldsOf, perform, refused } from "@/lib/web/action";

/** Over what: the whole paper, "section ID" or "article ID". */
function placeOf(over = ""): { sectionId: string | null; articleId: string | null } {
  const [kind, id = null] = over.split(" ");
  return { sectionId: kind === "section" ? id : null, articleId: kind === "article" ? id : null };
}

/** Raises a shield, and, where that is wanted, puts what nobody has read back into the queue. */
export async function raiseShieldAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const place = placeOf(fields.over);
  const result = await perform(raiseShield, { ...place, who: fields.who, hours: Number(fields.hours) });
  if (!result.ok) return refused(result.failure, typed);
  const held = fields.holdUnread === "on" ? await perform(holdUnread, place) : null;
  revalidatePath("/desk/comments", "layout");
  return raised(held, typed);
}

/** Takes one down, or puts what nobody has read where it stands back into the queue. */
export async function shieldAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields } = fieldsOf(form);
  if (fields.then === "lower") {
    const lowered = await perform(lowerShield, { id: fields.id });
    if (lowered.ok) revalidatePath("/desk/comments", "layout");
    return lowered.ok ? { failure: null, typed: {}, done: "The shield is down." } : { failure: lowered.failure, typed: {}, done: null };
  }
  const held = await perform(holdUnread, placeOf(fields.over));
  if (held.ok) revalidatePath("/desk/comments", "layout");
  return held.ok ? { failure: null, typed: {}, done: waitAgain(held.value) } : { failure: held.failure, typed: {}, done: null };
}
