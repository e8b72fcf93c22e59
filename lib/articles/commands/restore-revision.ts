import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { articles, revisions } from "@/db/schema";
import { articleEdit } from "@/lib/articles/abilities";
import { lockArticle } from "@/lib/articles/article-row";
import { contentOf, cutRevision, type RevisionRow } from "@/lib/articles/cut-revision";
import { RestoreInput, RestorePartInput, RewriteInput } from "@/lib/articles/inputs";
import { mergeIntoLog } from "@/lib/articles/merge-into-log";
import { keepingNotes } from "@/lib/articles/recorded-corrections";
import { committedContent } from "@/lib/articles/update-log";
import { broughtBack, type PartOfStory } from "@/lib/comparison/bring-back";
import { fieldNames, placeName } from "@/lib/comparison/names";
import type { StoryContent } from "@/lib/content/document";
import { mergeBodyIntoWorkingCopy, mergeFieldIntoWorkingCopy, type mergeIntoWorkingCopy } from "@/lib/content/working-copy";
import { command, type CommandContext } from "@/lib/core/command";
import { conflict, notFound } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";

/**
 * Brings an earlier revision back into the working copy as a structural merge: what is the same stays, what people are typing stays,
 * nothing doubles. Corrections that went out since stay. What stood before is kept as a revision first. Readers notice nothing until somebody publishes.
 */
export const restoreRevision = command({
  name: "restoreRevision",
  input: RestoreInput,
  ability: articleEdit,
  load: lockArticle,
  async run(context, article, input) {
    const { tx, record } = context;
    const target = await versionOf(tx, article.id, input.revisionId);
    if (!target) return fail(notFound("no_revision", "This story has no such version."));
    const [present, content] = [await committedContent(tx, article.id), contentOf(target)];
    const { updateId, kept } = await bringBack(context, article.id, { present, content, from: target, label: `version ${target.seq}` });
    await record({ name: "article.restored", subjectId: article.id, data: { revisionId: target.id, seq: target.seq, updateId } });
    return ok({ seq: kept?.seq ?? null });
  },
});

/**
 * Brings one block or one field back as it is in an earlier version, by the same merge under whoever is typing; all else stays as it
 * stands. What stood before is kept as a revision first. Refused where that version has no such part, or where nothing is there any more to change.
 */
export const restorePart = command({
  name: "restorePart",
  input: RestorePartInput,
  ability: articleEdit,
  load: lockArticle,
  async run(context, article, { revisionId, part }) {
    const { tx, record } = context;
    const target = await versionOf(tx, article.id, revisionId);
    if (!target) return fail(notFound("no_revision", "This story has no such version."));
    const [present, earlier] = [await committedContent(tx, article.id), contentOf(target)];
    const content = broughtBack(present, earlier, part);
    if (!content) return fail(conflict("nothing_to_bring_back", "That is not in the story any more, so it cannot be changed there. Nothing was changed; compare again to see how it stands."));
    const name = nameOfPart(part, earlier, present);
    const isTakenOut = part.kind === "without";
    const { updateId, kept } = await bringBack(context, article.id, { present, content, from: target, label: isTakenOut ? `version ${target.seq}, without ${name} that came since` : `${name} of version ${target.seq}`, merge: mergeOf(part) });
    await record({ name: "article.restored", subjectId: article.id, data: { revisionId: target.id, seq: target.seq, part: isTakenOut ? `the text without ${name}` : name, updateId } });
    return ok({ name, isTakenOut, of: target.seq, seq: kept?.seq ?? null });
  },
});

/** Only what comes back is merged: what two overfilled elsewhere would be cut to what the story says of it. */
function mergeOf(part: PartOfStory): typeof mergeIntoWorkingCopy {
  return part.kind === "field" ? (doc, content, origin) => mergeFieldIntoWorkingCopy(doc, content, part.name, origin) : mergeBodyIntoWorkingCopy;
}

/** What it is called: as it stood in the earlier version, or as it stands now where it came since. */
function nameOfPart(part: PartOfStory, earlier: StoryContent, present: StoryContent): string {
  if (part.kind === "field") return `the ${fieldNames[part.name]}`;
  const blocks = (part.kind === "block" ? earlier : present).body.content;
  const block = part.kind === "block" ? blocks[part.at] : blocks.find((one) => one.attrs?.id === part.id);
  return block ? placeName(block, blocks) : "a block";
}

/** A version with what it holds; nothing where the story has no such one. */
async function versionOf(tx: Transaction, articleId: string, revisionId: string): Promise<RevisionRow | undefined> {
  const [version] = await tx.select().from(revisions).where(and(eq(revisions.id, revisionId), eq(revisions.articleId, articleId)));
  return version;
}

type BroughtBack = { present: StoryContent; content: StoryContent; from: RevisionRow; label: string; merge?: typeof mergeIntoWorkingCopy };

/** Keeps what stands, merges what is brought back into it, and keeps that too. */
async function bringBack({ tx, actor, now }: CommandContext, articleId: string, { present, content, from, label, merge }: BroughtBack) {
  await cutRevision(tx, actor, now, articleId, present, { kind: "pre_restore" });
  const wanted = await keepingNotes(tx, articleId, content);
  const updateId = await mergeIntoLog(tx, actor, now, articleId, wanted, merge);
  const kept = await cutRevision(tx, actor, now, articleId, await committedContent(tx, articleId), { kind: "restore", label, restoredFrom: from.id });
  await tx.update(articles).set({ version: sql`${articles.version} + 1` }).where(eq(articles.id, articleId));
  return { updateId, kept };
}

/** Writes given content into the working copy by the same merge: imports and the demo newsroom edit stories this way. */
export const rewriteWorkingCopy = command({
  name: "rewriteWorkingCopy",
  input: RewriteInput,
  ability: articleEdit,
  load: lockArticle,
  async run({ tx, actor, now, record }, article, input) {
    const updateId = await mergeIntoLog(tx, actor, now, article.id, await keepingNotes(tx, article.id, input.content));
    await record({ name: "article.revision_kept", subjectId: article.id, data: { updateId } });
    return ok({});
  },
});
