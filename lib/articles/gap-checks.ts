import type { Check, CheckPlace } from "@/lib/articles/checks";
import { type StoryContent, textFields } from "@/lib/content/document";
import { gapsIn } from "@/lib/content/gaps";
import { withPartsOfItsFormat } from "@/lib/content/parts-of-formats";
import { textOfBlock } from "@/lib/content/to-text";

/** Every gap that somebody marked "TK" and nobody has filled: each stops publication, wherever it stands. The stash may hold them. */
export function gapChecks(content: StoryContent): Check[] {
  const own = withPartsOfItsFormat(content);
  const fields = textFields.map((field): [CheckPlace, string] => [{ field }, own[field]]);
  const lead: [CheckPlace, string][] = content.lead ? [[{ field: "lead.alt" }, content.lead.alt], [{ field: "lead.caption" }, content.lead.caption], [{ field: "lead.credit" }, content.lead.credit]] : [];
  const body = content.body.content.filter((block) => block.type !== "stash").map((block): [CheckPlace, string] => [block.attrs?.id ? { blockId: block.attrs.id } : { field: "body" }, textOfBlock(block)]);
  return [...fields, ...lead, ...body].flatMap(([place, text], part) =>
    gapsIn(text).map((gap, number) => ({ id: `gap:${part}:${number}`, level: "stop" as const, message: `A gap: “${around(text, gap)}”`, hint: "Fill it, or move it to the stash.", place: "field" in place ? { ...place, gap: number } : { ...place, part: { gap: number } } })),
  );
}

function around(text: string, { start, end }: { start: number; end: number }): string {
  const from = text.lastIndexOf(" ", Math.max(0, start - 15));
  const until = text.indexOf(" ", end + 12);
  return text.slice(from + 1, until === -1 ? undefined : until).trim();
}
