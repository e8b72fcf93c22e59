import { sql } from "drizzle-orm";
import { readerDatabase } from "@/db/client";
import type { Language } from "@/db/vocabulary";
import { folded } from "@/lib/search/snippet";

/** Other forms of the words that were asked for, as they stand in these texts, folded: “voting” where “vote” was asked. */
export async function otherForms(asked: readonly string[], texts: readonly { language: Language; text: string }[]): Promise<ReadonlySet<string>> {
  if (asked.length === 0) return new Set();
  const beginnings = new Set(asked.map(folded).map((word) => [...word].slice(0, 2).join("")));
  const candidates = new Map<string, { language: Language; word: string }>();
  for (const { language, text } of texts) {
    for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const plain = folded(word);
      // Arabic puts letters before the stem too.
      if (language !== "ar" && !beginnings.has([...plain.slice(0, 4)].slice(0, 2).join(""))) continue;
      candidates.set(`${language} ${plain}`, { language, word: plain });
    }
  }
  if (candidates.size === 0) return new Set();
  const list = (name: "language" | "word") => `{${[...candidates.values()].map((one) => `"${one[name]}"`).join(",")}}`;
  const query = sql.join(asked.map((word) => sql`standfirst_asked(${word})`), sql` || `);
  const rows = await readerDatabase().execute<{ word: string }>(sql`
    select word from unnest(${list("language")}::text[], ${list("word")}::text[]) as standing (language, word) where standfirst_stems(language, word) @@ (select ${query})`);
  return new Set(rows.map(({ word }) => word));
}
