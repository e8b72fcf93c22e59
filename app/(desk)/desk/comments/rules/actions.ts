"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { changeRules } from "@/lib/comments/commands/change-rules";
import { linksHeldOf } from "@/components/desk/link-rules";
import { newcomersHeldOf } from "@/components/desk/newcomer-rules";
import { fieldsOf, perform, refused } from "@/lib/web/action";

export async function changeRulesAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const number = (text = "") => (text.trim() === "" ? null : Number(text));
  const days = fields.closesAfterDays?.trim().toLowerCase();
  const result = await perform(changeRules, {
    version: Number(fields.seen),
    sectionId: fields.sectionId || null,
    mode: fields.mode || null,
    closesAfterDays: days === "never" ? "never" : number(days),
    slowModeSeconds: number(fields.slowModeSeconds),
    linksHeld: linksHeldOf(fields.linksHeld),
    newcomersHeld: newcomersHeldOf(fields.newcomersHeld),
    editMinutes: number(fields.editMinutes),
    firstSort: fields.firstSort || null,
    preset: fields.preset || null,
    pinnedNote: fields.pinnedNote ?? null,
    withoutNote: fields.withoutNote === "on",
    reason: fields.reason ?? "",
  });
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/comments/rules");
  return { failure: null, typed: {}, done: "Saved." };
}
