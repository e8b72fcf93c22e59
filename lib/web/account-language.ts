import "server-only";
import { cache } from "react";
import type { Language } from "@/db/vocabulary";
import { chosenLanguage } from "@/lib/notices/reads/chosen-language";
import { thePaper } from "@/lib/web/reading";
import { currentActor } from "@/lib/web/session";

const ownLanguage = cache(async (): Promise<Language> => {
  const actor = await currentActor();
  return (actor.kind === "person" && (await chosenLanguage(actor.personId))) || (await thePaper()).language;
});

/** The language of a reader's own pages: the one that the page names, else the one that she chose, else the paper's. */
export const accountLanguage = async (named?: Language): Promise<Language> => named ?? ownLanguage();
