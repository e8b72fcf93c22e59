"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { holdUnread, lowerShield, raiseShield } from "@/lib/moderation/commands/raise-shield";
import { fieldsOf, perform, refused } from "@/lib/web/action";

/** Over what: the whole paper, "section ID" or "article ID". */
function placeOf(over = ""): { sectionId: string | null; articleId: string | null } {
  const [kind, id = null] = over.split(" ");
  return { sectionId: kind === "section" ? id : null, articleId: kind === "article" ? id : null };
}

const waitAgain = ({ held, more }: { held: number; more: boolean }) => (held === 0 ? "Nothing unread was shown there." : `${held === 1 ? "1 comment waits" : `${held} comments wait`} again${more ? "; put back the rest with “Hold unread ones too”" : ""}.`);

/** Raises a shield, and, where that is wanted, puts what nobody has read back into the queue. */
export async function raiseShieldAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const place = placeOf(fields.over);
  const result = await perform(raiseShield, { ...place, who: fields.who, hours: Number(fields.hours) });
  if (!result.ok) return refused(result.failure, typed);
  const held = fields.holdUnread === "on" ? await perform(holdUnread, place) : null;
  revalidatePath("/desk/comments", "layout");
  if (held && !held.ok) return { failure: held.failure, typed: {}, done: null };
  return { failure: null, typed: {}, done: `The shield stands.${held ? ` ${waitAgain(held.value)}` : ""}` };
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
