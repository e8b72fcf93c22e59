import { createHash } from "node:crypto";
import { eq, lt, sql } from "drizzle-orm";
import { appDatabase, type Transaction } from "@/db/client";
import { idempotencyKeys } from "@/db/schema";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";

/** How long a repeated request finds its first answer. */
const rememberedFor = "24 hours";

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
  return ok(known.response.value);
}

/** Keeps the answer in the transaction of the effect. */
export async function rememberAnswer(tx: Transaction, key: string, command: string, body: unknown, value: unknown): Promise<void> {
  await tx.insert(idempotencyKeys).values({ key, command, bodyHash: hash(body), response: { value: value ?? null }, expiresAt: sql`now() + ${rememberedFor}::interval` });
}

/** Forgets answers whose time is over. */
export async function forgetOldAnswers(): Promise<void> {
  await appDatabase().delete(idempotencyKeys).where(lt(idempotencyKeys.expiresAt, sql`now()`));
}
