type Json = { type: string; content?: Json[]; [name: string]: unknown };

const hasText = (paragraph: Json | undefined): boolean => (paragraph?.content ?? []).some((node) => String(node.text ?? "").trim() !== "");

/** Whether there is a word in it, however deep. */
const hasWords = (node: Json): boolean => hasText(node) || (node.content ?? []).some(hasWords);

/** A list without its empty items, a quotation without its empty paragraphs, a table without its empty rows, but never without the one that names its columns; null where nothing is left. What stands under an empty item moves up into its place. */
export function withoutEmptyParts(block: Json): Json | null {
  const kept = (block.content ?? []).flatMap((part): Json[] => {
    if (part.type === "tableRow") return part === block.content?.[0] || hasWords(part) ? [part] : [];
    if (part.type !== "listItem") return hasText(part) ? [part] : [];
    const [paragraph, inner] = part.content ?? [];
    const under = inner ? withoutEmptyParts(inner) : null;
    if (!paragraph || !hasText(paragraph)) return under?.content ?? [];
    return [{ ...part, content: under ? [paragraph, under] : [paragraph] }];
  });
  return kept.length > 0 ? { ...block, content: kept } : null;
}
