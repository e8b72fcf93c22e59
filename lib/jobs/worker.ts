import { PgBoss } from "pg-boss";
import { asLibpqReads, givenUpQueue, jobSchema } from "@/db/job-schema";
import type { JobName } from "@/db/vocabulary";
import type { Job } from "@/lib/core/jobs";
import { atOnce, pauseBetweenLooks, schedule } from "@/lib/jobs/schedule";
import { log } from "@/lib/kernel/log";

/** How long jobs under way may go on when the process stops; what is cut off is tried again. */
const stopLimitMs = 5_000;

export type Worker = {
  /** Looks at once for jobs whose worker has died, instead of within a quarter of a minute. */
  lookForLost(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Does the jobs, each kind one at a time but for those in `atOnce`. What fails is tried again later and later; it is logged when it first fails and when it is
 * given up. A job whose process died is found by its missing heartbeat. Uses the program's login, which may not change the schema.
 * Rejects where it cannot start; nothing of it goes on then.
 */
export async function startWorker(appUrl: string, jobs: Partial<Record<JobName, Job>>): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: asLibpqReads(appUrl),
    schema: jobSchema,
    application_name: "standfirst worker",
    max: 4,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    // Both need rights that the program's login does not have.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on("error", sayOncePerOutage());
  boss.on("warning", ({ message }) => log().warn({ said: message }, "the job queue warns"));
  try {
    await boss.start();
    const known = Object.entries(jobs) as [JobName, Job][];
    for (const [name, job] of known) {
      await boss.work<Record<string, unknown>>(name, { pollingIntervalSeconds: pauseBetweenLooks[name], localConcurrency: atOnce[name] ?? 1 }, async (batch) => {
        for (const { id, data, signal, retryCount } of batch) await tryOnce(job, { name, id, data, signal, retryCount });
      });
    }
    await boss.work<Record<string, unknown>, unknown, { pollingIntervalSeconds: number; includeMetadata: true }>(givenUpQueue, { pollingIntervalSeconds: 10, includeMetadata: true }, async (batch) => {
      for (const { sourceId, sourceName, sourceOutput, data } of batch) {
        log().error({ job: sourceName, id: sourceId, reason: sourceOutput }, "a job was given up");
        await jobs[sourceName as JobName]?.giveUp(data);
      }
    });
    await keepSchedule(boss, known.map(([name]) => name));
  } catch (error) {
    // Half begun it would go on without anybody who could stop it.
    await boss.stop({ timeout: stopLimitMs }).catch((err) => log().error({ err }, "a worker that could not start could not be stopped"));
    throw error;
  }
  return { lookForLost: () => boss.supervise(), stop: () => boss.stop({ timeout: stopLimitMs }) };
}

type Attempt = { name: JobName; id: string; data: unknown; signal: AbortSignal; retryCount: number };

async function tryOnce(job: Job, { name, id, data, signal, retryCount }: Attempt): Promise<void> {
  try {
    await job.run(data, signal);
  } catch (error) {
    if (retryCount === 0) log().warn({ err: error, job: name, id }, "a job failed and will be tried again");
    throw error;
  }
}

async function keepSchedule(boss: PgBoss, known: readonly JobName[]): Promise<void> {
  const wanted = Object.entries(schedule).filter(([name]) => known.includes(name as JobName));
  for (const { name } of await boss.getSchedules()) if (!(name in schedule)) await boss.unschedule(name);
  for (const [name, times] of wanted) await boss.schedule(name, times, {});
}

/** While the database is away every look fails with the same words; they are written down once a minute. */
function sayOncePerOutage(): (error: Error) => void {
  let last = { said: "", at: 0 };
  return (error) => {
    const now = Date.now();
    if (error.message === last.said && now - last.at < 60_000) return;
    last = { said: error.message, at: now };
    log().warn({ err: error }, "the job queue cannot be reached");
  };
}
