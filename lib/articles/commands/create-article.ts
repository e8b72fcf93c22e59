import { eq } from "drizzle-orm";
import * as Y from "yjs";
import type { Transaction } from "@/db/client";
import { articles, settings } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { articleCreate } from "@/lib/articles/abilities";
import { CreateArticleInput } from "@/lib/articles/inputs";
import { appendUpdate, projectDraft } from "@/lib/articles/update-log";
import { type Actor, personIdOf } from "@/lib/core/actor";
import { command, noSubject } from "@/lib/core/command";
import { emptyStory, type StoryContent } from "@/lib/content/document";
import { seedWorkingCopy } from "@/lib/content/working-copy";
import { forbidden } from "@/lib/kernel/failure";
import { derivedId, newId } from "@/lib/kernel/ids";
import { fail, ok } from "@/lib/kernel/result";
import { paperSettings } from "@/lib/settings/paper";

/**
 * Begins a story in the language of the paper, signed by whoever begins it, or with given content (imports). What was begun offline is begun once, however often and however late that is asked for. Its document is seeded here, once, inside the
 * transaction: seeding twice would double the text.
 */
export const createArticle = command({
  name: "createArticle",
  input: CreateArticleInput,
  ability: articleCreate,
  load: noSubject,
  async run({ tx, actor, now, record }, _, input) {
    const createdBy = personIdOf(actor);
    if (!createdBy) return fail(forbidden("nobody", "A story needs somebody who begins it."));
    const content = input.content ?? signedBy(actor, emptyStory(await paperLanguage(tx)));
    const id = input.begunOffline ? derivedId("story begun offline", createdBy, input.begunOffline) : newId();
    const [begun] = await tx.insert(articles).values({ id, createdBy, createdAt: now, draftEditedAt: now, draftEditedBy: createdBy }).onConflictDoNothing().returning({ id: articles.id });
    // Another tab was faster, or the answer was lost.
    if (!begun) return ok({ id });
    const doc = new Y.Doc();
    seedWorkingCopy(doc, content);
    await appendUpdate(tx, { articleId: id, epoch: 1, bytes: Y.encodeStateAsUpdate(doc), authorId: createdBy, at: now });
    doc.destroy();
    await projectDraft(tx, id, content, { by: createdBy, at: now });
    await record({ name: "article.created", subjectId: id });
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
