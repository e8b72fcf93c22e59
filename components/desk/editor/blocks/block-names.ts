import { blocks } from "@/lib/content/blocks/registry";

const names: Record<string, string> = Object.fromEntries(Object.values(blocks).map((block) => [block.name, block.label]));

/** What a block is called on the screen. */
export const nameOfBlock = (type: string): string => names[type] ?? "Block";
