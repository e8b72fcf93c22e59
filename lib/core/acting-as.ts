import type { Actor } from "@/lib/core/actor";
import { actingAsHeader } from "@/lib/kernel/acting-as-header";
import { type Failure, unauthenticated } from "@/lib/kernel/failure";

/**
 * Refused where a page says that it is one person's and the browser is another's by now, who signed in in another tab: what was begun as the one is not
 * done in the other's name. A request that says nothing is whoever's session it carries.
 */
export function ofAnother(headers: Headers, actor: Actor): Failure | null {
  const said = headers.get(actingAsHeader);
  if (!said || (actor.kind === "person" && actor.personId === said)) return null;
  return actor.kind === "person"
    ? unauthenticated("another_person", "Somebody else is signed in in this browser now. Nothing was done in their name: sign in again in another tab as yourself, or reload this page to go on as them.")
    : unauthenticated("signed_out", "Please sign in.");
}
