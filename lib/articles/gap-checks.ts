import type { Check, CheckPlace, PartOfBlock } from "@/lib/articles/checks";
import { type StoryContent, textFields } from "@/lib/content/document";
import { gapsIn } from "@/lib/content/gaps";
import { withPartsOfItsFormat } from "@/lib/content/parts-of-formats";
import { textOfBlock } from "@/lib/content/to-text";
import { linesOf } from "@/lib/content/words-within";

/** Every gap that somebody marked "TK" and nobody has filled: each stops publication, wherever it stands. The stash may hold them. */
export function gapChecks(content: StoryContent): Check[] {
  const own = withPartsOfItsFormat(content);
  const fields = textFields.map((field): [CheckPlace, string] => [{ field }, own[field]]);
  const lead: [CheckPlace, string][] = content.lead ? [[{ field: "lead.alt" }, content.lead.alt], [{ field: "lead.caption" }, content.lead.caption], [{ field: "lead.credit" }, content.lead.credit]] : [];
  const body = content.body.content.filter((block) => block.type !== "stash").map((block): [CheckPlace, string] => [block.attrs?.id ? { blockId: block.attrs.id } : { field: "body" }, textOfBlock(block)]);
  const running = [...fields, ...lead, ...body].flatMap(([place, text], part) => gapsIn(text).map((gap, number) => found(`${part}:${number}`, text, gap, "field" in place ? { ...place, gap: number } : { ...place, part: { gap: number } })));
  return [...running, ...besideText(content.body).flatMap(([place, text], part) => gapsIn(text).map((gap, number) => found(`beside:${part}:${number}`, text, gap, "part" in place ? { ...place, part: { ...place.part, gap: number } as PartOfBlock } : place)))];
}

function found(id: string, text: string, gap: { start: number; end: number }, place: CheckPlace): Check {
  return { id: `gap:${id}`, level: "stop", message: `A gap: “${around(text, gap)}”`, hint: "Fill it, or move it to the stash.", place };
}

/** What stands beside the text of the body's blocks and goes out with it: the alt text and credit of pictures, the notes of tables. */
function besideText(body: StoryContent["body"]): [CheckPlace, string][] {
  return body.content.flatMap((block) => (block.type === "stash" ? [] : besideTextOf(block)));
}

function besideTextOf(node: { type: string; attrs?: Readonly<Record<string, unknown>>; content?: readonly unknown[] }): [CheckPlace, string][] {
  const id = node.attrs?.id as string | null | undefined;
  const own = linesOf(node.type, node.attrs).filter(({ line }) => !line.isText);
  return [...own.map(({ attribute, text }): [CheckPlace, string] => [id ? { blockId: id, part: { setting: attribute } } : { field: "body" }, text]), ...(node.content ?? []).flatMap((inner) => besideTextOf(inner as typeof node))];
}

function around(text: string, { start, end }: { start: number; end: number }): string {
  const from = text.lastIndexOf(" ", Math.max(0, start - 15));
  const until = text.indexOf(" ", end + 12);
  return text.slice(from + 1, until === -1 ? undefined : until).trim();
}
