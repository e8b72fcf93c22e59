import { and, eq, inArray } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { revisions } from "@/db/schema";
import { contentOf, type RevisionRow } from "@/lib/articles/cut-revision";
import type { RevisionLine } from "@/lib/articles/desk-views";
import { enumerated } from "@/lib/comparison/names";
import { contributorsOf, type StoryTimeline, stepsOf, type TimelineStep, type ToldStep } from "@/lib/comparison/timeline";
import { type HashedVersion, tellingOf } from "@/lib/comparison/tellings";

/** So many steps are told at a time: each has to be read and compared. */
const stepsAPage = 30;

/**
 * The versions of a story in the order a person would tell them, newest first. `lines` are all that were kept; whoever has them may see
 * the story. The steps with a lower number than `before` come on the next page.
 */
export async function storyTimeline(articleId: string, lines: readonly RevisionLine[], dayOf: (line: RevisionLine) => string, before?: number): Promise<StoryTimeline> {
  const all = stepsOf(lines, dayOf);
  const first = before === undefined ? 0 : all.findIndex(({ line }) => line.seq < before);
  const steps = first < 0 ? [] : all.slice(first, first + stepsAPage);
  const told = await tellings(articleId, steps);
  return { steps: steps.map((step) => ({ ...step, tells: told.get(step.line.id) ?? null })), before: before ?? null, older: first >= 0 && all.length > first + stepsAPage ? (steps.at(-1)?.line.seq ?? null) : null };
}

async function tellings(articleId: string, steps: readonly TimelineStep[]): Promise<Map<string, NonNullable<ToldStep["tells"]>>> {
  const wanted = [...new Set(steps.flatMap(({ line, before }) => (before ? [line.id, before.id] : [])))];
  const rows = wanted.length > 0 ? await appDatabase().select().from(revisions).where(and(eq(revisions.articleId, articleId), inArray(revisions.id, wanted))) : [];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const told = new Map<string, NonNullable<ToldStep["tells"]>>();
  for (const step of steps) {
    const [was, is] = [step.before && byId.get(step.before.id), byId.get(step.line.id)];
    if (!was || !is) continue;
    const { clauses, gone, come } = tellingOf(hashed(was), hashed(is));
    told.set(step.line.id, { sentence: clauses.length > 0 ? `${enumerated(contributorsOf(step))} ${enumerated(clauses)}.` : "Nothing changed.", gone, come });
    // Between two comparisons others get their turn.
    await new Promise(setImmediate);
  }
  return told;
}

const hashed = (row: RevisionRow): HashedVersion => ({ hash: row.hash, read: () => contentOf(row) });
