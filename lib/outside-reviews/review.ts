import type { Block, StoryContent, TextField } from "@/lib/content/document";
import { textOfBlock } from "@/lib/content/to-text";
import type { TextNode } from "@/lib/content/stored/inline";

/** The fields that a reviewer from outside sees, beside the text. Nothing else of a story is hers: no slug, no tags, no words for search engines. */
export const reviewedFields = ["kicker", "headline", "standfirst", "dateline"] as const satisfies readonly TextField[];

/** Where a remark may stand; null for what is no such place of this version. A stash is nobody's but the writers'. */
export function placeIn(content: StoryContent, part: string): { block: Block | null; /** What stands there, where it can be put in other words. */ text: string | null } | null {
  if (part === "story") return { block: null, text: null };
  const field = reviewedFields.find((name) => part === `field:${name}`);
  if (field) return content[field] ? { block: null, text: content[field] } : null;
  const at = /^block:(\d{1,4})$/.exec(part)?.[1];
  const block = at === undefined ? undefined : content.body.content[Number(at)];
  if (!block || block.type === "stash" || block.type === "sectionBreak") return null;
  return { block, text: block.type === "paragraph" || block.type === "heading" ? textOfBlock(block) : null };
}

/** The version with other words at one place: all that stands before and behind what is new keeps its links and marks. Null where that place has no words of its own, or says the same. Pure. */
export function withInstead(content: StoryContent, part: string, words: string): StoryContent | null {
  const place = placeIn(content, part);
  if (!place || place.text === null || place.text === words) return null;
  const { block } = place;
  if (!block) return { ...content, [part.slice("field:".length)]: words };
  if (block.type !== "paragraph" && block.type !== "heading") return null;
  const changed = { ...block, content: inOtherWords(block.content ?? [], words) };
  return { ...content, body: { ...content.body, content: content.body.content.map((one) => (one === block ? changed : one)) as Block[] } };
}

/** Running text in other words. What is new has the marks of what it replaces, but for links: where one would lead from other words is not for us to say. */
function inOtherWords(nodes: readonly TextNode[], words: string): TextNode[] {
  const was = nodes.flatMap(({ text, marks }) => [...text].map((letter) => ({ letter, marks })));
  const is = [...words];
  let before = 0;
  while (before < was.length && before < is.length && was[before]?.letter === is[before]) before += 1;
  let behind = 0;
  while (behind < was.length - before && behind < is.length - before && was[was.length - 1 - behind]?.letter === is[is.length - 1 - behind]) behind += 1;
  const marks = (was[before] ?? was[before - 1])?.marks?.filter(({ type }) => type !== "link");
  const letters = [...was.slice(0, before), ...is.slice(before, is.length - behind).map((letter) => ({ letter, marks })), ...was.slice(was.length - behind)];
  return letters.reduce<TextNode[]>((made, { letter, marks: own }) => {
    const last = made.at(-1);
    if (last && JSON.stringify(last.marks ?? []) === JSON.stringify(own ?? [])) last.text += letter;
    else made.push({ type: "text", text: letter, ...(own && own.length > 0 ? { marks: [...own] } : {}) });
    return made;
  }, []);
}
