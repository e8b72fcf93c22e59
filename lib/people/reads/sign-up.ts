import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { signUps } from "@/db/schema";
import { tokenHash } from "@/lib/kernel/ids";
import { fromProcess } from "@/lib/kernel/process-store";
import { openSignUp, type SignUpRequest } from "@/lib/people/sign-up-request";

/** What somebody said who asked for an account, by the link that was mailed; null where it is spent, over or wrong. */
export async function signUpOf(token: string): Promise<SignUpRequest | null> {
  const [link] = await appDatabase()
    .select()
    .from(signUps)
    .where(and(eq(signUps.tokenHash, tokenHash(token)), isNull(signUps.usedAt), gt(signUps.expiresAt, sql`now()`)));
  return link ? openSignUp(link.id, link.request) : null;
}

/** Whether readers can make an account by themselves: an address must be confirmed, so not without a mail server. */
export const signUpIsOpen = (): boolean => fromProcess("env").mail !== null;
