import { type Extensions, getSchema } from "@tiptap/core";
import Bold from "@tiptap/extension-bold";
import Document from "@tiptap/extension-document";
import Italic from "@tiptap/extension-italic";
import Link from "@tiptap/extension-link";
import Text from "@tiptap/extension-text";
import UniqueID from "@tiptap/extension-unique-id";
import type { Schema } from "@tiptap/pm/model";
import { blocks } from "@/lib/content/blocks/registry";
import { cleanInput } from "@/lib/content/clean-input";
import { safeHref } from "@/lib/content/links";
import { listDepth } from "@/lib/content/list-depth";

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Block ids in the browser as on the server: ten letters and digits. */
function drawBlockId(): string {
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
  Link.extend({ addAttributes: () => ({ href: { default: null } }) }).configure({
    openOnClick: false,
    autolink: true,
    linkOnPaste: true,
    defaultProtocol: "https",
    isAllowedUri: (address) => safeHref(address) !== null,
    HTMLAttributes: { rel: null, target: null, class: null },
  }),
  UniqueID.configure({
    types: ["paragraph", "heading", "bulletList", "orderedList", "listItem", "blockquote", "pullQuote", "sectionBreak"],
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
