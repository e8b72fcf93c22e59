import type { Editor } from "@tiptap/core";
import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { BlockSettings } from "@/components/desk/editor/blocks/block-settings";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import type { BlockName } from "@/lib/content/blocks/registry";
import { storySchema } from "@/lib/content/schema";
import { linesOf } from "@/lib/content/words-within";

/** The settings of a block, as they are drawn beside the story. */
function settingsOf(name: BlockName): string {
  const example = blocks[name].example as { type: string; attrs?: object };
  const doc = storySchema().nodeFromJSON({ type: "doc", content: [{ ...example, attrs: { ...example.attrs, id: "b000000001" } }] });
  const state = EditorState.create({ schema: storySchema(), doc, selection: doc.firstChild?.isAtom ? NodeSelection.create(doc, 0) : TextSelection.near(doc.resolve(1)) });
  return renderToStaticMarkup(createElement(BlockSettings, { editor: { state } as Editor, checks: [], timeZone: "UTC", refresh: () => undefined, close: () => undefined }));
}

it.each((Object.keys(blocks) as BlockName[]).filter((name) => linesOf(blocks[name].name, {}).length > 0))("every line of words of %s has its field, under its name", (name) => {
  const drawn = settingsOf(name);
  for (const { attribute, line } of linesOf(blocks[name].name, {})) expect(drawn).toMatch(new RegExp(`data-words="${attribute}"><label for="[^"]+">${line.label}</label>`));
});
