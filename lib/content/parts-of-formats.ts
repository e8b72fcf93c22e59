import type { Block, StoredDocument, StoryContent } from "@/lib/content/document";
import { textNodesOf } from "@/lib/content/references";
import { textOfBlock } from "@/lib/content/to-text";

/* What a format finds in a body that every story could have. */

/** The story without what another format left behind: a claim is part of a fact check alone. */
export function withPartsOfItsFormat(content: StoryContent): StoryContent {
  return content.format === "fact_check" ? content : { ...content, claim: "", claimant: "", claimantKind: null, verdict: null };
}

/** Whether a paragraph is wholly in bold: in an interview, the question. */
export function isQuestion(block: Block): boolean {
  if (block.type !== "paragraph") return false;
  const said = textNodesOf(block).filter((node) => node.text.trim() !== "");
  return said.length > 0 && said.every((node) => node.marks?.some((mark) => mark.type === "strong"));
}

/** The years of a life, as an obituary's kicker gives them; null where it says something else. */
export function yearsOfLife(kicker: string): string | null {
  return /^\s*\p{Nd}{3,4}\s*[–—-]\s*\p{Nd}{3,4}\s*$/u.test(kicker) ? kicker.trim() : null;
}

/** The first fact box, which an explainer opens with, and all the rest in its order. */
export function keyPointsFirst(body: StoredDocument): { key: Block[]; rest: Block[] } {
  const box = body.content.find((block) => block.type === "factBox");
  return box ? { key: [box], rest: body.content.filter((block) => block !== box) } : { key: [], rest: body.content };
}

/** The headings that contents are made from: where each stands among the blocks, and what it says. */
export function chapters(blocks: readonly Block[]): { index: number; title: string }[] {
  return blocks.flatMap((block, index) => (block.type === "heading" && block.attrs.level === 2 && textOfBlock(block).trim() ? [{ index, title: textOfBlock(block) }] : []));
}
