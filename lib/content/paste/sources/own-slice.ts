import { DOMParser } from "@tiptap/pm/model";
import { type Block, parseBody } from "@/lib/content/body";
import type { Tally } from "@/lib/content/paste/receipt";
import { deepest, elementsIn } from "@/lib/content/paste/tree";
import { storySchema } from "@/lib/content/schema";

/** A piece of one of our own stories: pictures, boxes and cards come along, each judged as if it came from a stranger. Null where it only says so. */
export function fromOwnSlice(root: Element, tally: Tally): Block[] | null {
  if (elementsIn(root).some((element) => depthOf(element) > deepest)) return null;
  const { content } = DOMParser.fromSchema(storySchema()).parse(root).toJSON() as { content?: unknown[] };
  return (content ?? []).flatMap((raw) => {
    const parsed = parseBody({ type: "doc", content: [withoutIds(raw)] });
    if (!parsed) tally.count("unreadable");
    return parsed?.content ?? [];
  });
}

function depthOf(element: Element): number {
  let depth = 0;
  for (let one = element.parentElement; one && depth <= deepest; one = one.parentElement) depth += 1;
  return depth;
}

type Raw = { attrs?: Record<string, unknown>; content?: unknown[] };

/** What is pasted is a new block. */
function withoutIds(raw: unknown): unknown {
  const { attrs, content, ...rest } = raw as Raw;
  const { id: _, ...others } = attrs ?? {};
  return { ...rest, ...(Object.keys(others).length > 0 ? { attrs: others } : {}), ...(content ? { content: content.map(withoutIds) } : {}) };
}
