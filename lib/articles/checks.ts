import type { EmbedState } from "@/db/schema/embeds";
import type { CorrectionKind } from "@/db/vocabulary";
import { altChecks } from "@/lib/articles/alt-checks";
import { blockChecks, longestCaption } from "@/lib/articles/block-checks";
import { formatChecks } from "@/lib/articles/format-checks";
import { gapChecks } from "@/lib/articles/gap-checks";
import { languageChecks } from "@/lib/articles/language-checks";
import type { AtAddress } from "@/lib/articles/own-address";
import { barFinding } from "@/lib/articles/picture-rights";
import { widthFinding } from "@/lib/articles/picture-width";
import type { Repair } from "@/lib/articles/repair";
import { tagChecks } from "@/lib/articles/tag-checks";
import { topicChecks } from "@/lib/articles/topic-checks";
import type { HouseRule } from "@/lib/content/language/house-rules";
import type { SensitiveTopic } from "@/lib/content/language/sensitive-topics";
import { withoutTrailingRows } from "@/lib/content/blocks/table";
import type { Block, StoredDocument, StoryContent } from "@/lib/content/document";
import { fieldLimits } from "@/lib/content/limits";
import { migrateBody } from "@/lib/content/migrate-body";
import { withoutMeaningless } from "@/lib/content/readable-text";
import { withPartsOfItsFormat } from "@/lib/content/parts-of-formats";
import { textOfBlock } from "@/lib/content/to-text";
import type { WordsAttribute } from "@/lib/content/words-within";
import { isSlug, slugFrom } from "@/lib/kernel/slug";
import type { Bar } from "@/lib/media/rights";
import { letterStands } from "@/lib/newsroom/letter-in-print";
import type { LetterInStory } from "@/lib/newsroom/reads/letters-in-story";
import type { BlockingNote } from "@/lib/notes/reads/blocking-notes";

/** Where a check points: a field's name, or a block's id; and where in it. Gaps, columns and the times that words are said are counted from 0. */
export type CheckPlace = { field: string; gap?: number; said?: SaidWords } | { blockId: string; part?: PartOfBlock };
export type PartOfBlock = { setting: WordsAttribute; gap?: number; said?: SaidWords } | { gap: number } | { said: SaidWords } | { column: number };
/** Words as they stand in a text, for the nth time. */
export type SaidWords = { words: string; nth: number };

/** `stop` prevents publishing, `warn` asks for a look, `fine` is said so that silence never has to be read. */
export type Check = { id: string; level: "stop" | "warn" | "fine"; message: string; hint?: string; place?: CheckPlace; /** What a machine could do about it, the best first. */ repairs?: readonly Repair[] };

/** A correction on record; `inText` where its note went out in the text, and has to stay in it. */
export type RecordedCorrection = { kind: CorrectionKind; note: string; inText: boolean };

/** What the gate needs to know beyond the text itself. */
export type GateSurroundings = {
  /** The story itself, which may link to itself. */
  self: string;
  slugTaken: boolean;
  sectionExists: boolean;
  claimedSlug: string | null;
  /** Notes of the newsroom that stop publishing until they are resolved. */
  blockingNotes: readonly BlockingNote[];
  /** Letters of readers that were put into it, also those that may not be printed any more. */
  letters: readonly LetterInStory[];
  /** What is really there of all that the story refers to. Other stories count while they are public. */
  targets: { pictures: ReadonlyMap<string, PictureWords>; stories: ReadonlySet<string>; /** Stories that are there and not public. */ waiting: ReadonlySet<string>; addresses: ReadonlyMap<string, AtAddress>; embeds: ReadonlyMap<string, EmbedState>; corrections: ReadonlyMap<string, RecordedCorrection> };
};

/** What all that is said beside the story needs: also the words that the house prefers, and of what it wants to be reminded. */
export type CheckSurroundings = GateSurroundings & { rules: readonly HouseRule[]; topics: readonly SensitiveTopic[]; /** Those on the staff who have a portrait. */ portrayed: ReadonlySet<string>; /** Addresses of those of its tags that the paper has. */ knownTags: ReadonlySet<string> };

