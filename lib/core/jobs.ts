import type { z } from "zod";
import type { Transaction } from "@/db/client";
import type { JobName } from "@/db/vocabulary";
import { fromProcess } from "@/lib/kernel/process-store";

/** Something to be done after the transaction that asks for it has committed; never if it does not. */
export type NewJob = { name: JobName; data: Record<string, unknown> };

/** The way into the queue, in the caller's transaction. */
export type JobQueue = { enqueue(tx: Transaction, job: NewJob): Promise<void> };

declare module "@/lib/kernel/process-store" {
  interface ProcessStore {
    jobs: JobQueue;
  }
}

/** How a job is done. `signal` is raised when its time is over or the process stops. */
export type Job = {
  run(data: unknown, signal: AbortSignal): Promise<void>;
  /** After the last try in vain. */
  giveUp(data: unknown): Promise<void>;
};

type Spec<Data> = {
  input: z.ZodType<Data>;
  /** May happen twice, also at once: what is done already is left alone. Throws where another try makes sense. */
  run(data: Data, signal: AbortSignal): Promise<void>;
  giveUp?(data: Data): Promise<void>;
};

/** A job, with its data parsed at the door as a command's input is. */
export function job<Data>(spec: Spec<Data>): Job {
  return {
    run: async (data, signal) => spec.run(spec.input.parse(data), signal),
    giveUp: async (data) => spec.giveUp?.(spec.input.parse(data)),
  };
}

/** Puts jobs into the queue with the change that causes them. Commands name theirs in `record`. */
export async function enqueue(tx: Transaction, jobs: readonly NewJob[]): Promise<void> {
  // They go over the same connection one behind the other: none waits for the answer to the one before.
  await Promise.all(jobs.map((one) => fromProcess("jobs").enqueue(tx, one)));
}
