import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/lib/core/actor";
import { type Capability, roleMay } from "@/lib/policy/roles";

/**
 * One rule, two readings: `check` judges a row that was loaded, `where` lets PostgreSQL judge a list. Pages, commands, sockets and
 * buttons ask the same ability.
 */
export type Ability<Row> = {
  /** noun.verb, as the permission table prints it. */
  name: string;
  check(actor: Actor, row: Row): boolean;
  /** A condition for the rows this actor may have; `nothing` for none, undefined for all. */
  where(actor: Actor): SQL | undefined;
};

/** No row at all. */
export const nothing: SQL = sql`false`;

/** Whether the actor has the capability: the program itself may do everything, visitors nothing. */
export function may(actor: Actor, capability: Capability): boolean {
  if (actor.kind === "system") return true;
  return actor.kind === "person" && roleMay(actor.role, capability);
}

/** An ability that depends on the role alone. */
export function byRole(name: string, capability: Capability): Ability<unknown> {
  return { name, check: (actor) => may(actor, capability), where: (actor) => (may(actor, capability) ? undefined : nothing) };
}

/** An ability of anybody who is signed in. */
export function ofPeople(name: string): Ability<unknown> {
  return { name, check: (actor) => actor.kind !== "visitor", where: (actor) => (actor.kind !== "visitor" ? undefined : nothing) };
}

/** An ability of everybody, signed in or not. Said out loud, so that nobody leaves a rule out by accident. */
export function ofEverybody(name: string): Ability<unknown> {
  return { name, check: () => true, where: () => undefined };
}
