import { AsyncLocalStorage } from "node:async_hooks";
import { createHash, randomBytes } from "node:crypto";

type ByteSource = (count: number) => Uint8Array;
const sources = new AsyncLocalStorage<{ bytes: ByteSource; now: () => number }>();

/** The millisecond of the id given last, and the 12 bits that count the ids within it. */
const latest = { time: 0, count: 0 };

/** The millisecond and the count of the next id: a count that is full borrows from the next millisecond, and a clock put back is not followed. */
function nextPlace(drawn: Uint8Array): { time: number; count: number } {
  const now = Date.now();
  if (now > latest.time) {
    latest.time = now;
    // Begins in the lower half, so that there is room to count.
    latest.count = (((drawn[6] ?? 0) & 0x07) << 8) | (drawn[7] ?? 0);
  } else if (latest.count < 0xfff) {
    latest.count += 1;
  } else {
    latest.time += 1;
    latest.count = 0;
  }
  return latest;
}

/** A new UUID, version 7 (RFC 9562, with the counter of its section 6.2, method 1): sorts by creation time, and those of one process in the order they were made in. Not a secret: use `newToken` where guessing must be impossible. */
export function newId(): string {
  const source = sources.getStore();
  const bytes = new Uint8Array(source ? source.bytes(16) : randomBytes(16));
  const place = source ? { time: source.now(), count: ((bytes[6] ?? 0) << 8) | (bytes[7] ?? 0) } : nextPlace(bytes);
  let time = place.time;
  for (let index = 5; index >= 0; index--) {
    bytes[index] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = ((place.count >> 8) & 0x0f) | 0x70;
  bytes[7] = place.count & 0xff;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return asUuid(bytes);
}

/**
 * The UUID, version 8 (RFC 9562, section 5.8), that these words always give: whatever makes a row of it makes one, however often it is asked and however late. Not a secret, and
 * to be made of words that say whose it is, so that nobody can name a row of somebody else.
 */
export function derivedId(...words: readonly [string, string, ...string[]]): string {
  const bytes = createHash("sha256").update(JSON.stringify(words)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return asUuid(bytes);
}

function asUuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
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
