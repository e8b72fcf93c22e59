import { sql } from "drizzle-orm";
import { articleAddresses, articleReads } from "@/db/schema";
import { command } from "@/lib/core/command";
import { ok } from "@/lib/kernel/result";
import { readsCount } from "@/lib/readership/abilities";
import { KeepReadsInput } from "@/lib/readership/inputs";

/** Adds what the process counted to the hour's sums, in one statement. Nothing is recorded: nobody did anything. A slug that no story ever had is let go. */
export const keepReads = command({
  name: "keepReads",
  input: KeepReadsInput,
  ability: readsCount,
  load: async () => ({}),
  async run({ tx, now }, _, { counts }) {
    await tx.execute(sql`insert into ${articleReads} (article_id, hour, reads)
      select ${articleAddresses.articleId}, date_trunc('hour', ${now.toISOString()}::timestamptz), sum(counted.reads)
      from jsonb_to_recordset(${JSON.stringify(counts)}::jsonb) as counted (slug text, reads int) join ${articleAddresses} on ${articleAddresses.slug} = counted.slug
      group by 1 order by 1
      on conflict (article_id, hour) do update set reads = ${articleReads}.reads + excluded.reads`);
    return ok(null);
  },
});
