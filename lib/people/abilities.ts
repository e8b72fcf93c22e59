import { eq } from "drizzle-orm";
import { mediaAssets } from "@/db/schema";
import type { Actor } from "@/lib/core/actor";
import { type Ability, byRole, nothing, ofEverybody, ofPeople } from "@/lib/policy/ability";

/** Inviting, roles, disabling, reset links. */
export const peopleManage = byRole("people.manage", "people.manage");
/** Signing in, and using a link that was sent: anybody may try. */
export const signInTry = ofEverybody("session.start");
/** One's own password, profile and sessions. */
export const ownAccount = ofPeople("account.own");
/** Showing a picture beside one's own name: one that oneself took in. */
export const portraitChoose: Ability<{ uploadedBy: string | null }> = {
  name: "account.portrait",
  check: (actor: Actor, picture) => actor.kind === "person" && picture.uploadedBy === actor.personId,
  where: (actor) => (actor.kind === "person" ? eq(mediaAssets.uploadedBy, actor.personId) : nothing),
};
