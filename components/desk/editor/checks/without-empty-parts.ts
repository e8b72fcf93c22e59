type Json = { type: string; content?: Json[]; [name: string]: unknown };

const hasText = (paragraph: Json | undefined): boolean => (paragraph?.content ?? []).some((node) => String(node.text ?? "").trim() !== "");

/** A list without its empty items, a quotation without its empty paragraphs; null where nothing is left. What stands under an empty item moves up into its place. */
export function withoutEmptyParts(block: Json): Json | null {
  const kept = (block.content ?? []).flatMap((part): Json[] => {
    if (part.type !== "listItem") return hasText(part) ? [part] : [];
    const [paragraph, inner] = part.content ?? [];
    const under = inner ? withoutEmptyParts(inner) : null;
    if (!paragraph || !hasText(paragraph)) return under?.content ?? [];
    return [{ ...part, content: under ? [paragraph, under] : [paragraph] }];
  });
  return kept.length > 0 ? { ...block, content: kept } : null;
}
