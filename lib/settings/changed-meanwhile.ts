import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { events, settings } from "@/db/schema";
import { conflict, type Failure } from "@/lib/kernel/failure";
import { paperTimeZone } from "@/lib/settings/reads/time-zone";
import type { StandingSetting } from "@/lib/settings/seen-version";

/** The setting as it stands. Whoever else would change it waits until this transaction is over, also where there is no row yet to wait at. */
export async function lockSetting(tx: Transaction, key: string): Promise<StandingSetting> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${key}))`);
  const [row] = await tx.select({ value: settings.value, version: settings.version }).from(settings).where(eq(settings.key, key));
  return row ?? { value: undefined, version: 0 };
}

type Seen = { key: string; /** As in "has changed the rules meanwhile". */ what: string; version: number; seen: number; /** In what the one that stands differs from what was sent. */ apart: readonly string[] };

/**
 * The failure where somebody has saved the setting since the form was opened: who and when, and in what theirs differs. Its `current` is the
 * version that stands, so that the same form can be sent again knowingly. Null where nobody has, or where both would be the same.
 */
export async function changedMeanwhile(tx: Transaction, { key, what, version, seen, apart }: Seen): Promise<Failure | null> {
  if (version === seen || apart.length === 0) return null;
  return meanwhile(await lastToChange(tx, key), what, apart, version);
}

/** The failure itself: who changed `what`, in what it differs now, and the version upon which the same may be sent again. */
export const meanwhile = ({ by, when }: LastChange, what: string, apart: readonly string[], version: number | string): Failure =>
  conflict("changed_meanwhile", `${by} has changed ${what} meanwhile (${when}), and nothing of yours was saved yet. What you entered still stands here. It differs in: ${apart.join("; ")}. Save again to put yours in its place, or open the page again to begin from what stands.`, { current: version });

/** Who changed something last, and when, as in "26 November, 18:05" in the paper's time. */
export type LastChange = { by: string; when: string };

/** Who saved this setting last. */
export const lastToChange = (tx: Transaction, key: string): Promise<LastChange> => lastWho(tx, and(eq(events.name, "settings.changed"), sql`${events.data} ->> 'key' = ${key}`));

/** The same of the last of these events. */
export async function lastWho(tx: Transaction, which: SQL | undefined): Promise<LastChange> {
  const [[last], timeZone] = await Promise.all([tx.select({ by: events.actorName, at: events.at }).from(events).where(which).orderBy(desc(events.id)).limit(1), paperTimeZone(tx)]);
  return last ? { by: last.by, when: inWords(last.at, timeZone) } : { by: "Somebody", when: "lately" };
}

const inWords = (at: Date, timeZone: string) => new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", timeZone }).format(at).replace(" at ", ", ");

/** In what two texts differ that are lists of lines; empty where they say the same. */
export function linesApart(standing: string, sent: string): string[] {
  const [theirs, ours] = [linesOf(standing), linesOf(sent)];
  const missing = theirs.filter((line) => !ours.includes(line));
  const shown = missing.slice(0, 3).map((line) => `“${line.length > 90 ? `${line.slice(0, 90)}…` : line}”`);
  if (missing.length > 0) return [`lines that yours does not have: ${shown.join(", ")}${missing.length > 3 ? ` and ${missing.length - 3} more` : ""}`];
  if (ours.some((line) => !theirs.includes(line))) return ["lines that stand in yours alone"];
  return theirs.join("\n") === ours.join("\n") ? [] : ["the order of the lines"];
}

const linesOf = (text: string) => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
