import type { JobName } from "@/db/vocabulary";

/** What is done without anybody asking, as cron writes times, in UTC. What must be on time is a sweep instead (lib/articles/jobs). */
export const schedule = {
  "tidy-media": "23 * * * *",
  "forget-what-is-over": "*/10 * * * *",
  "renew-search": "* * * * *",
} as const satisfies Partial<Record<JobName, string>>;
