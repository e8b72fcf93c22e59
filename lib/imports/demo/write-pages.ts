import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { PersonActor } from "@/lib/core/actor";
import type { Result } from "@/lib/kernel/result";
import { createPage } from "@/lib/pages/commands/create-page";
import { publishPage } from "@/lib/pages/commands/publish-page";
import { rewritePage } from "@/lib/pages/commands/rewrite-page";

const folder = join(dirname(fileURLToPath(import.meta.url)), "pages");

/** Writes what The Halyard says of itself, in the order of the files. */
export async function writePages(administrator: PersonActor, now: Date): Promise<void> {
  for (const file of readdirSync(folder).sort()) {
    const done = <Value>(result: Result<Value>): Value => {
      if (!result.ok) throw new Error(`The page ${file}: ${result.failure.message}`);
      return result.value;
    };
    const page = readPage(file, readFileSync(join(folder, file), "utf8"));
    const { title, slug, purpose } = page;
    const { id: pageId } = done(await createPage.execute({ title, slug, purpose }, { actor: administrator, now }));
    const { seq } = done(await rewritePage.execute({ pageId, seq: 1, ...page }, { actor: administrator, now }));
    done(await publishPage.execute({ pageId, seq }, { actor: administrator, now }));
  }
}

/** Three lines of what it is, an empty one, and the text. */
function readPage(file: string, source: string): { title: string; slug: string; purpose: string; typed: string } {
  const match = /^title: (.+)\nslug: (.+)\npurpose: (.+)\n\n([\s\S]+)$/.exec(source.replace(/\r\n/g, "\n"));
  const [, title, slug, purpose, typed] = match ?? [];
  if (!title || !slug || !purpose || !typed) throw new Error(`${file} does not begin with title, slug and purpose.`);
  return { title, slug, purpose, typed };
}
