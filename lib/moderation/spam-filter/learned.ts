import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { spamTokens } from "@/db/schema";
import { commentSettings } from "@/lib/comments/settings";
import type { CommentBody } from "@/lib/content/comment-body";
import { spamScore } from "@/lib/moderation/spam-filter/score";
import { tokensOf } from "@/lib/moderation/spam-filter/tokens";

/** Under this name the texts themselves are counted. */
export const allTexts = "";

export type SpamVerdict = { score: number; telling: string[] };

/** What the filter thinks of a text; null while it has learned too little, of either kind, to be asked. */
export async function askFilter(tx: Transaction, body: CommentBody): Promise<SpamVerdict | null> {
  const tokens = tokensOf(body);
  const rows = await tx.select().from(spamTokens).where(inArray(spamTokens.token, [allTexts, ...tokens.keys()]));
  const all = rows.find(({ token }) => token === allTexts);
  if (!all || Math.min(all.spam, all.ham) < commentSettings.spamFilter.lessons) return null;
  return spamScore(rows.flatMap(({ token, ...seen }) => (token === allTexts ? [] : [{ ...seen, token: tokens.get(token) ?? "" }])), all);
}
