import { createHash } from "node:crypto";
import { eq, like, sql } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema";
import { openValue, sealValue } from "@/lib/core/sealed-value";
import { conflict, invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** How long a repeated request finds its first answer. */
const rememberedFor = "24 hours";

/** Answers hold one-time links and the keys of commenters' own pages: whoever reads the table must not have them. */
const purpose = "remembered-answer";

const hash = (body: unknown) => createHash("sha256").update(JSON.stringify(body) ?? "").digest("base64url");

/**
 * What this key already did, or null where it is new. Holds the key for the rest of the transaction, so that twenty copies of one
 * request wait for the first and then all get its answer. The same key with another body is refused.
 */
export async function rememberedAnswer(tx: Transaction, key: string, body: unknown): Promise<Result<unknown> | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 7))`);
  const [known] = await tx.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
  if (!known) return null;
  if (known.bodyHash !== hash(body)) return fail(invalid("key_reused", "This request was already made with different content. Reload and try again."));
  const answer = openValue(purpose, key, known.response.sealed ?? "");
  return answer ? ok(answer.value) : fail(conflict("done_before", "This was done already. Reload to see how it stands."));
}

/** Whether this key has an answer, without waiting for one that is under way. */
export async function isRemembered(db: Database, key: string): Promise<boolean> {
  const [known] = await db.select({ key: idempotencyKeys.key }).from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
  return known !== undefined;
}

/** Keeps the answer, sealed, in the transaction of the effect. */
export async function rememberAnswer(tx: Transaction, key: string, command: string, body: unknown, value: unknown): Promise<void> {
  await tx.insert(idempotencyKeys).values({ key, command, bodyHash: hash(body), response: { sealed: sealValue(purpose, key, value) }, expiresAt: sql`now() + ${rememberedFor}::interval` });
}

/** Forgets the answers that one person got from a command, where nothing may be kept of what she did. */
export async function forgetAnswers(tx: Transaction, command: string, personId: string): Promise<void> {
  await tx.delete(idempotencyKeys).where(like(idempotencyKeys.key, `${command}:${personId}:%`));
}
