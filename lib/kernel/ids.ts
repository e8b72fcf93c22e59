import { AsyncLocalStorage } from "node:async_hooks";
import { createHash, randomBytes } from "node:crypto";

type ByteSource = (count: number) => Uint8Array;
const sources = new AsyncLocalStorage<{ bytes: ByteSource; now: () => number }>();

/** A new UUID, version 7 (RFC 9562): sorts by creation time. Not a secret: use `newToken` where guessing must be impossible. */
export function newId(): string {
  const source = sources.getStore();
  const bytes = source ? source.bytes(16) : randomBytes(16);
  const view = new Uint8Array(bytes);
  let time = source ? source.now() : Date.now();
  for (let place = 5; place >= 0; place--) {
    view[place] = time % 256;
    time = Math.floor(time / 256);
  }
  view[6] = ((view[6] ?? 0) & 0x0f) | 0x70;
  view[8] = ((view[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(view).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 256 random bits for links, sessions and form tokens, in base64url. Always from the system's generator, never from a seed. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored in place of a token: a leaked table must not let anybody in. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Ten letters and digits that name a block within its document. */
export function newBlockId(): string {
  const source = sources.getStore();
  const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";
  return Array.from(source ? source.bytes(10) : randomBytes(10), (byte) => alphabet[byte % alphabet.length]).join("");
}

/** Runs `work` with ids that are the same on every run: the demo newsroom keeps its addresses. `now` is in milliseconds. */
export function withSeededIds<Value>(seed: string, now: () => number, work: () => Promise<Value>): Promise<Value> {
  let drawn = 0;
  const bytes: ByteSource = (count) => {
    drawn += 1;
    return createHash("sha256").update(`${seed}:${drawn}`).digest().subarray(0, count);
  };
  return sources.run({ bytes, now }, work);
}
