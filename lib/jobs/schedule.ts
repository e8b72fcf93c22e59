import type { JobName } from "@/db/vocabulary";

/** What is done without anybody asking, as cron writes times, in UTC. What must be on time is a sweep instead (lib/articles/jobs). */
export const schedule = {
  "tidy-media": "23 * * * *",
  "forget-what-is-over": "*/10 * * * *",
  "renew-search": "* * * * *",
  "mark-sitemaps": "41 * * * *",
  "show-likes": "* * * * *",
  "mail-notices": "* * * * *",
  "mail-mentions": "* * * * *",
  "answer-legal-notices": "* * * * *",
  "erase-accounts": "*/10 * * * *",
  "learn-spam": "* * * * *",
} as const satisfies Partial<Record<JobName, string>>;

/** How many of a kind are done at once, where that is more than one: a mail server that is slow with one mail does not hold up the next. */
export const atOnce: Partial<Record<JobName, number>> = { "send-mail": 2 };

/** How many seconds a kind waits after the change that causes it: what nobody asks for at once leaves the machine to those who do, the first readers of a story that has just come out. */
export const letsReadersGoFirst: Partial<Record<JobName, number>> = { "draw-cards": 10, "liken-story": 10 };

/** After how many seconds each queue is looked at again: at once where somebody waits, seldom where nobody does, since each look costs readers a little. */
export const pauseBetweenLooks: Record<JobName, number> = {
  "make-renditions": 1,
  "crop-picture": 1,
  "cut-shapes": 1,
  "draw-cards": 2,
  "tell-search-engines": 5,
  "tell-hub": 5,
  "send-mail": 2,
  "answer-reset-request": 2,
  "tidy-media": 30,
  "forget-what-is-over": 30,
  "renew-search": 15,
  "mark-sitemaps": 30,
  "show-likes": 15,
  "tell-of-comment": 5,
  "mail-notices": 15,
  "mail-mentions": 15,
  "erase-accounts": 30,
  "answer-sign-up": 2,
  "liken-story": 5,
  "learn-spam": 15,
  "reject-swept": 2,
  "bring-back-swept": 2,
  "answer-legal-notices": 15,
};
