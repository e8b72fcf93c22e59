import { createHash } from "node:crypto";

/** Shorter texts have too few words to be told apart by them. */
const leastWords = 8;
const bits = 64;

/**
 * By what a text is known again when a few of its words were changed: 64 bits of which texts that are nearly the same share nearly all
 * (Charikar's simhash, over words and pairs of neighbours without case, marks and punctuation). Signed, as PostgreSQL keeps it. Null for
 * texts too short to be told apart.
 */
export function fingerprintOf(text: string): bigint | null {
  const words = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < leastWords) return null;
  const weights = new Int32Array(bits);
  for (const feature of [...words, ...words.slice(1).map((word, place) => `${words[place]} ${word}`)]) {
    const hash = createHash("sha1").update(feature).digest();
    for (let bit = 0; bit < bits; bit++) weights[bit] = (weights[bit] ?? 0) + ((hash[bit >> 3] ?? 0) & (1 << (bit & 7)) ? 1 : -1);
  }
  return BigInt.asIntN(bits, weights.reduce((sum, weight, bit) => (weight > 0 ? sum | (1n << BigInt(bit)) : sum), 0n));
}
