import type { Actor } from "@/lib/core/actor";
import { type Ability, nothing, ofEverybody, ofPeople } from "@/lib/policy/ability";

/** Telling commenters of what concerns them: the program itself. */
export const noticeSend: Ability<unknown> = { name: "notice.send", check: (actor: Actor) => actor.kind === "system", where: () => nothing };
/** One's own notices, and of what one wants to be told. */
export const noticeOwn = ofPeople("notice.own");
/** Ending mails: whoever has the address that stands in each of them. */
export const noticeStop = ofEverybody("notice.stop");
