import type { Node } from "@tiptap/pm/model";
import type { StoredDocument } from "@/lib/content/document";
import { bodyWords } from "@/lib/content/to-text";

/** The words of the story as the paper counts them everywhere else: what is in the stash, and what only repeats others' words, is none of them. */
export const wordsOf = (doc: Node): number => bodyWords(doc.toJSON() as StoredDocument);
