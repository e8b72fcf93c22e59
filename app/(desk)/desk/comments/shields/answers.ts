import type { FormState } from "@/components/forms/action-form";
import type { Result } from "@/lib/kernel/result";

export type Held = { held: number; more: boolean };

/** How many went back into the queue, in a sentence. */
export const waitAgain = ({ held, more }: Held): string => (held === 0 ? "Nothing unread was shown there." : `${held === 1 ? "1 comment waits" : `${held} comments wait`} again${more ? "; put back the rest with “Hold unread ones too”" : ""}.`);

/**
 * What the form says once a shield stands. `held`: what came of putting the unread ones back; null: nobody asked for it. Where that failed the
 * shield stands nevertheless, which is said first, and all that was chosen stays chosen, so that the same sent again does the rest.
 */
export function raised(held: Result<Held> | null, typed: Record<string, string>): FormState {
  if (!held || held.ok) return { failure: null, typed: {}, done: `The shield stands.${held ? ` ${waitAgain(held.value)}` : ""}` };
  return { failure: { ...held.failure, message: `The shield stands, but what nobody has read was not put back into the queue. ${held.failure.message} Try that part again with “Hold unread ones too” beside the shield.` }, typed, done: null };
}
