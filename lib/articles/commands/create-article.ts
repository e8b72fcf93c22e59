import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { settings } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { articleCreate } from "@/lib/articles/abilities";
import { beginStory } from "@/lib/articles/begin-story";
import { CreateArticleInput } from "@/lib/articles/inputs";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { emptyStory, type StoryContent } from "@/lib/content/document";
import { forbidden } from "@/lib/kernel/failure";
import { derivedId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { paperSettings } from "@/lib/settings/paper";

/** Begins a story in the language of the paper, signed by whoever begins it, or with given content (imports). What was begun offline is begun once, however often and however late that is asked for. */
export const createArticle = command({
  name: "createArticle",
  input: CreateArticleInput,
  ability: articleCreate,
  load: noSubject,
  async run({ tx, actor, now, record }, _, input) {
    const createdBy = personIdOf(actor);
    if (!createdBy) return fail(forbidden("nobody", "A story needs somebody who begins it."));
    const content = input.content ?? signedBy(actor, emptyStory(await paperLanguage(tx)));
    const { id, isNew } = await beginStory(tx, { ...(input.begunOffline ? { id: derivedId("story begun offline", createdBy, input.begunOffline) } : {}), content, by: createdBy, now });
    // Else another tab was faster, or the answer was lost.
    if (isNew) await record({ name: "article.created", subjectId: id });
    return ok({ id });
  },
});

async function paperLanguage(tx: Transaction): Promise<Language> {
  const [paper] = await tx.select({ value: settings.value }).from(settings).where(eq(settings.key, "paper"));
  return paperSettings(paper?.value).language;
}

function signedBy(actor: Actor, content: StoryContent): StoryContent {
  return actor.kind === "person" ? { ...content, bylines: [{ role: "by", personId: actor.personId, name: actor.name }] } : content;
}
