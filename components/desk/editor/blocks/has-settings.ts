import type { Node as ProseMirrorNode } from "@tiptap/pm/model";

/** Blocks that are more than their words; each has its form in `block-settings`, which comes later than what only asks whether there is one. */
export const blocksWithSettings = ["figure", "gallery", "factBox", "table", "embed", "relatedCard", "pullQuote", "blockquote"] as const;
export type BlockWithSettings = (typeof blocksWithSettings)[number];

const names: ReadonlySet<string> = new Set(blocksWithSettings);

export const isWithSettings = (name: string): name is BlockWithSettings => names.has(name);

/** Whether a block has settings. */
export const hasSettings = (block: ProseMirrorNode): boolean => isWithSettings(block.type.name);
