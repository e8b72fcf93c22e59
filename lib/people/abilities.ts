import { byRole, ofEverybody, ofPeople } from "@/lib/policy/ability";

/** Inviting, roles, disabling, reset links. */
export const peopleManage = byRole("people.manage", "people.manage");
/** Signing in, and using a link that was sent: anybody may try. */
export const signInTry = ofEverybody("session.start");
/** One's own password, profile and sessions. */
export const ownAccount = ofPeople("account.own");
