"use server";

import { revalidatePath } from "next/cache";
import { fromWallTime } from "@/components/desk/editor/times";
import { linksHeldOf } from "@/components/desk/link-rules";
import type { FormState } from "@/components/forms/action-form";
import type { DiscussionPreset } from "@/db/vocabulary";
import { changeDiscussion } from "@/lib/comments/commands/change-discussion";
import { presets } from "@/lib/comments/presets";
import { fieldsOf, perform } from "@/lib/web/action";
import { thePaper } from "@/lib/web/reading";

export async function changeDiscussionAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const known = Object.hasOwn(presets, fields.preset ?? "") ? (fields.preset as DiscussionPreset) : null;
  const wanted = known
    ? presets[known]
    : { mode: fields.mode, slowModeSeconds: fields.slowModeSeconds?.trim() ? Number(fields.slowModeSeconds) : null };
  const result = await perform(changeDiscussion, {
    articleId: fields.articleId,
    rulesVersion: Number(fields.rulesVersion),
    preset: known,
    mode: wanted.mode,
    closes: fields.closes === "day" ? endOfDay(fields.closesDay ?? "", (await thePaper()).timeZone) : fields.closes,
    slowModeSeconds: wanted.slowModeSeconds,
    linksHeld: linksHeldOf(fields.linksHeld),
    firstSort: fields.firstSort || null,
    pinnedNote: fields.pinnedNote ?? "",
    withoutNote: fields.withoutNote === "on",
    reason: fields.reason ?? "",
    holdUnread: fields.holdUnread === "on",
  });
  if (!result.ok) return { failure: result.failure, typed, done: null };
  revalidatePath("/desk/comments");
  const { held } = result.value;
  return {
    failure: null,
    typed: {},
    done: held > 0 ? `Saved. ${held === 1 ? "1 comment waits" : `${held} comments wait`} again.` : "Saved.",
  };
}

/** The last moment of a day in a zone; empty where it is no day. */
function endOfDay(day: string, timeZone: string): string {
  const lastMinute = fromWallTime(`${day}T23:59`, timeZone);
  return lastMinute && new Date(Date.parse(lastMinute) + 59_999).toISOString();
}
