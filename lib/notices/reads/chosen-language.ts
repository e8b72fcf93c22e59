import { eq } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { noticeChoices } from "@/db/schema";
import type { Language } from "@/db/vocabulary";

/** The language in which somebody wants to be written to; null where she chose none. */
export async function chosenLanguage(personId: string): Promise<Language | null> {
  const [row] = await appDatabase().select({ language: noticeChoices.language }).from(noticeChoices).where(eq(noticeChoices.personId, personId));
  return row?.language ?? null;
}
