import { prosemirrorJSONToYXmlFragment } from "@tiptap/y-tiptap";
import { encodeStateAsUpdate, encodeStateVector } from "yjs";
import type * as Y from "yjs";
import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";
import { type Byline, parseStoredBody, type StoryContent, textFields } from "@/lib/content/document";
import { mergeBlocks } from "@/lib/content/merge-blocks";
import { migrateBody } from "@/lib/content/migrate-body";
import { blockInBody, carryNotes, type NoteAnchor, noteAnchors, type NotePiece, whereQuoteStands, withNote, withoutNotes } from "@/lib/content/note-anchors";
import type { Part } from "@/lib/content/parts";
import { settleTogether } from "@/lib/content/settle-together";
import { rawBody } from "@/lib/content/read-working-copy";
import { storySchema } from "@/lib/content/schema";
import { leadTexts, writeText } from "@/lib/content/working-copy-text";

/**
 * How a story lies in its Yjs document, so that people can write in every field at once:
 *
 *     body       XmlFragment of the blocks          kicker, headline, standfirst, claim, dateline, slug …   Text each
 *     settings   Map { sectionId, language, format, claimantKind, verdict }        lead   Map { assetId, focal, crop }, lead.alt, lead.caption, lead.credit   Text each
 *     tags       Array of words                     bylines   Array of { role, personId, name }
 */

/**
 * Brings a document of an earlier format into the present one and returns what that changed, to be written down; null where it is in it.
 * Before any browser opens it: an editor deletes a block that holds what its schema does not know.
 */
export function migrateWorkingCopy(doc: Y.Doc): Uint8Array | null {
  return rewriteBody(doc, migrateBody, "migrate");
}

/**
 * Makes a document sound in which the changes of two people came together: what they emptied, overfilled or doubled. Returns what that changed, to be
 * written down, or null where nothing had to change or more is wrong than that. Only the server does it: two browsers would each do it.
 */
export function settleWorkingCopy(doc: Y.Doc): Uint8Array | null {
  return rewriteBody(doc, settleTogether, "settle");
}

/** Brings the body into another form where `rewrite` gives one, and that is a story's. */
function rewriteBody(doc: Y.Doc, rewrite: (raw: unknown) => unknown, origin: string): Uint8Array | null {
  const fragment = doc.getXmlFragment("body");
  const raw = fragment.length === 0 ? null : withoutNotes(rawBody(fragment));
  const rewritten = raw === null ? raw : rewrite(raw);
  const body = rewritten === raw ? null : parseStoredBody(rewritten);
  if (!body) return null;
  const before = encodeStateVector(doc);
  mergeBodyIntoWorkingCopy(doc, { body }, origin);
  return encodeStateAsUpdate(doc, before);
}

/** Fills an empty document. Only ever once a document, under a row lock: doing it twice doubles the text. */
export function seedWorkingCopy(doc: Y.Doc, content: StoryContent): void {
  doc.transact(() => {
    prosemirrorJSONToYXmlFragment(storySchema(), content.body, doc.getXmlFragment("body"));
    writeFields(doc, content);
  });
}

/**
 * Makes the document say `content` by the smallest edits: blocks and letters that are the same stay the same, so that others' carets,
 * undo stacks and fresh typing survive. Never delete-and-insert.
 */
export function mergeIntoWorkingCopy(doc: Y.Doc, content: StoryContent, origin: string): void {
  doc.transact(() => {
    mergeBodyIntoWorkingCopy(doc, content, origin);
    writeFields(doc, content);
  }, origin);
}

/** The same for the body alone: fields stay as they are, with whatever somebody is just writing in them. Notes stay on their words, where these are still there. */
export function mergeBodyIntoWorkingCopy(doc: Y.Doc, { body }: Pick<StoryContent, "body">, origin: string): void {
  mergeParts(doc, (present) => carryNotes(present, body.content), origin);
}

/** Where each note stands in the document, by its thread. */
export function notesInWorkingCopy(doc: Y.Doc): Map<string, NoteAnchor> {
  return noteAnchors(rawBody(doc.getXmlFragment("body")));
}

