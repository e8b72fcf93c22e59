import { isBlank } from "@/lib/content/is-blank";
import { bodyLimits } from "@/lib/content/limits";

type Raw = { type?: unknown; attrs?: Record<string, unknown>; content?: Raw[] };

/** So many blocks more than a story holds may stand in it for a moment: each of those who have it open adds the last one. */
const together = 500;

const joinable: ReadonlySet<unknown> = new Set(["paragraph", "bulletList", "orderedList", "blockquote", "stash"]);

/**
 * A body that two people gave more blocks than a story holds, each the last one, with as many as it may: paragraphs without a word go, and then
 * what follows on its like goes on in it, from the end. The very same value where there are not too many, or by far too many.
 */
export function joinBlocks(raw: unknown): unknown {
  const content = (raw as Raw | null)?.content;
  if (!Array.isArray(content) || content.length <= bodyLimits.blocks || content.length > bodyLimits.blocks + together) return raw;
  const blocks = [...content];
  for (let at = blocks.length - 1; at > 0 && blocks.length > bodyLimits.blocks; at--) if (blocks[at]?.type === "paragraph" && isBlank(blocks[at])) blocks.splice(at, 1);
  for (let at = blocks.length - 1; at > 0 && blocks.length > bodyLimits.blocks; at--) {
    const [first, second] = [blocks[at - 1], blocks[at]];
    if (first && second && isAlike(first, second)) blocks.splice(at - 1, 2, joined(first, second));
  }
  return { ...(raw as Raw), content: blocks };
}

/** Whether one may go on in the other: the same kind, and nothing said of one that is not said of the other. */
function isAlike(first: Raw, second: Raw): boolean {
  const said = ({ attrs }: Raw) => JSON.stringify(Object.entries(attrs ?? {}).filter(([name, value]) => name !== "id" && name !== "start" && value !== null).sort());
  return first.type === second.type && joinable.has(first.type) && said(first) === said(second);
}

function joined(first: Raw, second: Raw): Raw {
  const space = first.type === "paragraph" && !isBlank(first) && !isBlank(second) ? [{ type: "text", text: " " }] : [];
  return { ...first, content: [...(first.content ?? []), ...space, ...(second.content ?? [])] };
}
