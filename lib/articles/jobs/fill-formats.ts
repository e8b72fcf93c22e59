import { eq, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { rowLock } from "@/db/row-lock";
import { articles, articleSearch, revisions, settings } from "@/db/schema";

/** Under this key among the settings lies how far it has come: the last story that was looked at, until all were. */
const key = "search-formats";
/** Stories looked at in one transaction: whoever publishes waits for no more than that. */
const aStep = 200;

type Progress = { through: string } | { done: true };

/**
 * Brings the search's copy of each story's format to what readers see, for papers whose stories were indexed before it was kept there
 * (migration 0027). Done once, in small steps, each of which is kept: whatever ends it, the next call goes on. Returns how many stories were wrong.
 */
export async function fillFormats(goesOn: () => boolean): Promise<number> {
  let wrong = 0;
  while (goesOn()) {
    const step = await fillStep();
    wrong += step.wrong;
    if (step.done) break;
  }
  return wrong;
}

function fillStep(): Promise<{ wrong: number; done: boolean }> {
  return appDatabase().transaction(async (tx) => {
    const [standing] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.key, key)).for(rowLock);
    const progress = (standing?.value ?? { through: "00000000-0000-0000-0000-000000000000" }) as Progress;
    if ("done" in progress) return { wrong: 0, done: true };
    const [step] = await tx.execute<{ last: string | null; looked: number; wrong: number }>(sql`
      with looked as (select article_id from ${articleSearch} where article_id > ${progress.through}::uuid order by article_id limit ${sql.raw(String(aStep))}),
        mended as (update ${articleSearch} set format = ${revisions}.format from looked, ${articles}, ${revisions}
          where ${articleSearch}.article_id = looked.article_id and ${articles}.id = looked.article_id and ${revisions}.id = ${articles}.published_revision_id and ${articleSearch}.format <> ${revisions}.format returning 1)
      select (select article_id from looked order by article_id desc limit 1) as last, (select count(*)::int from looked) as looked, (select count(*)::int from mended) as wrong`);
    const done = !step?.last || step.looked < aStep;
    const value: Progress = done ? { done: true } : { through: step.last ?? "" };
    await tx.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
    return { wrong: step?.wrong ?? 0, done };
  });
}