/** A picture's width, what is said of it wherever it stands, and whether it may be used. */
export type PictureWords = { width: number; credit: string; alt: string; /** What stands in the way of using it today. */ bar?: Bar | null };

/** The slug that a story would get: the typed one, else the one it already has in public, else one from its headline. */
export function effectiveSlug(content: Pick<StoryContent, "slug" | "headline">, claimedSlug: string | null): string {
  return content.slug.trim() || claimedSlug || slugFrom(content.headline);
}

/**
 * The content as readers would get it: slug settled, empty paragraphs gone, no claim but in a fact check. Whether a live story was "edited since" is told by comparing
 * these forms, so that an empty line at the end is no change.
 */
export function publicForm(content: StoryContent, claimedSlug: string | null): StoryContent {
  return { ...withPartsOfItsFormat(content), slug: effectiveSlug(content, claimedSlug), body: readersBody(content.body) };
}

/** What can stop publication: the same rules beside the story and inside the publish transaction. */
export function gateChecks(content: StoryContent, surroundings: GateSurroundings): Check[] {
  return [headlineCheck(content), sectionCheck(content, surroundings), slugCheck(content, surroundings), bodyCheck(content.body), ...gapChecks(content), ...blockChecks(content.body, surroundings), ...pictureChecks(content, surroundings), ...noteChecks(surroundings), ...letterChecks(content, surroundings)];
}

/** All that is said beside the story: the gate, and hints that never stop anything. */
export function publishChecks(content: StoryContent, surroundings: CheckSurroundings): Check[] {
  return [...gateChecks(content, surroundings), ...formatChecks(content, surroundings), ...altChecks(content, surroundings), ...placementChecks(content), ...manners(content), ...tagChecks(content, surroundings.knownTags), ...topicChecks(content, surroundings.topics), ...languageChecks(content, surroundings.rules)];
}

/** Whether nothing stops publication. */
export function mayBePublished(checks: readonly Check[]): boolean {
  return checks.every((check) => check.level !== "stop");
}

function headlineCheck({ headline }: StoryContent): Check {
  if (!headline.trim()) return { id: "headline", level: "stop", message: "The headline is empty", hint: "A story goes out under a headline.", place: { field: "headline" } };
  const length = [...headline].length;
  if (length > longestHeadline) return { id: "headline", level: "warn", message: `The headline has ${counted(length)}`, hint: `Google asked news sites for ${longestHeadline} at most, and still asks for short ones.`, place: { field: "headline" } };
  return { id: "headline", level: "fine", message: "The headline is set" };
}

/** What is longer than a headline may be is not saved, and not known here: of a full one no more can be said than this. */
const counted = (length: number) => (length < fieldLimits.headline ? `${length} characters` : `${fieldLimits.headline} characters or more`);

/** Google's guide to the structured data of articles, as it long stood. */
const longestHeadline = 110;

/** How much of a headline each place shows, in characters, and who says so. */
const roomForHeadline = {
  frontHeadline: { room: 70, place: "fronts", source: "about three lines of our own front on a telephone" },
  searchHeadline: { room: 60, place: "search engines", source: "Google has no limit in letters and cuts at the width of a line, about 60 of them" },
  socialHeadline: { room: 70, place: "social cards", source: "X’s guide to cards: 70 characters" },
} as const;

const shorterHeadlines = Object.keys(roomForHeadline) as (keyof typeof roomForHeadline)[];

/** Feeds have no headline of their own: they tell the story's. */
const roomInFeeds = 100;

