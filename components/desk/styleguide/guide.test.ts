import { expect, it } from "vitest";
import { insertables } from "@/components/desk/editor/menus/insertable";
import { blockGuide } from "@/lib/content/blocks/guide";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import type { BlockName } from "@/lib/content/blocks/registry";
import { parseBody } from "@/lib/content/body";

it.each(Object.keys(blocks) as BlockName[])("the style guide says what %s is, how it comes into a story, and what holds for it", (name) => {
  const guide = blockGuide[name];
  expect(guide.is).not.toBe("");
  expect(guide.rules.length).toBeGreaterThan(0);
  expect(guide.inserts.length > 0 || guide.otherwise !== undefined).toBe(true);
  const labels = insertables.map((one) => one.label);
  for (const label of guide.inserts) expect(labels).toContain(label);
  expect(parseBody({ type: "doc", content: [blocks[name].example] })).not.toBeNull();
});
