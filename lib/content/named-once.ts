import { drawBlockId } from "@/lib/content/schema";

type Raw = { attrs?: Record<string, unknown>; content?: Raw[] };

const nameOf = (part: Raw): string | null => (typeof part.attrs?.id === "string" ? part.attrs.id : null);

/** Whether two parts of a body have one name, as where two people move the same block in the same moment, which then stands twice. */
export function hasNameTwice(body: unknown): boolean {
  const seen = new Set<string>();
  const isAgain = (part: Raw): boolean => {
    const name = nameOf(part);
    if (name !== null && seen.has(name)) return true;
    if (name !== null) seen.add(name);
    return part.content?.some(isAgain) ?? false;
  };
  return isAgain(body as Raw);
}

/** A body in which no name is given twice: the first in the text keeps it. The very same value where none is. */
export function namedOnce(raw: unknown): unknown {
  if (!hasNameTwice(raw)) return raw;
  const seen = new Set<string>();
  const named = (part: Raw): Raw => {
    const name = nameOf(part);
    const own = name !== null && seen.has(name) ? { ...part, attrs: { ...part.attrs, id: drawBlockId() } } : part;
    if (name !== null) seen.add(name);
    return own.content ? { ...own, content: own.content.map(named) } : own;
  };
  return named(raw as Raw);
}
