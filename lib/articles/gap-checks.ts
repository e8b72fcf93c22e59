import type { Check, CheckPlace } from "@/lib/articles/checks";
import { type Passage, passagesOf, within } from "@/lib/articles/passages";
import type { StoryContent } from "@/lib/content/document";
import { gapsIn } from "@/lib/content/gaps";

/** Every gap that somebody marked "TK" and nobody has filled: each stops publication, wherever it stands. The stash may hold them. */
export function gapChecks(content: StoryContent): Check[] {
  const signed = content.bylines.filter(({ personId }) => personId === null).map(({ name }): Passage => ({ place: { field: "bylines" }, text: name }));
  const tagged = content.tags.map((tag): Passage => ({ place: { field: "tags" }, text: tag }));
  return [...passagesOf(content), ...signed, ...tagged].flatMap(({ place, text }, passage) => gapsIn(text).map((gap, number) => found(`${passage}:${number}`, text, gap, within(place, { gap: number }))));
}

function found(id: string, text: string, gap: { start: number; end: number }, place: CheckPlace): Check {
  return { id: `gap:${id}`, level: "stop", message: `A gap: “${around(text, gap)}”`, hint: "Fill it, or move it to the stash.", place };
}

function around(text: string, { start, end }: { start: number; end: number }): string {
  const from = text.lastIndexOf(" ", Math.max(0, start - 15));
  const until = text.indexOf(" ", end + 12);
  return text.slice(from + 1, until === -1 ? undefined : until).trim();
}
