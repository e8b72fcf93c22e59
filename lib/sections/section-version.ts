import { createHash } from "node:crypto";

type Words = { name: string; slug: string; accent: string; description: string; parentId: string | null };

/** Tells what is said of a section now from what was said before: whoever changes it says what was seen. Its place in the list is not part of it. */
export function sectionVersion({ name, slug, accent, description, parentId }: Words): string {
  return createHash("sha256").update(JSON.stringify([name, slug, accent, description, parentId])).digest("hex").slice(0, 24);
}