/** A headline that a place cuts, where the story has no shorter one for it; one that was written for another place and fits is offered. */
function placementChecks(content: StoryContent): Check[] {
  const found = shorterHeadlines.flatMap((field): Check[] => {
    const { room, place, source } = roomForHeadline[field];
    const length = [...(content[field].trim() || content.headline)].length;
    if (length <= room) return [];
    const fitting = shorterHeadlines.find((other) => other !== field && content[other].trim() !== "" && [...content[other].trim()].length <= room);
    const repairs: Repair[] = fitting ? [{ label: `Use the one for ${roomForHeadline[fitting].place}`, does: "fill-field", field, text: content[fitting].trim() }] : [];
    return [{ id: field, level: "warn", message: `The headline is cut on ${place}`, hint: `${counted(length)}; there is room for ${room} (${source}). Write a shorter one beside the story.`, place: { field }, repairs }];
  });
  const length = [...content.headline].length;
  if (length <= roomInFeeds) return found;
  return [...found, { id: "feedHeadline", level: "warn", message: "The headline is cut in feeds", hint: `${counted(length)}; feeds tell the headline itself, and the lists of feed readers show about two lines of it, some ${roomInFeeds} characters.`, place: { field: "headline" } }];
}

function sectionCheck({ sectionId }: StoryContent, { sectionExists }: GateSurroundings): Check {
  if (sectionId && sectionExists) return { id: "section", level: "fine", message: "The section is set" };
  return { id: "section", level: "stop", message: "No section", hint: "The section is the first part of the story’s address.", place: { field: "section" } };
}

function slugCheck(content: StoryContent, { slugTaken, claimedSlug }: GateSurroundings): Check {
  const slug = effectiveSlug(content, claimedSlug);
  const place = { field: "slug" };
  if (!slug) return { id: "slug", level: "stop", message: "The slug is empty", hint: "It is made from the headline when left alone.", place };
  const better = slugFrom(slug) || slugFrom(content.headline);
  const fill = (text: string): Pick<Check, "repairs"> => (text ? { repairs: [{ label: `Use “${text}”`, does: "fill-field", field: "slug", text }] } : {});
  if (!isSlug(slug)) return { id: "slug", level: "stop", message: "The slug may hold small letters, figures and single hyphens", hint: `We suggest “${better}”.`, place, ...fill(better) };
  if (slugTaken) return { id: "slug", level: "stop", message: `The slug “${slug}” belongs to another story`, hint: "Slugs are never used twice, so that old links stay true.", place, ...(slugFrom(content.headline) === slug ? {} : fill(slugFrom(content.headline))) };
  return { id: "slug", level: "fine", message: "The slug is free" };
}

function bodyCheck(body: StoredDocument): Check {
  if (publishableBody(body)) return { id: "body", level: "fine", message: "The story has a body" };
  return { id: "body", level: "stop", message: "The body is empty", place: { field: "body" } };
}

function pictureChecks({ lead }: StoryContent, { targets }: GateSurroundings): Check[] {
  if (!lead) return [];
  const known = targets.pictures.get(lead.assetId);
  const fill = (field: string, text: string | undefined): Pick<Check, "repairs"> => (text?.trim() ? { repairs: [{ label: "Use the picture’s own", does: "fill-field", field, text: text.trim() }] } : {});
  if (!known) return [{ id: "lead", level: "stop", message: "The lead picture is not there any more", hint: "Replace it, or take it off.", place: { field: "lead.alt" } }];
  const missing: Check[] = [];
  if (!lead.alt.trim()) missing.push({ id: "lead.alt", level: "stop", message: "The lead picture has no alt text", hint: "Say what a reader would see.", place: { field: "lead.alt" }, ...fill("lead.alt", known?.alt) });
  if (!lead.credit.trim()) missing.push({ id: "lead.credit", level: "stop", message: "The lead picture has no credit", place: { field: "lead.credit" }, ...fill("lead.credit", known?.credit) });
  if (known.bar) missing.push({ id: "lead.rights", ...barFinding(known.bar), place: { field: "lead.alt" } });
  const narrow = widthFinding("lead picture", known.width, lead.crop);
  if (lead.caption.length > longestCaption) missing.push({ id: "lead.caption", level: "warn", message: `The lead picture’s caption is longer than ${longestCaption} characters`, hint: "What is longer belongs to the text.", place: { field: "lead.caption" } });
  return [...(missing.length > 0 ? missing : [{ id: "lead", level: "fine" as const, message: "The lead picture has a description and a credit" }]), ...(narrow ? [{ id: "lead.width", ...narrow, place: { field: "lead.alt" } }] : [])];
}

