import { appDatabase } from "@/db/client";
import { editableArticle } from "@/lib/articles/reads/desk";
import { committedCopy } from "@/lib/articles/update-log";
import type { ComparedWork, ToldChange, ToldPassage } from "@/lib/comparison/compared-work";
import { compareStories, type FieldChange } from "@/lib/comparison/compare-stories";
import { fieldNames, placeName } from "@/lib/comparison/names";
import { type ComparedPart, isNews } from "@/lib/comparison/parts-compared";
import type { Passage } from "@/lib/comparison/running-text";
import { clausesOf, settingSentence } from "@/lib/comparison/sentences";
import type { Part } from "@/lib/content/parts";
import { readMended } from "@/lib/content/sound-copy";
import { withWork } from "@/lib/content/with-work";
import type { Actor } from "@/lib/core/actor";
import { invalid } from "@/lib/kernel/failure";
import { fail, ok, type Result } from "@/lib/kernel/result";

/**
 * What would change in a story if work that lies aside on a device came in: an update of its document, or `whole`, a document of its own
 * (the story's was rebuilt since). Nothing of it is kept. Null where the story is not this person's to edit.
 */
export async function workBesideStory(actor: Actor, articleId: string, update: Uint8Array, whole: boolean): Promise<Result<ComparedWork> | null> {
  if (!(await editableArticle(actor, articleId))) return null;
  const { doc, formatBefore } = await committedCopy(appDatabase(), articleId);
  const before = readMended(doc, formatBefore);
  const after = withWork(doc, update, whole, formatBefore);
  doc.destroy();
  // Nothing of it would be seen.
  if (after === "incomplete") return fail(invalid("incomplete_work", "Part of what this was written on is missing, so it cannot be shown beside the story. Nothing of it is lost while it lies aside."));
  if (!before || after === "unreadable") return fail(invalid("not_a_story", "This cannot be read as a story, so it cannot be shown beside one."));
  const { fields, blocks } = compareStories(before, after);
  return ok({ language: after.language, changes: [...fields.map(ofField), ...blocks.filter(isNews).map((block) => ofBlock(block, before.body.content, after.body.content))] });
}

const capital = (name: string) => name.replace(/^the (.)|^(.)/, (_, first, only) => (first ?? only).toUpperCase());

function ofField(field: FieldChange): ToldChange {
  return { where: capital(fieldNames[field.name]), said: field.kind === "text" ? [] : clausesOf({ fields: [field], blocks: [], changes: 1 }), lines: field.kind === "text" ? [toldText(field.text)] : [] };
}

function ofBlock(block: ComparedPart, before: readonly Part[], after: readonly Part[]): ToldChange {
  const where = block.after ? placeName(block.after, after) : block.before ? placeName(block.before, before) : "A block";
  return { where: capital(where), said: [...fateOf(block), ...saidWithin(block)], lines: linesOf(block) };
}

const fateOf = ({ kind, isMoved }: ComparedPart) => [...(kind === "inserted" ? ["Added"] : kind === "deleted" ? ["Taken out"] : []), ...(isMoved ? ["In another place"] : [])];

const saidWithin = ({ settings, within }: ComparedPart): string[] => [...settings.map(settingSentence), ...within.flatMap(saidWithin)];

const linesOf = (part: ComparedPart): ToldPassage[][] => (part.kind === "moved_away" ? [] : [...(part.text.length > 0 ? [toldText(part.text)] : []), ...part.within.flatMap(linesOf)]);

const toldText = (passages: readonly Passage[]): ToldPassage[] =>
  passages.map(({ kind, before, after }) => ({ kind: kind === "marked" ? "kept" : kind, text: (kind === "deleted" ? before : after).map((node) => ("text" in node ? node.text : "\n")).join("") }));
