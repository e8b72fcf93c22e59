import { PgBoss } from "pg-boss";
import { type JobName, jobNames } from "@/db/vocabulary";

/** Where pg-boss keeps its tables: beside ours, never among them. */
export const jobSchema = "jobs";

/** What was tried in vain for the last time comes here, also where the process died in the middle of it. */
export const givenUpQueue = "given-up";

/**
 * The rule for jobs: tried again after 5, 10, 20 … seconds, seven times in all, within about ten minutes, each of at most ten. A worker that has not
 * been heard of for 20 seconds has died, and what it held is tried by another.
 */
const rules = { retryLimit: 6, retryDelay: 5, retryBackoff: true, retryDelayMax: 300, expireInSeconds: 600, heartbeatSeconds: 20, deleteAfterSeconds: 7 * 86_400 };

/** Mail servers are away for hours, too: a mail is tried for about a day, in the end once an hour. */
const ownRules: Partial<Record<JobName, Partial<typeof rules>>> = { "send-mail": { retryLimit: 30, retryDelay: 10, retryDelayMax: 3600 } };

/** PostgreSQL's own name for the encryption that an address asks for, read by pg-boss's driver as libpq reads it and as ours does. */
export function asLibpqReads(url: string): string {
  const address = new URL(url);
  if (address.searchParams.has("sslmode")) address.searchParams.set("uselibpqcompat", "true");
  return address.href;
}

/** Makes pg-boss's schema or brings it up to date, and a queue for each job. Needs the migrator's login; safe to run again. */
export async function prepareJobSchema(migratorUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: asLibpqReads(migratorUrl), schema: jobSchema, max: 2, supervise: false, schedule: false, registerInstance: false, application_name: "standfirst migration" });
  const problems: Error[] = [];
  boss.on("error", (error) => problems.push(error));
  await boss.start();
  try {
    await boss.createQueue(givenUpQueue, rules);
    for (const name of jobNames) {
      const options = { ...rules, ...ownRules[name], deadLetter: givenUpQueue };
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ timeout: 20_000 });
  }
  if (problems[0]) throw problems[0];
}
