import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { events } from "@/db/schema";
import type { EventName } from "@/db/vocabulary";
import { type Actor, actorName, personIdOf, type SystemActor } from "@/lib/core/actor";
import { enqueue, type NewJob } from "@/lib/core/jobs";
import { processStore } from "@/lib/kernel/process-store";

/** PostgreSQL delivers these at commit, to every process. The payload is the event's id. */
export const eventChannel = "standfirst_events";

/** What happened, and the jobs that it causes. `by`: the program did it by itself, though somebody's request brought it about. */
export type NewEvent = { name: EventName; subjectId: string; data?: Record<string, unknown>; jobs?: readonly NewJob[]; by?: SystemActor };

/** An event as it was committed. */
export type RecordedEvent = { id: number; name: EventName; subjectType: string; subjectId: string; data: Record<string, unknown>; at: Date };

export type EventHandler = (event: RecordedEvent) => void;

/** Tells this process's subscribers what was committed, here or elsewhere, each event once. */
export type EventHub = { subscribe(handler: EventHandler): () => void; announce(event: RecordedEvent): void; isTold(id: number): boolean };

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    events: EventHub;
  }
}

export function createEventHub(): EventHub {
  const handlers = new Set<EventHandler>();
  // Our own events come back by NOTIFY; the newest ids are remembered so that they are told once.
  const told = new Set<number>();
  return {
    isTold: (id) => told.has(id),
    subscribe(handler) {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
    announce(event) {
      if (told.has(event.id)) return;
      told.add(event.id);
      if (told.size > 5000) for (const id of [...told].slice(0, 2500)) told.delete(id);
      for (const handler of handlers) handler(event);
    },
  };
}

/** Writes the audit entry and its jobs in the transaction of the change and lets PostgreSQL tell everybody at commit. */
export async function recordEvent(tx: Transaction, asker: Actor, at: Date, event: NewEvent): Promise<RecordedEvent> {
  const actor = event.by ?? asker;
  const subjectType = event.name.split(".")[0] ?? event.name;
  const data = event.data ?? {};
  // RETURNING runs once for the one row, so that the audit entry and its announcement are a single statement.
  const [row] = await tx
    .insert(events)
    .values({ name: event.name, subjectType, subjectId: event.subjectId, actorId: personIdOf(actor), actorName: actorName(actor), data, at })
    .returning({ id: events.id, announced: sql`pg_notify(${eventChannel}, ${events.id}::text)` });
  if (!row) throw new Error(`The event ${event.name} was not written.`);
  await enqueue(tx, event.jobs ?? []);
  return { id: row.id, name: event.name, subjectType, subjectId: event.subjectId, data, at };
}

/** Read your own write: this process hears of it before the reply goes out, not when NOTIFY comes round. */
export function announceLocally(recorded: readonly RecordedEvent[]): void {
  for (const event of recorded) processStore().events?.announce(event);
}
