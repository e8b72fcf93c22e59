import { createHmac, timingSafeEqual } from "node:crypto";
import { fromProcess } from "@/lib/kernel/process-store";
import { isUuid } from "@/lib/kernel/uuid";

/** Whose mails end: somebody's with an account, or a guest's. */
export type Recipient = { person: string } | { guest: string };

const seal = (text: string) => createHmac("sha256", fromProcess("env").secret).update(`stop-notices:${text}`).digest("base64url").slice(0, 32);

/** What stands in each mail to her: signed, and good for ending such mails alone. */
export function stopToken(recipient: Recipient): string {
  const text = "person" in recipient ? `p.${recipient.person}` : `g.${recipient.guest}`;
  return `${text}.${seal(text)}`;
}

/** Whose it is, or null where we did not sign it. */
export function readStopToken(token: string): Recipient | null {
  const [kind = "", id = "", mark = ""] = token.slice(0, 200).split(".");
  const expected = seal(`${kind}.${id}`);
  if (mark.length !== expected.length || !timingSafeEqual(Buffer.from(mark), Buffer.from(expected)) || !isUuid(id)) return null;
  return kind === "p" ? { person: id } : { guest: id };
}
