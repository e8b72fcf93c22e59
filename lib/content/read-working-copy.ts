import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { StoryFormat } from "@/db/vocabulary";
import { parseBody, parseStoredBody, type StoryContent, storyContent, textFields } from "@/lib/content/document";
import { fieldLimits } from "@/lib/content/limits";
import { savedPart } from "@/lib/content/line-edit";
import { withoutNotes } from "@/lib/content/note-anchors";
import type { Part } from "@/lib/content/parts";
import { bylineMeaning, distinct, tagMeaning } from "@/lib/content/shared-lists";
import { leadTexts } from "@/lib/content/working-copy-text";

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


/** The body as it lies in the document, notes and all. */
export function rawBody(fragment: Y.XmlFragment): { content: Part[] } {
  return dropEmptyMarks(yXmlFragmentToProsemirrorJSON(fragment)) as { content: Part[] };
}
