import "server-only";
import { headers } from "next/headers";

/** The nonce of this response. The desk's pages run scripts by nonce alone; the reader's script is one of them where a page looks like a reader's. */
export async function nonceOfThisResponse(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
}
