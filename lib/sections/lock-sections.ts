import { asc, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { sections } from "@/db/schema";

export type SectionRow = typeof sections.$inferSelect;

/** All sections in their order. Whoever opens, names or moves one waits for the others, so that addresses and places stay single. */
export async function lockSections(tx: Transaction): Promise<SectionRow[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(7261533)`);
  return tx.select().from(sections).orderBy(asc(sections.position), asc(sections.name));
}

/** One section among all, or null where it is not there. */
export async function lockSection(tx: Transaction, { sectionId }: { sectionId: string }): Promise<{ section: SectionRow; all: SectionRow[] } | null> {
  const all = await lockSections(tx);
  const section = all.find((one) => one.id === sectionId);
  return section ? { section, all } : null;
}
