type Raw = { type?: unknown; attrs?: unknown; text?: unknown; marks?: unknown; content?: unknown };

/**
 * What each format of the document changed in bodies that were written before it. Pure, and the same again when done twice: a body does
 * not say under which format it was written, so every step is asked of every body. None is ever taken out, only added at the end.
 */
const steps: readonly ((node: Raw) => Raw)[] = [
  // 3: a heading is loud by itself. Of its marks those stay that say something else.
  (node) => (node.type === "heading" ? withContent(node, joined(contentOf(node).map(asInHeading))) : node),
];

/** The marks of running text that a heading takes: emphasis, links, and the language of foreign words (WCAG 2.2, 3.1.2). */
export const headingMarks = ["em", "link", "lang"] as const;

/** A body of any earlier format in the present one; the very same value where nothing had to change. Deeper than any story it looks no further. */
export function migrateBody(raw: unknown): unknown {
  return migrated(raw, 0);
}

const deepest = 12;

function migrated(raw: unknown, depth: number): unknown {
  if (typeof raw !== "object" || raw === null || depth > deepest) return raw;
  const node = steps.reduce((one, step) => step(one), raw as Raw);
  const content = contentOf(node);
  const within = content.map((child) => migrated(child, depth + 1));
  return within.some((child, index) => child !== content[index]) ? { ...node, content: within } : node;
}

const contentOf = ({ content }: Raw): unknown[] => (Array.isArray(content) ? content : []);

const withContent = (node: Raw, content: unknown[]): Raw => {
  const before = contentOf(node);
  return content.length === before.length && content.every((child, index) => child === before[index]) ? node : { ...node, content };
};

const marksOf = (raw: unknown): { type?: unknown }[] => {
  const marks = (raw as Raw | null)?.marks;
  return Array.isArray(marks) ? marks : [];
};

function asInHeading(raw: unknown): unknown {
  const marks = marksOf(raw);
  const kept = marks.filter((mark) => (headingMarks as readonly unknown[]).includes(mark?.type));
  if (kept.length === marks.length) return raw;
  const { marks: _, ...rest } = raw as Raw;
  return kept.length > 0 ? { ...rest, marks: kept } : rest;
}

/** Pieces of text that differ in nothing any more are one. */
function joined(content: unknown[]): unknown[] {
  const pieces: unknown[] = [];
  for (const next of content) {
    const last = pieces.at(-1) as Raw | undefined;
    const isSame = typeof last?.text === "string" && typeof (next as Raw)?.text === "string" && JSON.stringify(marksOf(last)) === JSON.stringify(marksOf(next));
    if (isSame) pieces[pieces.length - 1] = { ...last, text: `${last?.text}${(next as Raw).text}` };
    else pieces.push(next);
  }
  return pieces;
}