/** What a block of the document is called in a list of notes; null where it is not there. */
export function blockInWorkingCopy(doc: Y.Doc, id: string): { words: string } | null {
  return blockInBody(rawBody(doc.getXmlFragment("body")), id);
}

/** Where words that lost their note stand now, if that can be told. */
export function quoteInWorkingCopy(doc: Y.Doc, words: Pick<NoteAnchor, "quote" | "prefix" | "suffix">): NotePiece | null {
  return whereQuoteStands(rawBody(doc.getXmlFragment("body")), words);
}

/** Puts a thread's note on stretches of the body; false, and nothing is changed, where one of them is not there. */
export function putNoteIntoWorkingCopy(doc: Y.Doc, pieces: readonly NotePiece[], thread: string): boolean {
  return mergeParts(doc, (present) => withNote(present, pieces, thread), "note");
}

/** Makes the body of other parts than the present ones; false where there are none to be made. */
function mergeParts(doc: Y.Doc, change: (present: readonly Part[]) => readonly Part[] | null, origin: string): boolean {
  const fragment = doc.getXmlFragment("body");
  const { content: present } = rawBody(fragment);
  const content = change(present);
  if (content) doc.transact(() => mergeBlocks(doc, fragment, present, storySchema().nodeFromJSON({ type: "doc", content })), origin);
  return content !== null;
}

/** The same for one field, its words with a lead picture: all others stay as they are. Throws for what is no field. */
export function mergeFieldIntoWorkingCopy(doc: Y.Doc, content: StoryContent, name: string, origin: string): void {
  const write = fieldWriters[name];
  if (!write) throw new Error(`There is no field ${name}.`);
  doc.transact(() => write(doc, content), origin);
}

/** How each field is written. */
const fieldWriters: Readonly<Record<string, (doc: Y.Doc, content: StoryContent) => void>> = {
  ...Object.fromEntries(textFields.map((name) => [name, (doc: Y.Doc, content: StoryContent) => writeText(doc.getText(name), content[name])])),
  ...Object.fromEntries((["sectionId", "language", "format", "claimantKind", "verdict"] as const).map((name) => [name, (doc: Y.Doc, content: StoryContent) => writeEntry(doc.getMap("settings"), name, content[name])])),
  ...Object.fromEntries(leadTexts.map((name) => [`lead.${name}`, (doc: Y.Doc, content: StoryContent) => writeText(doc.getText(`lead.${name}`), content.lead?.[name] ?? "")])),
  lead(doc, content) {
    for (const name of ["assetId", "focal", "crop"] as const) writeEntry(doc.getMap("lead"), name, content.lead?.[name] ?? null);
    for (const name of leadTexts) writeText(doc.getText(`lead.${name}`), content.lead?.[name] ?? "");
  },
  tags: (doc, content) => writeArray(doc.getArray<string>("tags"), content.tags),
  bylines: (doc, content) => writeArray(doc.getArray<Byline>("bylines"), content.bylines),
};

function writeFields(doc: Y.Doc, content: StoryContent): void {
  for (const write of Object.values(fieldWriters)) write(doc, content);
}

function writeEntry(map: Y.Map<unknown>, key: string, value: string | FocalPoint | CropBox | null): void {
  if (JSON.stringify(map.get(key) ?? null) !== JSON.stringify(value)) map.set(key, value);
}

function writeArray<Item>(array: Y.Array<Item>, wanted: readonly Item[]): void {
  const present = array.toArray().map((item) => JSON.stringify(item));
  const target = wanted.map((item) => JSON.stringify(item));
  let start = 0;
  while (start < present.length && start < target.length && present[start] === target[start]) start++;
  let end = 0;
  while (end < Math.min(present.length, target.length) - start && present[present.length - 1 - end] === target[target.length - 1 - end]) end++;
  if (present.length - start - end > 0) array.delete(start, present.length - start - end);
  const added = wanted.slice(start, wanted.length - end);
  if (added.length > 0) array.insert(start, [...added]);
}
