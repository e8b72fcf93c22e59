import { eq } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { appDatabase } from "@/db/client";
import { people, settings } from "@/db/schema";

/** A row of the settings that stands as long as the demo newsroom is being made. */
const mark = "demo under way";
/** Any number that is ours: of two that want to make the demo newsroom, one waits and then finds it made. */
const demoLock = 7_261_531;

/** Whether somebody was stopped while making the demo newsroom. */
export async function isHalfMade(): Promise<boolean> {
  const [row] = await appDatabase().select({ key: settings.key }).from(settings).where(eq(settings.key, mark));
  return row !== undefined;
}

/**
 * Has the demo newsroom made to its end, and says whether it was: where anybody is there already, nothing is changed. What was left
 * half-made is taken away first, by the login that owns the tables, since the program's own may not remove an event.
 */
export async function makeOnce(ownerUrl: string, say: (line: string) => void, make: () => Promise<void>): Promise<boolean> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await owner`select pg_advisory_lock(${demoLock})`;
    if (await isHalfMade()) {
      say("The demo newsroom was left half-made: it is taken away and made anew.");
      await emptyEverything(owner);
    }
    const [anybody] = await appDatabase().select({ id: people.id }).from(people).limit(1);
    if (anybody) return false;
    await appDatabase().insert(settings).values({ key: mark, value: {} });
    await make();
    await appDatabase().delete(settings).where(eq(settings.key, mark));
    return true;
  } finally {
    await owner.end({ timeout: 2 });
  }
}

/** Whole or not at all. Event numbers go on from where they were: a listener that runs already has seen the old ones. */
async function emptyEverything(owner: Sql): Promise<void> {
  const tables = await owner<{ name: string }[]>`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
  await owner.begin(async (tx) => {
    // The audit stands even against the owner; what nobody ever saw has none.
    await tx.unsafe("alter table events disable trigger events_stand");
    await tx.unsafe(`truncate ${tables.map(({ name }) => name).join(", ")}`);
    await tx.unsafe("alter table events enable trigger events_stand");
  });
}
