import { sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { articleReads } from "@/db/schema";

/** So many rows at a time and so many times a run. */
const batch = 2000;
const batches = 50;

/** Hours that no list asks for any more become part of one sum for each story, which stands at the beginning of time. Says how many rows went. */
export async function foldReads(): Promise<number> {
  let folded = 0;
  for (let round = 0; round < batches; round++) {
    const [row] = await appDatabase().execute<{ gone: number }>(sql`with old as (
        delete from ${articleReads} where ctid = any (array(select ctid from ${articleReads} where hour < now() - interval '8 days' and hour > 'epoch' order by hour limit ${batch} for update skip locked)) returning article_id, reads
      ), summed as (
        insert into ${articleReads} (article_id, hour, reads) select article_id, 'epoch', sum(reads) from old group by article_id order by article_id
        on conflict (article_id, hour) do update set reads = ${articleReads}.reads + excluded.reads
      ) select count(*)::int as gone from old`);
    folded += row?.gone ?? 0;
    if ((row?.gone ?? 0) < batch) break;
  }
  return folded;
}
