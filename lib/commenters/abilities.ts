import type { Actor } from "@/lib/core/actor";
import { type Ability, nothing, ofPeople } from "@/lib/policy/ability";

/** What is kept of oneself: having a copy of it, and having it deleted. */
export const ownData = ofPeople("account.data");
/** Erasing an account whose time is up: the program itself. */
export const accountErase: Ability<unknown> = { name: "account.erase", check: (actor: Actor) => actor.kind === "system", where: () => nothing };
