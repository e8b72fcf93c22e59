import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotli = (quality: number) => (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
const gzipped = (level: number) => (body: Buffer) => promisify(gzip)(body, { level });

/** A reader waits for the quick copy; the small one takes several times as long and is made behind the readers' backs. */
const compressors = {
  br: { quick: brotli(2), small: brotli(6) },
  gzip: { quick: gzipped(6), small: gzipped(9) },
};
export type Encoding = keyof typeof compressors;
type Effort = keyof (typeof compressors)["br"];

/** A page sent so often with one copy is worth a smaller one. */
const popularAfter = 20;

/** A page's bytes in an encoding, what tells them from its other copies, and how often they were sent. */
export type Copy = { body: Buffer; mark: string; sent: number };
export type Copies = Partial<Record<Encoding, Copy>>;

type Compressible = { body: Buffer; compressed: Copies };

const underWay = new WeakMap<Copies, Map<string, Promise<Copy>>>();

/** The page in an encoding: made once, off the main thread, for all who ask meanwhile. One that many ask for grows smaller. */
export function copyOf(page: Compressible, encoding: Encoding): Copy | Promise<Copy> {
  const copy = page.compressed[encoding];
  if (!copy) return make(page, encoding, "quick");
  copy.sent += 1;
  if (copy.sent === popularAfter && copy.mark === encoding) make(page, encoding, "small").catch(() => undefined);
  return copy;
}

function make({ body, compressed }: Compressible, encoding: Encoding, effort: Effort): Promise<Copy> {
  const mark = effort === "quick" ? encoding : `${encoding}-${effort}`;
  const making = underWay.get(compressed) ?? new Map<string, Promise<Copy>>();
  underWay.set(compressed, making);
  const pending =
    making.get(mark) ??
    compressors[encoding][effort](body)
      .then((bytes) => {
        const copy = { body: bytes, mark, sent: 0 };
        compressed[encoding] = copy;
        return copy;
      })
      .finally(() => making.delete(mark));
  making.set(mark, pending);
  return pending;
}
