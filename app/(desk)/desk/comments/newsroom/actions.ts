"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/components/forms/action-form";
import { invalid } from "@/lib/kernel/failure";
import { fail, type Result } from "@/lib/kernel/result";
import { askCommenter } from "@/lib/newsroom/commands/ask-commenter";
import { closeUse, reopenUse } from "@/lib/newsroom/commands/close-use";
import { unmarkComment } from "@/lib/newsroom/commands/mark-comment";
import { placeLetter } from "@/lib/newsroom/commands/place-letter";
import { takeUse } from "@/lib/newsroom/commands/take-use";
import { fieldsOf, perform, refused } from "@/lib/web/action";

/** Asks the author of a comment, with the words of a letter as they would be printed. */
export async function askAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(askCommenter, { useId: fields.useId, version: fields.version, words: fields.words ?? "" }, key(fields));
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/comments/newsroom");
  return { failure: null, typed: {}, done: result.value.mailed ? "Asked, by mail and on the page of her comment." : "Asked. No mail could go out to her: the question stands on the page of her comment." };
}

const key = ({ key: one }: Record<string, string>) => (one ? { key: one } : {});

/** Puts a letter into a story of its own, or at the end of one. */
export async function placeAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const result = await perform(placeLetter, { useId: fields.useId, version: fields.version, articleId: fields.articleId || null }, key(fields));
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/comments/newsroom");
  return { failure: null, typed: {}, done: "The letter stands in the story." };
}

const done = { take: "You see to it.", leave: "Nobody sees to it now.", reopen: "It is open again.", unmark: "The mark is taken back.", used: "Seen to.", closed: "Closed." } as const;

/** Everything that is one step: to see to it or no longer, what came of it, to open it again, and to take the mark back. */
export async function stepAction(_state: FormState, form: FormData): Promise<FormState> {
  const { fields, typed } = fieldsOf(form);
  const seen = { useId: fields.useId, version: fields.version };
  const step = fields.step as keyof typeof done;
  const steps: Record<keyof typeof done, () => Promise<Result<unknown>>> = {
    take: () => perform(takeUse, { ...seen, taken: true }),
    leave: () => perform(takeUse, { ...seen, taken: false }),
    reopen: () => perform(reopenUse, seen),
    unmark: () => perform(unmarkComment, seen),
    used: () => perform(closeUse, { ...seen, outcome: "used", correctionId: fields.correctionId || null, note: fields.note ?? "" }),
    closed: () => perform(closeUse, { ...seen, outcome: "closed", correctionId: null, note: fields.note ?? "" }),
  };
  const result = Object.hasOwn(steps, step) ? await steps[step]() : fail(invalid("no_step", "Reload the page and choose once more."));
  if (!result.ok) return refused(result.failure, typed);
  revalidatePath("/desk/comments/newsroom");
  return { failure: null, typed: {}, done: done[step] };
}
