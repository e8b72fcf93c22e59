import { choiceFields, type FieldName } from "@/lib/comparison/compare-stories";
import { pairsOfParts } from "@/lib/content/pairs-of-parts";
import { type Part, partsOf } from "@/lib/content/parts";
import type { Block, StoryContent } from "@/lib/content/document";
import { textFields } from "@/lib/content/document";
import { leadTexts } from "@/lib/content/working-copy-text";

/** What can be brought back by itself: the block that stood at a place of the earlier version, the absence of one that came since, or a field. */
export type PartOfStory = { kind: "block"; at: number } | { kind: "without"; id: string } | { kind: "field"; name: FieldName };

/** Every field by name. */
export const fieldNamesInOrder = [...textFields, ...choiceFields, "tags", "bylines", "lead", ...leadTexts.map((name) => `lead.${name}` as const)] as const satisfies readonly FieldName[];

/**
 * The present story with one part as it is in an earlier version, and all else as it is. A block that is still there gets its words and
 * settings back, and where it was moved its place; one that is gone comes back behind the one it stood behind. Null where the earlier
 * version has no such part, or where nothing is there any more that could be changed.
 */
export function broughtBack(present: StoryContent, earlier: StoryContent, part: PartOfStory): StoryContent | null {
  switch (part.kind) {
    case "block":
      return withBody(present, blockBack(present.body.content, earlier.body.content, part.at));
    case "without":
      return withBody(present, without(present.body.content, earlier.body.content, part.id));
    case "field":
      return fieldBack(present, earlier, part.name);
  }
}

const withBody = (story: StoryContent, content: Block[] | null): StoryContent | null => content && { ...story, body: { ...story.body, content } };

function blockBack(present: readonly Block[], earlier: readonly Block[], at: number): Block[] | null {
  const wanted = earlier[at];
  if (!wanted) return null;
  const { pairs, moved } = pairsOfParts(earlier, present);
  const pair = pairs.find(([was]) => was === at);
  const standing = pair && present[pair[1]];
  const others = present.filter((block) => block !== standing);
  // It goes on under the name it has now: carets, notes and the next comparison find it by that.
  const back = { ...wanted, attrs: { ...wanted.attrs, id: standing?.attrs?.id ?? wanted.attrs?.id ?? null } } as Block;
  const unique = withoutNames(back, namesIn(others)) as Block;
  if (pair && !moved.has(pair)) return present.map((block) => (block === standing ? unique : block));
  const before = pairs.filter((one) => one[0] < at && !moved.has(one)).at(-1);
  const behind = before ? others.indexOf(present[before[1]] as Block) + 1 : 0;
  return [...others.slice(0, behind), unique, ...others.slice(behind)];
}

function without(present: readonly Block[], earlier: readonly Block[], id: string): Block[] | null {
  const at = present.findIndex((block) => block.attrs?.id === id);
  const isNew = at >= 0 && !pairsOfParts(earlier, present).pairs.some(([, is]) => is === at);
  if (!isNew || present[at]?.type === "correctionNote") return null;
  const rest = present.filter((_, place) => place !== at);
  return rest.length > 0 ? rest : [{ type: "paragraph" }];
}

/** Every name that these parts and those within them have. */
export const namesIn = (parts: readonly Part[]): Set<unknown> => new Set(parts.flatMap((part) => [part.attrs?.id, ...namesIn(partsOf(part))]).filter(Boolean));

/** No two parts of a story may have one name: what is in use meanwhile is drawn anew by the next editor that opens the story. */
export function withoutNames(part: Part, taken: ReadonlySet<unknown>): Part {
  const own = part.attrs && taken.has(part.attrs.id) ? { ...part, attrs: { ...part.attrs, id: null } } : part;
  const within = partsOf(own);
  return within.length > 0 ? { ...own, content: within.map((one) => withoutNames(one, taken)) } : own;
}

function fieldBack(present: StoryContent, earlier: StoryContent, name: FieldName): StoryContent | null {
  const word = leadTexts.find((one) => name === `lead.${one}`);
  if (!word) return { ...present, [name]: earlier[name as keyof StoryContent] };
  // Words about another picture would be wrong words.
  if (!present.lead || present.lead.assetId !== earlier.lead?.assetId) return null;
  return { ...present, lead: { ...present.lead, [word]: earlier.lead[word] } };
}
