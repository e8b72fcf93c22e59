import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { fromProcess } from "@/lib/kernel/process-store";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const markBytes = 16;

/** A key of this purpose alone, so that what is sealed here opens nothing elsewhere. */
const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", fromProcess("env").secret, "", `standfirst:sealed:${purpose}`, 32));

/** A value that only this paper's secret opens again, and only as what it was sealed as: `name` says whose it is. */
export function sealValue(purpose: string, name: string, value: unknown): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyFor(purpose), nonce, { authTagLength: markBytes }).setAAD(Buffer.from(name));
  const text = Buffer.concat([cipher.update(JSON.stringify(value ?? null), "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url");
}

/** The value that was sealed under this name, or null where it was not, where it was touched, or where the secret is another one now. */
export function openValue(purpose: string, name: string, sealed: string): { value: unknown } | null {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < nonceBytes + markBytes) return null;
  const decipher = createDecipheriv(algorithm, keyFor(purpose), bytes.subarray(0, nonceBytes), { authTagLength: markBytes }).setAAD(Buffer.from(name)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + markBytes));
  try {
    return { value: JSON.parse(Buffer.concat([decipher.update(bytes.subarray(nonceBytes + markBytes)), decipher.final()]).toString("utf8")) };
  } catch {
    // The mark does not fit: whatever it was, it is not ours to read.
    return null;
  }
}
