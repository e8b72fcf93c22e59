import { Editor, type Extension } from "@tiptap/core";
import { expect, it } from "vitest";
import { blockKeys } from "@/components/desk/editor/blocks/block-keys";
import { editorKeys } from "@/components/desk/editor/keys";
import { everyShortcut } from "@/components/desk/editor/menus/every-shortcut";
import { insertables, insertablesFor } from "@/components/desk/editor/menus/insertable";
import type { BlockName } from "@/lib/content/blocks/registry";
import { storyExtensions } from "@/lib/content/schema";

const first = (typed: string) => insertablesFor(typed, [])[0]?.id;

it.each([["pic", "picture"], ["image", "picture"], ["h2", "heading-2"], ["head", "heading-2"], ["timel", "box-timeline"], ["fact", "box-fact"], ["youtube", "embed"], ["tk", "gap"], ["stash", "stash"], ["fctbx", "box-fact"], ["QUOTATION", "quotation"], ["word", "document"], ["wire", "wire"], ["agency", "wire"], ["paste", "wire"], ["library", "library"], ["archive", "library"], ["existing", "library"], ["media", "library"]])("finds by %j", (typed, id) => {
  expect(first(typed)).toBe(id);
});

it("finds nothing where nothing fits, everything where nothing is typed, what was used last on top", () => {
  expect(insertablesFor("xyzzy", [])).toEqual([]);
  expect(insertablesFor("", []).map((one) => one.id)).toEqual(insertables.map((one) => one.id));
  expect(insertablesFor(" ", ["table", "gone"])[0]?.id).toBe("table");
  expect(new Set(insertables.map((one) => one.id)).size).toBe(insertables.length);
});

/** What puts a block of the registry into a story. */
const insertedBy = {
  paragraph: ["paragraph", "intro", "dateline"], heading: ["heading-2", "heading-3", "heading-4"], list: ["bullets", "numbers"], blockquote: ["quotation"], pullQuote: ["pull-quote"], figure: ["picture"], gallery: ["gallery"],
  factBox: ["box-fact", "box-timeline", "box-profile", "box-qa"], table: ["table"], embed: ["embed"], relatedCard: ["related"], sectionBreak: ["break"], stash: ["stash"],
  // Only a correction writes its note (docs/decisions/0011-a-correction-stands-in-the-text.md): this leads to where it is made.
  correctionNote: ["correction"],
} satisfies Record<BlockName, string[]>;

it("reaches every block by a key of its own, which the sheet lists", () => {
  const listed = everyShortcut.flatMap((group) => group.shortcuts.map((shortcut) => shortcut.keys));
  for (const id of Object.values(insertedBy).flat()) {
    const keys = insertables.find((one) => one.id === id)?.keys;
    expect(listed.filter((other) => other === keys), id).toHaveLength(1);
  }
});

it("binds each of those keys once, and a key asks what a block needs first", () => {
  const asked: string[] = [];
  const editor = new Editor({ element: null, extensions: storyExtensions, content: { type: "doc", content: [{ type: "paragraph" }] } });
  const own = (extension: Extension) => (extension.config.addKeyboardShortcuts as unknown as (this: object) => Record<string, () => boolean>).call({ editor });
  const nothing = () => undefined;
  const blocks = own(blockKeys({ ask: (what) => asked.push(what), say: nothing, whyNoCorrection: () => null, openMenu: nothing, openSettings: nothing }));
  const bound = [...Object.keys(blocks), ...Object.keys(own(editorKeys({ say: nothing, openLink: nothing, openLanguage: nothing })))];
  for (const { id, keys, keyIsBrowsers } of insertables) if (keys && !keyIsBrowsers) expect(bound.filter((other) => other === keys), id).toHaveLength(1);
  for (const id of ["embed", "related", "library"]) blocks[insertables.find((one) => one.id === id)?.keys ?? ""]?.();
  expect(asked).toEqual(["embed", "related", "library"]);
});
