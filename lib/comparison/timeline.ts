import type { RevisionLine } from "@/lib/articles/desk-views";

/** A version that stands in the timeline by itself, newest first, with the autosaves on the way to it, and the version it is told against. */
export type TimelineStep = { line: RevisionLine; folded: RevisionLine[]; before: RevisionLine | null };

/** What a version says of itself in the timeline: one line of meaning, and how many words came and went; null where it is the first. */
export type ToldStep = TimelineStep & { tells: { sentence: string; gone: number; come: number } | null };
export type StoryTimeline = { steps: ToldStep[]; /** The number that all of them lie below; null on the first page. */ before: number | null; /** The number before which the older ones begin; null where these are all. */ older: number | null };

/** Cut by the program and not by anybody's wish: of no interest but to who looks for one. */
const inPassing: ReadonlySet<RevisionLine["kind"]> = new Set<RevisionLine["kind"]>(["auto", "pre_restore"]);
const isInPassing = (line: RevisionLine) => inPassing.has(line.kind) && line.name === null && !line.live && !line.scheduled;

/**
 * Folds what was kept in passing into the version that it led to. The newest autosave of each day stands by itself, so that no day and
 * nothing that came after the last named version is hidden. `lines` are newest first; `dayOf` tells days apart as the paper's zone does.
 */
export function stepsOf(lines: readonly RevisionLine[], dayOf: (line: RevisionLine) => string): TimelineStep[] {
  const steps: TimelineStep[] = [];
  for (const line of lines) {
    const last = steps.at(-1);
    if (last && isInPassing(line) && dayOf(line) === dayOf(last.line)) last.folded.push(line);
    else steps.push({ line, folded: [], before: null });
  }
  return steps.map((step, at) => ({ ...step, before: steps[at + 1]?.line ?? null }));
}

/** Who changed something on the way to a version; where nobody did, who kept it. */
export function contributorsOf({ line, folded }: TimelineStep): string[] {
  const contributors = [...new Set([line, ...folded].reverse().flatMap((one) => one.contributors))];
  return contributors.length > 0 ? contributors : [line.by];
}

/** So many versions are offered to choose from; older ones are reached from the history. */
const mostOffered = 200;

/** The versions to choose from, newest first: those that somebody kept, the newest autosaves, and in any case the chosen ones. */
export function versionsOffered(lines: readonly RevisionLine[], chosen: readonly (RevisionLine | null)[]): RevisionLine[] {
  const offered = new Set([...lines.slice(0, 10), ...lines.filter((line) => !isInPassing(line))].slice(0, mostOffered).map(({ id }) => id));
  return lines.filter((line) => offered.has(line.id) || chosen.some((one) => one?.id === line.id));
}
