import { type Actor, personIdOf } from "@/lib/core/actor";
import { type Failure, unauthenticated } from "@/lib/kernel/failure";
import { tabPersonHeader } from "@/lib/kernel/tab-person";

/**
 * Why a request is not done: the page that sends it was opened by one person, and the browser has another one's session by now, or none. Null where
 * they are the same, or the page does not say whose it is. It gives nobody a right: who asks, the session says alone.
 */
export function refuseForTab(headers: Pick<Headers, "get">, actor: Actor): Failure | null {
  const said = headers.get(tabPersonHeader);
  if (said === null || said === personIdOf(actor)) return null;
  if (actor.kind !== "person") return unauthenticated("signed_out", "Please sign in.");
  return unauthenticated("other_person", `${actor.name} is signed in here by now, and this page was opened by somebody else: nothing was done. Whoever opened it signs in again in another tab; reloaded, the page is ${actor.name}’s.`);
}
