import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";

/* What libxml2 says of our XML, by schemas that were written from the specifications: for tests of every level. */

const file = (fileName: string) => ({ fileName, contents: readFileSync(new URL(`./${fileName}`, import.meta.url), "utf8") });

/** The schema of each root element, with what it imports. */
const schemas = {
  rss: { schema: ["rss.xsd"], preload: [] },
  feed: { schema: ["atom.xsd"], preload: ["xml.xsd"] },
  urlset: { schema: ["sitemap.xsd"], preload: ["sitemap-image.xsd", "sitemap-news.xsd"] },
  sitemapindex: { schema: ["sitemap.xsd"], preload: ["sitemap-image.xsd", "sitemap-news.xsd"] },
} as const;
export type XmlRoot = keyof typeof schemas;

/** Everything that is wrong with these files, named by their own names; a file that is not well-formed is wrong too. None where all are as they should be. */
export async function xmlProblems(root: XmlRoot, files: Record<string, string>): Promise<string[]> {
  const { schema, preload } = schemas[root];
  const { errors } = await validateXML({ xml: Object.entries(files).map(([fileName, contents]) => ({ fileName, contents })), schema: schema.map(file), preload: preload.map(file), maxMemoryPages: 4096 });
  const strangers = Object.entries(files).filter(([, xml]) => !new RegExp(`^(?:<\\?xml[^>]*\\?>\\s*)?<${root}[\\s>]`).test(xml));
  return [...strangers.map(([name]) => `${name}: its root is no ${root}`), ...errors.map(({ rawMessage }) => rawMessage)];
}
