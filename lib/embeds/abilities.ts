import type { Actor } from "@/lib/core/actor";
import { type Ability, byRole, nothing } from "@/lib/policy/ability";

/** Embedding an address, asking its provider again, and seeing what came: everybody who writes. */
export const embedAdd = byRole("embed.add", "article.create");

/** Keeping what a provider answered: the program itself, never a person. */
export const embedAnswer: Ability<unknown> = {
  name: "embed.answer",
  check: (actor: Actor) => actor.kind === "system",
  where: (actor: Actor) => (actor.kind === "system" ? undefined : nothing),
};
