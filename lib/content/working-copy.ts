import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { encodeStateAsUpdate, encodeStateVector } from "yjs";
import type * as Y from "yjs";
import type { CropBox, FocalPoint } from "@/lib/content/stored/figure";
import { parseBody, parseStoredBody } from "@/lib/content/body";
import { type Byline, type StoryContent, storyContent, textFields } from "@/lib/content/document";
import type { StoryFormat } from "@/db/vocabulary";
import { fieldLimits } from "@/lib/content/limits";
import { mergeBlocks } from "@/lib/content/merge-blocks";
import { migrateBody } from "@/lib/content/migrate-body";
import { savedPart } from "@/lib/content/line-edit";
import { blockInBody, carryNotes, type NoteAnchor, noteAnchors, type NotePiece, whereQuoteStands, withNote, withoutNotes, withNotedWords } from "@/lib/content/note-anchors";
import type { Part } from "@/lib/content/parts";
import { bylineMeaning, distinct, tagMeaning } from "@/lib/content/shared-lists";
import { settleTogether } from "@/lib/content/settle-together";
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
 * Two who write at once in a field that is nearly full overfill it together: each alone kept to the limit. Up to twice the limit the
 * document is therefore taken, and its first part is the story, until one of them shortens it. More is nobody's typing.
 */
const together = 2;
const lineWithin = (whole: string, limit: number) => (savedPart(whole, limit * together) === whole ? savedPart(whole, limit) : whole);
const listWithin = (whole: readonly unknown[], limit: number) => (whole.length <= limit * together ? whole.slice(0, limit) : whole);

const knownSettings: ReadonlySet<string> = new Set(["sectionId", "language", "format", "claimantKind", "verdict"]);

/**
 * The story as it stands in the document, in the present form, or null where the document holds anything that is not ours. `before` is the
 * format of a story that was begun before formats could be chosen: its document says none until somebody chooses.
 */
export function readWorkingCopy(doc: Y.Doc, before: StoryFormat = "news"): StoryContent | null {
  return read(doc, before, parseStoredBody);
}

/** The same, and null also for what only a migration would mend: nothing new may come in that a browser could not open. */
export function readAsWritten(doc: Y.Doc, before: StoryFormat = "news"): StoryContent | null {
  return read(doc, before, parseBody);
}

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

function read(doc: Y.Doc, before: StoryFormat, parse: typeof parseBody): StoryContent | null {
  const known = new Set(["body", "settings", "lead", "tags", "bylines", ...textFields, ...leadTexts.map((name) => `lead.${name}`)]);
  for (const [name, type] of doc.share) if (!known.has(name) && type._length > 0) return null;

  const settings = doc.getMap("settings");
  const lead = doc.getMap("lead");
  for (const key of settings.keys()) if (!knownSettings.has(key)) return null;
  for (const key of lead.keys()) if (key !== "assetId" && key !== "focal" && key !== "crop") return null;
  const assetId = lead.get("assetId") ?? null;
  const focal = lead.get("focal") ?? null;
  const crop = lead.get("crop") ?? null;

  const fragment = doc.getXmlFragment("body");
  const raw = fragment.length === 0 ? { type: "doc", content: [{ type: "paragraph" }] } : rawBody(fragment);
  // From here on there are no notes: nothing that is made of a story, for whomever, can hold one.
  const body = parse(withoutNotes(raw));
  if (!body) return null;

  const parsed = storyContent.safeParse({
    ...Object.fromEntries(textFields.map((name) => [name, lineWithin(doc.getText(name).toString(), fieldLimits[name])])),
    sectionId: settings.get("sectionId") ?? null,
    language: settings.get("language") ?? "en",
    format: settings.get("format") ?? before,
    claimantKind: settings.get("claimantKind") ?? null,
    verdict: settings.get("verdict") ?? null,
    tags: listWithin(distinct(doc.getArray("tags").toArray(), tagMeaning), fieldLimits.tags),
    bylines: listWithin(distinct(doc.getArray("bylines").toArray(), bylineMeaning), fieldLimits.bylines),
    lead: assetId === null ? null : { assetId, ...(focal === null ? {} : { focal }), ...(crop === null ? {} : { crop }), ...Object.fromEntries(leadTexts.map((name) => [name, lineWithin(doc.getText(`lead.${name}`).toString(), fieldLimits[name])])) },
    body,
  });
  return parsed.success ? parsed.data : null;
}

/** The binding writes marks without attributes as `{ type, attrs: {} }`; the stored form has none. */
function dropEmptyMarks(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(dropEmptyMarks);
  if (typeof node !== "object" || node === null) return node;
  const { attrs, ...rest } = node as Record<string, unknown>;
  const kept = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, key === "content" || key === "marks" ? dropEmptyMarks(value) : value]));
  return attrs && typeof attrs === "object" && Object.keys(attrs).length > 0 ? { ...kept, attrs } : kept;
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

/** Puts other words in place of those that a thread's note stands on; false, and nothing is changed, where it does not stand on these. */
export function replaceNotedWords(doc: Y.Doc, thread: string, change: { quote: string; words: string }): boolean {
  return mergeParts(doc, (present) => withNotedWords(present, thread, change), "suggestion");
}

/** Makes the body of other parts than the present ones; false where there are none to be made. */
function mergeParts(doc: Y.Doc, change: (present: readonly Part[]) => readonly Part[] | null, origin: string): boolean {
  const fragment = doc.getXmlFragment("body");
  const { content: present } = rawBody(fragment);
  const content = change(present);
  if (content) doc.transact(() => mergeBlocks(doc, fragment, present, storySchema().nodeFromJSON({ type: "doc", content })), origin);
  return content !== null;
}

/** The body as it lies in the document, notes and all. */
function rawBody(fragment: Y.XmlFragment): { content: Part[] } {
  return dropEmptyMarks(yXmlFragmentToProsemirrorJSON(fragment)) as { content: Part[] };
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
