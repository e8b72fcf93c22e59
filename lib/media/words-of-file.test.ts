import sharp from "sharp";
import { expect, it } from "vitest";
import { wordsOfFile } from "@/lib/media/words-of-file";

async function fileWith(attributes: string): Promise<Buffer> {
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" ${attributes}/></rdf:RDF></x:xmpmeta>`;
  return sharp({ create: { width: 20, height: 20, channels: 3, background: "#2a5d7a" } }).jpeg().withXmp(xmp).toBuffer();
}

it.each([
  ['plus:LicenseStartDate="2026-12-03" plus:LicenseEndDate="2026-12-24T00:00:00Z"', "2026-12-03", "2026-12-24"],
  ['prism:embargoDate="2026-12-03" prism:expirationDate="20261224"', "2026-12-03", "2026-12-24"],
  ['plus:LicenseEndDate="whenever"', null, null],
  ["", null, null],
])("reads on which days a file may be used: %s", async (attributes, usableFrom, usableUntil) => {
  expect(await wordsOfFile(await fileWith(attributes))).toMatchObject({ usableFrom, usableUntil });
});
