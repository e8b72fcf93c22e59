import { type Extensions, getSchema } from "@tiptap/core";
import Bold from "@tiptap/extension-bold";
import Document from "@tiptap/extension-document";
import Italic from "@tiptap/extension-italic";
import Subscript from "@tiptap/extension-subscript";
import Superscript from "@tiptap/extension-superscript";
import Text from "@tiptap/extension-text";
import UniqueID from "@tiptap/extension-unique-id";
import type { Schema } from "@tiptap/pm/model";
import { blocks } from "@/lib/content/blocks/registry";
import { cleanInput } from "@/lib/content/clean-input";
import { LangMark } from "@/lib/content/lang-mark";
import { LinkMark } from "@/lib/content/link-mark";
import { listDepth } from "@/lib/content/list-depth";
import { NoteMark } from "@/lib/content/note-mark";

/** Raised when a block or mark is added, or taken from where it could stand; a browser with an older one is refused before it can delete what it does not know. What stands there from before is brought up to date by `migrateBody`. */
export const schemaVersion = 4;

/** Every node that carries an id of its own. */
export const blockTypes = [
  "paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote", "pullQuote", "figure", "gallery", "boxTitle", "factBox", "table", "tableRow", "tableHeader", "tableCell", "embed", "relatedCard",
  "correctionNote", "sectionBreak", "stash",
] as const;

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

/** A new block's name within its story: ten letters and digits. */
export function drawBlockId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => alphabet[byte % alphabet.length]).join("");
}

/** The marks and blocks of a story as TipTap knows them: the same list in the browser and on the server, without React. */
export const storyExtensions: Extensions = [
  Document.extend({ content: "block+" }),
  Text,
  cleanInput,
  listDepth,
  ...Object.values(blocks).flatMap((block) => block.tiptap as Extensions),
  Bold.extend({ name: "strong" }),
  Italic.extend({ name: "em" }),
  Subscript,
  Superscript,
  LangMark,
  LinkMark,
  NoteMark,
  UniqueID.configure({
    types: [...blockTypes],
    generateID: drawBlockId,
    filterTransaction: (transaction) => transaction.getMeta("y-sync$") === undefined,
  }),
];

let made: Schema | undefined;

/** The ProseMirror schema that `storyExtensions` make. */
export function storySchema(): Schema {
  made ??= getSchema(storyExtensions);
  return made;
}