/**
 * Letters that their authors took back before they were printed: somebody takes them out, and says so on the list. And those that no longer
 * say what their authors agreed to: once readers have seen one, that is a hint, since what is wrong in it must be able to go.
 */
function letterChecks(content: StoryContent, { letters }: GateSurroundings): Check[] {
  return letters.flatMap((letter): Check[] => {
    const name = letter.signedAs ? ` of ${letter.signedAs}` : "";
    if (letter.takenBack) return [{ id: `letter.${letter.id}`, level: "stop", message: `The letter${name} may not be printed any more`, hint: "Its author took her consent back. Take it out, and close it under Comments, For the newsroom." }];
    if (letterStands(letter, content) !== "otherwise") return [];
    return [{ id: `letter.${letter.id}`, level: letter.printed ? "warn" : "stop", message: `The letter${name} does not say what its author agreed to`, hint: "She agreed to her words and her name as they were. Put them back; or take the letter out, say so under Comments, For the newsroom, and ask her there about other words." }];
  });
}

/** Legal and fact checks, and whatever else somebody said must be seen to first. What a note says, its readers see among the notes. */
function noteChecks({ blockingNotes }: GateSurroundings): Check[] {
  return blockingNotes.map(({ id, by, audience, blockId, field }) => ({
    id: `note.${id}`,
    level: "stop",
    message: `A note of ${by} stops publishing`,
    hint: audience === "legal" ? "It is for legal eyes. It goes out once the note is resolved." : "It goes out once the note is resolved: look among the notes.",
    ...(blockId ? { place: { blockId } } : field ? { place: { field } } : {}),
  }));
}

function manners(content: StoryContent): Check[] {
  const warnings: Check[] = [];
  if (!content.standfirst.trim()) warnings.push({ id: "standfirst", level: "warn", message: "No standfirst", hint: "One sentence that says why the story matters.", place: { field: "standfirst" } });
  if (content.bylines.length === 0) warnings.push({ id: "bylines", level: "warn", message: "No byline", hint: "The story will appear unsigned.", place: { field: "bylines" } });
  return warnings;
}

/**
 * The body in its public form. It is made when a story goes out and again when it is read: what went out before there was a rule keeps to
 * it all the same.
 */
export function readersBody(stored: StoredDocument): StoredDocument {
  const body = migrateBody(stored) as StoredDocument;
  return publishableBody(body) ?? body;
}

/** The body as readers get it: no stash, no empty paragraphs, in boxes and quotations neither, no blank rows at the end of a table, no break at either end, no character that means nothing. Null where nothing is left. */
export function publishableBody(body: StoredDocument): StoredDocument | null {
  const kept = body.content.map(withoutMeaningless).filter((block) => block.type !== "stash" && (block.type !== "paragraph" || textOfBlock(block).trim() !== "")).map(withoutEmptyParts);
  while (kept[0]?.type === "sectionBreak") kept.shift();
  while (kept.at(-1)?.type === "sectionBreak") kept.pop();
  return kept.length > 0 ? { type: "doc", content: kept } : null;
}

const isEmpty = (part: { type: string }): boolean => part.type === "paragraph" && textOfBlock(part as Block).trim() === "";

/** A block without what is empty in it, as far as something is left. */
function withoutEmptyParts(block: Block): Block {
  if (block.type === "table") return withoutTrailingRows(block);
  if (block.type !== "factBox" && block.type !== "blockquote") return block;
  const content = block.content.filter((part) => !isEmpty(part));
  const least = block.type === "factBox" ? 2 : 1;
  return content.length === block.content.length || content.length < least ? block : ({ ...block, content } as Block);
}
