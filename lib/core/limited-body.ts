import { pipeline } from "node:stream/promises";
import { type Readable, Writable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** More came than the limit lets in. */
export class BodyTooLarge extends Error {}

const decoders = { gzip: createGunzip, "x-gzip": createGunzip, br: createBrotliDecompress, deflate: createInflate };

/**
 * All bytes of a body, unpacked; throws as soon as more than `limit` came out, however little went in. Nothing is unpacked twice: an
 * encoding that is not known, or a pile of them, throws.
 */
export async function bodyWithin(limit: number, body: Readable, encoding: string, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  const keep = new Writable({
    write(chunk: Buffer, _, done) {
      length += chunk.length;
      chunks.push(chunk);
      done(length > limit ? new BodyTooLarge("the body is larger than may be") : null);
    },
  });
  const name = encoding.trim().toLowerCase();
  if (name === "" || name === "identity") await pipeline(body, keep, { signal });
  else if (Object.hasOwn(decoders, name)) await pipeline(body, decoders[name as keyof typeof decoders](), keep, { signal });
  else {
    body.destroy();
    throw new Error("the body is packed in an unknown way");
  }
  return Buffer.concat(chunks);
}
