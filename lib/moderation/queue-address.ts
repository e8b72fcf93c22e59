import { z } from "zod";
import { type ReasonCode, reasonCodes } from "@/db/vocabulary";
import type { TrustLevel } from "@/lib/comments/trust";

export const queues = { noticed: "Notices", held: "Needs decision", reported: "Reported", escalated: "Escalated", unreviewed: "Unreviewed", spam: "Spam", approved: "Published", hidden: "Hidden", rejected: "Rejected", gone: "Withdrawn, purged", all: "All" } as const;
export type Queue = keyof typeof queues;
export const queueNames = Object.keys(queues) as Queue[];

/** What a queue is narrowed to. `text` are words of the comment, `name` is how its author's name begins, `by` one person or guest, `story` an id or words of a headline, days as "2026-11-26". */
export type QueueFilters = { text?: string; name?: string; by?: string; story?: string; section?: string; reason?: ReasonCode; cluster?: string; links?: true; trust?: TrustLevel; from?: string; to?: string };

/** Which page of which queue is asked for. `after` is a signed place, `at` the comment whose conversation stands beside. */
export type AskedQueue = { queue: Queue; filters: QueueFilters; after?: string; at?: string };

const words = z.string().trim().min(1).max(200).optional().catch(undefined);
const id = z.uuid().optional().catch(undefined);
const day = z.iso.date().optional().catch(undefined);
const trustLevels = ["0", "1", "2", "3"] as const;

/** As it stands in an address. What cannot be read is not asked for. */
const parameters = z.object({
  queue: z.enum(queueNames).catch("held"),
  after: words,
  at: id,
  text: words,
  name: words,
  by: id,
  story: words,
  section: words,
  reason: z.enum(reasonCodes).optional().catch(undefined),
  cluster: id,
  links: z.literal("1").optional().catch(undefined),
  trust: z.enum(trustLevels).optional().catch(undefined),
  from: day,
  to: day,
});

/** Reads the address of a queue. */
export function askedQueue(search: Record<string, string | string[] | undefined>): AskedQueue {
  const { queue, after, at, links, trust, ...rest } = parameters.parse(search);
  const filters = { ...rest, ...(links ? { links: true as const } : {}), ...(trust ? { trust: Number(trust) as TrustLevel } : {}) };
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as QueueFilters;
  // Whoever searches without having chosen a queue searches all of them.
  return { queue: search.queue === undefined && Object.keys(given).length > 0 ? "all" : queue, filters: given, ...(after ? { after } : {}), ...(at ? { at } : {}) };
}

/** The address of a page of a queue. */
export function addressOfQueue({ queue, filters = {}, after, at }: { queue: Queue; filters?: QueueFilters; after?: string | undefined; at?: string | undefined }): string {
  const entries = Object.entries({ ...filters, links: filters.links ? "1" : undefined, after, at }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const query = new URLSearchParams([...(queue === "held" && Object.keys(filters).length === 0 ? [] : [["queue", queue]]), ...entries]);
  return query.size > 0 ? `/desk/comments?${query}` : "/desk/comments";
}
