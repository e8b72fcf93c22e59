import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it, vi } from "vitest";
import { copyOf, type Copies } from "@/server/page-compression";

const body = Buffer.from(Array.from({ length: 900 }, (_, number) => `<p>The boat of ${number * 7919} sails at ${number % 24}:40, and nobody has counted the ${number} gulls.</p>`).join("\n"));
const aPage = () => ({ body, compressed: {} as Copies });

it.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
] as const)("%s: whoever asks first gets a copy, made once for all who ask meanwhile, and it says the page", async (encoding, open) => {
  const page = aPage();
  const [one, two] = await Promise.all([copyOf(page, encoding), copyOf(page, encoding)]);
  expect(two).toBe(one);
  expect(open(one.body).equals(body)).toBe(true);
  expect(copyOf(page, encoding)).toBe(one);
});

it("a page that many ask for gets a smaller copy, with a mark of its own, and everybody is served meanwhile", async () => {
  const page = aPage();
  const first = await copyOf(page, "br");
  for (let reader = 0; reader < 25; reader++) expect(copyOf(page, "br")).toBe(first);
  await vi.waitFor(() => expect(page.compressed.br).not.toBe(first));
  const small = await copyOf(page, "br");
  expect(small.body.length).toBeLessThan(first.body.length);
  expect(small.mark).not.toBe(first.mark);
  expect(brotliDecompressSync(small.body).equals(body)).toBe(true);
  for (let reader = 0; reader < 50; reader++) expect(copyOf(page, "br")).toBe(small);
});
