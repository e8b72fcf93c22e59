import type { Actor } from "@/lib/core/actor";
import { type Ability, byRole, nothing } from "@/lib/policy/ability";

/** Seeing what is kept of a commenter, and noting something about her. */
export const commenterSee = byRole("commenter.see", "comment.moderate");
/** Warning, reading somebody first, suspending for up to 30 days; lifting any of these, also what it swept away. */
export const commentSanction = byRole("comment.sanction", "comment.sanction");
/** Granting a level of trust, and withdrawing one. */
export const commenterTrust = byRole("commenter.trust", "comment.sanction");
/** Asking for a ban, and confirming one that somebody else asked for. */
export const commentBan = byRole("comment.ban", "comment.ban");
/** Banning without anybody's confirmation. */
export const commentBanAlone = byRole("comment.ban_alone", "comment.ban_alone");
/** Rejecting and bringing back what a sanction swept: the program itself, in a job. */
export const commentSweep: Ability<unknown> = { name: "comment.sweep", check: (actor: Actor) => actor.kind === "system", where: () => nothing };
