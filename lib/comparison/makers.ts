import type { FieldName } from "@/lib/comparison/compare-stories";
import { fieldNamesInOrder } from "@/lib/comparison/bring-back";
import { fingerprintOf, idOf } from "@/lib/content/parts";
import type { StoryContent } from "@/lib/content/document";
import { leadTexts } from "@/lib/content/working-copy-text";
import { jsonInOrder } from "@/lib/kernel/in-order";

/** A version on the way: what it holds, who wrote since the one before, and when. */
export type Step = { content: StoryContent; people: string[]; at: string };
/** Who changed something last, as far as versions tell: everybody who wrote in that stretch, and its end. ISO 8601. */
export type Maker = { people: string[]; at: string };

/** Who changed each named block and each field last, from the first of these versions to the last. */
export function makersOf(steps: readonly Step[]): { blocks: Map<string, Maker>; fields: Map<FieldName, Maker> } {
  const [blocks, fields] = [new Map<string, Maker>(), new Map<FieldName, Maker>()];
  for (const [at, step] of steps.entries()) {
    const before = steps[at - 1];
    if (!before) continue;
    const maker = { people: step.people, at: step.at };
    const [was, is] = [saidByName(before.content), saidByName(step.content)];
    for (const id of new Set([...was.keys(), ...is.keys()])) if (was.get(id) !== is.get(id)) blocks.set(id, maker);
    for (const name of fieldNamesInOrder) if (jsonInOrder(valueIn(before.content, name)) !== jsonInOrder(valueIn(step.content, name))) fields.set(name, maker);
  }
  return { blocks, fields };
}

const saidByName = ({ body }: StoryContent) => new Map(body.content.flatMap((block) => (idOf(block) === null ? [] : [[String(idOf(block)), fingerprintOf(block)] as const])));

function valueIn(content: StoryContent, name: FieldName): unknown {
  const word = leadTexts.find((one) => name === `lead.${one}`);
  return word ? content.lead?.[word] : content[name as keyof StoryContent];
}
