import { and, eq, inArray } from "drizzle-orm";
import { appDatabase } from "@/db/client";
import { revisions } from "@/db/schema";
import { contentOf } from "@/lib/articles/cut-revision";
import type { RevisionLine } from "@/lib/articles/desk-views";
import { compareStories } from "@/lib/comparison/compare-stories";
import { clausesOf, wordsGoneAndCome } from "@/lib/comparison/sentences";
import { enumerated } from "@/lib/comparison/names";
import { contributorsOf, type StoryTimeline, stepsOf, type TimelineStep, type ToldStep } from "@/lib/comparison/timeline";

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
  return new Map(
    steps.flatMap((step) => {
      const [was, is] = [step.before && byId.get(step.before.id), byId.get(step.line.id)];
      if (!was || !is) return [];
      const comparison = was.hash === is.hash ? null : compareStories(contentOf(was), contentOf(is));
      const clauses = comparison ? clausesOf(comparison) : [];
      const sentence = clauses.length > 0 ? `${enumerated(contributorsOf(step))} ${enumerated(clauses)}.` : "Nothing changed.";
      return [[step.line.id, { sentence, ...(comparison ? wordsGoneAndCome(comparison) : { gone: 0, come: 0 }) }] as const];
    }),
  );
}
