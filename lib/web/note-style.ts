import { createHash } from "node:crypto";
import { currentRequest } from "@/lib/web/reader-request";

/** A style element that this page holds and the build knows nothing of. Only what is noted here is let through by the page's policy. */
export function noteStyle(css: string): void {
  const hash = `'sha256-${createHash("sha256").update(css).digest("base64")}'`;
  const noted = currentRequest()?.styleHashes;
  if (noted && !noted.includes(hash)) noted.push(hash);
}
