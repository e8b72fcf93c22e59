import { createHmac } from "node:crypto";
import { z } from "zod";
import { openValue, sealValue } from "@/lib/core/sealed-value";
import { fromProcess } from "@/lib/kernel/process-store";

/** By what a guest is known: a keyed hash of her canonical address. */
export const guestHmac = (email: string) => createHmac("sha256", fromProcess("env").secret).update(`guest:${email}`).digest("base64url");

const Waiting = z.object({ email: z.string(), key: z.string() });

/** Where a comment waits to be confirmed from, and the key of its own page, to which the link leads. */
export const sealWaiting = (commentId: string, waiting: z.output<typeof Waiting>) => sealValue("comment-confirmation", commentId, waiting);

/** Null where the paper's secret is another one now. */
export function openWaiting(commentId: string, sealed: string): z.output<typeof Waiting> | null {
  const opened = Waiting.safeParse(openValue("comment-confirmation", commentId, sealed)?.value);
  return opened.success ? opened.data : null;
}

/** The address of a guest who wants to be told of answers. */
export const sealGuestAddress = (guestId: string, email: string) => sealValue("guest-address", guestId, email);

export function openGuestAddress(guestId: string, sealed: string | null): string | null {
  const opened = z.string().safeParse(sealed === null ? null : openValue("guest-address", guestId, sealed)?.value);
  return opened.success ? opened.data : null;
}
