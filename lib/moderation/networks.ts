import { createHmac, randomBytes } from "node:crypto";
import { and, eq, gt, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { commentNetworks, comments, networkKeys } from "@/db/schema";
import { commentSettings } from "@/lib/comments/settings";
import type { Whence } from "@/lib/core/network";
import type { Submission } from "@/lib/moderation/pipeline";

const dayOf = (now: Date) => now.toISOString().slice(0, 10);
const dayMs = 86_400_000;

/** The keys of today and the day before, as far as there are any. One that was read once is remembered for as long as it is of use: it never changes; and that the day before has none, since none is made for a day that is over. */
const remembered = new Map<string, string | null>();
async function keysOf(tx: Transaction, days: readonly [today: string, before: string]): Promise<string[]> {
  const asked = days.filter((day) => !remembered.has(day));
  const rows = asked.length > 0 ? await tx.select().from(networkKeys).where(inArray(networkKeys.day, asked)) : [];
  for (const day of remembered.keys()) if (!days.includes(day)) remembered.delete(day);
  for (const { day, key } of rows) remembered.set(day, key);
  if (asked.includes(days[1]) && !remembered.has(days[1])) remembered.set(days[1], null);
  return days.flatMap((day) => remembered.get(day) ?? []);
}

/** The key of a day, made with its first comment. One that this transaction makes is not remembered: it may be rolled back. */
async function keyOf(tx: Transaction, day: string): Promise<string> {
  const known = remembered.get(day);
  if (known) return known;
  await tx.insert(networkKeys).values({ day, key: randomBytes(32).toString("base64url") }).onConflictDoNothing();
  const [made] = await tx.select({ key: networkKeys.key }).from(networkKeys).where(eq(networkKeys.day, day));
  if (!made) throw new Error("The day's key was not made.");
  return made.key;
}

const hashed = (key: string, what: string, value: string) => createHmac("sha256", key).update(`${what}:${value}`).digest("base64url").slice(0, 22);

/** Keeps where a comment came from, under the day's key. Of addresses that are none of the public network nothing: behind them may be everybody. */
export async function keepNetwork(tx: Transaction, { commentId, whence, now }: { commentId: string; whence: Whence | null; now: Date }): Promise<void> {
  if (!whence?.isPublic) return;
  const key = await keyOf(tx, dayOf(now));
  await tx.insert(commentNetworks).values({ commentId, network: hashed(key, "network", whence.network), prefix: hashed(key, "prefix", whence.prefix), browser: hashed(key, "browser", whence.browser), createdAt: now });
}

type Asked = { whence: Whence | null; /** The comment whose new text is judged, where it came from the same place. */ editing?: string; discussionId: string; own: SQL | undefined; now: Date };

/** What is known of where a comment comes from, of the last day; null where nothing is. */
export async function knownOfNetwork(tx: Transaction, { whence, editing, discussionId, own, now }: Asked): Promise<Submission["network"]> {
  const places = whence ? await placesOf(tx, whence, now) : editing ? await placeOf(tx, editing) : null;
  if (!places) return null;
  const since = new Date(now.getTime() - commentSettings.network.hours * 3_600_000);
  const who = sql`coalesce(${comments.authorId}, ${comments.guestId})`;
  // Who was never here before: whose first comment is no older than the day.
  const isNew = sql`not exists (select from ${comments} as earlier where (earlier.author_id = ${comments.authorId} or earlier.guest_id = ${comments.guestId}) and earlier.created_at <= ${since.toISOString()}::timestamptz)`;
  const isOther = own ? sql`not coalesce((${own}), false)` : sql`true`;
  const [row] = await tx
    .select({
      refused: sql<number>`count(*) filter (where ${comments.status} in ('rejected', 'spam'))`.mapWith(Number),
      newcomers: sql<number>`count(distinct ${who}) filter (where ${isOther} and ${isNew})`.mapWith(Number),
      sameBrowserHere: sql<number>`count(distinct ${who}) filter (where ${isOther} and ${comments.discussionId} = ${discussionId} and ${inArray(commentNetworks.browser, places.browsers)})`.mapWith(Number),
    })
    .from(commentNetworks)
    .innerJoin(comments, eq(comments.id, commentNetworks.commentId))
    // What nobody confirmed nobody said.
    .where(and(inArray(commentNetworks.prefix, places.prefixes), gt(commentNetworks.createdAt, since), ne(comments.status, "unverified"), editing ? ne(comments.id, editing) : undefined));
  return row ?? null;
}

/** A day reaches into two dates: the same place under the key of each. */
async function placesOf(tx: Transaction, { isPublic, prefix, browser }: Whence, now: Date) {
  if (!isPublic) return null;
  const keys = await keysOf(tx, [dayOf(now), dayOf(new Date(now.getTime() - dayMs))]);
  return keys.length > 0 ? { prefixes: keys.map((key) => hashed(key, "prefix", prefix)), browsers: keys.map((key) => hashed(key, "browser", browser)) } : null;
}

async function placeOf(tx: Transaction, commentId: string) {
  const [row] = await tx.select({ prefix: commentNetworks.prefix, browser: commentNetworks.browser }).from(commentNetworks).where(eq(commentNetworks.commentId, commentId));
  return row ? { prefixes: [row.prefix], browsers: [row.browser] } : null;
}
