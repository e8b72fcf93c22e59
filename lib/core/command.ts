import { sql } from "drizzle-orm";
import type { z } from "zod";
import { appDatabase, commandDatabase, type Transaction } from "@/db/client";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { announceLocally, type NewEvent, type RecordedEvent, recordEvent } from "@/lib/core/events";
import type { Whence } from "@/lib/core/network";
import type { Opinion } from "@/lib/core/opinion";
import { isRemembered, rememberAnswer, rememberedAnswer } from "@/lib/core/idempotency";
import { parseInput } from "@/lib/core/parse-input";
import { type Failure, forbidden, invalid, notFound, unauthenticated } from "@/lib/kernel/failure";
import { fail, type Result } from "@/lib/kernel/result";
import { isPlainText } from "@/lib/kernel/text";
import type { Ability } from "@/lib/policy/ability";

/** What a command works with: its transaction, who asks, the database's time, and the one way to leave a trace. */
export type CommandContext = { tx: Transaction; actor: Actor; now: Date; /** Null where no request from outside asks. */ whence: Whence | null; /** What a service outside thinks of what is said; null where none was asked. */ opinion: Opinion | null; record(event: NewEvent): Promise<void> };

/** How a command is called: by whom, with which idempotency key, and (the demo newsroom only) at which time. */
export type Call = { actor: Actor; key?: string; now?: Date; /** Where the request comes from; no part of what it says, so that the same form sent again from elsewhere is the same request. */ whence?: Whence; /** What a service outside said beforehand; no part of the request either. */ opinion?: Opinion | null };

export type Command<Value> = {
  name: string;
  ability: string;
  /** Parses, loads, asks, runs, records and commits; or changes nothing and says why. Surprises are thrown. */
  execute(input: unknown, call: Call): Promise<Result<Value>>;
  /** Whether this key was used already: the same call would get its first answer and change nothing. */
  isAnswered(call: Call): Promise<boolean>;
};

type Spec<Input, Subject, Value> = {
  name: string;
  input: z.ZodType<Input>;
  ability: Ability<NoInfer<Subject>>;
  /** Finds and locks the row; null where it is not there. */
  load(tx: Transaction, input: NoInfer<Input>): Promise<Subject | null>;
  run(context: CommandContext, subject: NoInfer<Subject>, input: NoInfer<Input>): Promise<Result<Value>>;
};

/** Carries an expected failure out of the transaction, so that it rolls back. Told by its tag: two copies of this file may be loaded. */
class RolledBack extends Error {
  readonly rolledBack = true;
  constructor(readonly failure: Failure) {
    super(failure.reason);
  }
}

const isRolledBack = (thrown: unknown): thrown is RolledBack => typeof thrown === "object" && thrown !== null && "rolledBack" in thrown;

/** The only way to change anything. Forms, routes, jobs, imports and the collaboration server all call `execute`. */
export function command<Input, Subject, Value>(spec: Spec<Input, Subject, Value>): Command<Value> {
  const keyOf = (call: Call) => call.key && `${spec.name}:${personIdOf(call.actor) ?? "anybody"}:${call.key}`;
  return {
    name: spec.name,
    ability: spec.ability.name,
    async isAnswered(call) {
      const key = keyOf(call);
      return key ? isRemembered(appDatabase(), key) : false;
    },
    async execute(raw, call) {
      const parsed = parseInput(spec.input, raw);
      if (!parsed.ok) return parsed;
      const input = parsed.value;
      if (call.key !== undefined && !isPlainText(call.key)) return fail(invalid("key_unreadable", "This form came with a key that cannot be read. Reload the page and send it again."));
      const key = keyOf(call);
      const recorded: RecordedEvent[] = [];
      try {
        const result = await commandDatabase().transaction(async (tx) => {
          const known = key ? await rememberedAnswer(tx, key, raw) : null;
          if (known) return known as Result<Value>;
          const [now, subject] = await Promise.all([call.now ?? databaseTime(tx), spec.load(tx, input)]);
          if (subject === null) throw new RolledBack(notFound("not_found", "There is no such thing, or it is not yours to see."));
          if (!spec.ability.check(call.actor, subject)) throw new RolledBack(call.actor.kind === "visitor" ? unauthenticated("signed_out", "Please sign in.") : forbidden("not_allowed", "You may not do this."));
          const record = async (event: NewEvent) => void recorded.push(await recordEvent(tx, call.actor, now, event));
          const outcome = await spec.run({ tx, actor: call.actor, now, whence: call.whence ?? null, opinion: call.opinion ?? null, record }, subject, input);
          if (!outcome.ok) throw new RolledBack(outcome.failure);
          if (key) await rememberAnswer(tx, key, spec.name, raw, outcome.value);
          return outcome;
        });
        announceLocally(recorded);
        return result;
      } catch (thrown) {
        if (isRolledBack(thrown)) return fail(thrown.failure);
        throw thrown;
      }
    },
  };
}

/** For commands whose subject is not a row yet. */
export const noSubject = async (): Promise<object> => ({});

async function databaseTime(tx: Transaction): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select clock_timestamp() as now`);
  if (!row) throw new Error("The database did not tell the time.");
  return new Date(row.now);
}
