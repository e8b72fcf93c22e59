import type { Role } from "@/db/vocabulary";

/** Somebody signed in, as the session says; never as the request says. */
export type PersonActor = { kind: "person"; personId: string; name: string; role: Role; sessionId: string };

/** Somebody not signed in. `network` is a keyed hash of the address, good for limits and for nothing else. */
export type VisitorActor = { kind: "visitor"; network: string };

/** The program itself: sweeps, jobs, the demo newsroom. */
export type SystemActor = { kind: "system"; name: string };

export type Actor = PersonActor | VisitorActor | SystemActor;

export function systemActor(name: string): SystemActor {
  return { kind: "system", name };
}

/** The person's id, or null for visitors and the program. */
export function personIdOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}

/** The name that the audit keeps. */
export function actorName(actor: Actor): string {
  return actor.kind === "visitor" ? "a visitor" : actor.name;
}
