import type { Message } from "@/lib/core/safe-fetch";
import { log } from "@/lib/kernel/log";
import type { Result } from "@/lib/kernel/result";

/** How somebody outside is told something. Tests listen themselves. */
export type Tell = (address: string, message: Message) => Promise<Result<{ status: number }>>;

/**
 * Tells somebody. Throws where it makes sense to try again: they cannot be reached, are too busy, or failed themselves. What they refuse
 * is written down and not repeated; where nothing may go outside at all, nothing is done.
 */
export async function tell(address: string, message: Message, post: Tell): Promise<void> {
  const told = await post(address, message);
  const whom = address.split("?")[0];
  if (!told.ok) {
    if (told.failure.reason === "outside_closed") return;
    throw new Error(`${whom} could not be reached.`);
  }
  const { status } = told.value;
  if (status === 429 || status >= 500) throw new Error(`${whom} answered ${status}.`);
  if (status >= 300) log().warn({ whom, status }, "what the paper told somebody outside was refused");
}
