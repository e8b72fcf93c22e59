import type { Node } from "@tiptap/pm/model";
import type { Check } from "@/lib/articles/checks";

/** What the checks have to say of one of the story's outermost blocks. */
export type BlockFindings = { block: string; level: "stop" | "warn"; checks: readonly Check[] };

/** The checks by the outermost block that they speak of, in the order of the text, what stops the story first; what is in order, and what stands in no block, is left out. */
export function findingsByBlock(doc: Node, checks: readonly Check[]): BlockFindings[] {
  const within = new Map<string, Check[]>();
  for (const check of checks) {
    if (check.level === "fine" || !check.place || !("blockId" in check.place)) continue;
    within.set(check.place.blockId, [...(within.get(check.place.blockId) ?? []), check]);
  }
  if (within.size === 0) return [];
  return doc.children.flatMap((block) => {
    const own = [...(within.get(block.attrs.id) ?? [])];
    if (!block.isTextblock) block.descendants((inner) => void own.push(...(within.get(inner.attrs.id) ?? [])));
    own.sort((left, right) => Number(right.level === "stop") - Number(left.level === "stop"));
    return own.length === 0 || !block.attrs.id ? [] : [{ block: block.attrs.id, level: own[0]?.level === "stop" ? "stop" : "warn", checks: own }];
  });
}

/** "2 things to look at: No alt text; A picture without credit". */
export const findingsInWords = (findings: BlockFindings): string => `${howManyThings(findings)}: ${findings.checks.map((check) => check.message).join("; ")}`;

/** The same without saying which. */
export const howManyThings = ({ checks }: BlockFindings): string => `${checks.length === 1 ? "1 thing" : `${checks.length} things`} to look at`;

/** What the checks say of a setting of the block that must be filled and is not. */
export function missingIn(checks: readonly Check[], blockId: string, setting: "alt" | "credit"): string | undefined {
  return checks.find(({ level, place }) => level === "stop" && place && "blockId" in place && place.blockId === blockId && place.part && "setting" in place.part && place.part.setting === setting)?.message;
}
