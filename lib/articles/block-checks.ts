import type { EmbedState } from "@/db/schema/embeds";
import type { Check, CheckPlace, GateSurroundings, PartOfBlock, RecordedCorrection } from "@/lib/articles/checks";
import { linkChecks } from "@/lib/articles/link-checks";
import { barFinding } from "@/lib/articles/picture-rights";
import { widthFinding } from "@/lib/articles/picture-width";
import type { Repair } from "@/lib/articles/repair";
import { bareWords } from "@/lib/content/bare-words";
import { embedProviderNames } from "@/lib/content/blocks/embed";
import type { CorrectionNoteNode } from "@/lib/content/stored/correction-note";
import type { FigureNode } from "@/lib/content/stored/figure";
import { textOfInline } from "@/lib/content/blocks/inline";
import { galleryPictures } from "@/lib/content/blocks/gallery";
import type { TextNode } from "@/lib/content/stored/inline";
import type { ListNode } from "@/lib/content/stored/list";
import { blocks } from "@/lib/content/blocks/registry";
import { isBlankRow } from "@/lib/content/blocks/table";
import type { TableNode } from "@/lib/content/stored/table";
import type { Block, StoredDocument } from "@/lib/content/document";
import { bodyText, textOfBlock } from "@/lib/content/to-text";
import { countWords } from "@/lib/kernel/text";

type BlockOf<Type extends Block["type"]> = Extract<Block, { type: Type }>;
type Context = { surroundings: GateSurroundings; text: string; place: CheckPlace };
type Finding = Omit<Check, "id">;
type Rule<Type extends Block["type"]> = (block: BlockOf<Type>, context: Context) => Finding[];
type Rules = { [Type in Block["type"]]: Rule<Type> };

const stop = (message: string, hint?: string) => ({ level: "stop" as const, message, ...(hint ? { hint } : {}) });
const warn = (message: string, hint?: string) => ({ level: "warn" as const, message, ...(hint ? { hint } : {}) });

/** A block or a part of one without a word in it. `whole` blocks go, of others the empty parts. */
function empty(what: string, { attrs }: Block, whole: "whole" | "parts"): Finding {
  const repairs: Repair[] = attrs?.id ? [{ label: "Remove it", does: whole === "whole" ? "remove-block" : "remove-empty", blockId: attrs.id }] : [];
  return { ...stop(`An empty ${what}`, "Fill it or delete it."), repairs };
}

/** Those at the end readers never get; those between they would. */
function emptyRows({ attrs, content }: TableNode): Finding {
  const between = content.slice(1, content.findLastIndex((row) => !isBlankRow(row))).some(isBlankRow);
  const finding = warn("A table with empty rows", between ? "Readers would find a gap between the others." : "They stand at its end and are not published.");
  return { ...finding, repairs: attrs?.id ? [{ label: "Remove empty rows", does: "remove-empty", blockId: attrs.id }] : [] };
}

/** Where in a block it is; for a block without a name the check's own place stands. */
const within = ({ attrs }: { attrs?: { id?: string | null | undefined } | undefined }, part: PartOfBlock): Pick<Finding, "place"> => (attrs?.id ? { place: { blockId: attrs.id, part } } : {});

const hasText = (content: readonly TextNode[] | undefined) => (content ?? []).some((node) => node.text.trim() !== "");

/** What each block of a story must be before it may be published, and what is worth a look. A block that is forgotten is a type error. */
const rules: Rules = {
  paragraph: () => [],
  heading: (block) => (!hasText(block.content) ? [empty("heading", block, "whole")] : textOfBlock(block).length > 90 ? [warn("A heading longer than 90 characters")] : []),
  bulletList: (block) => (hasEmptyItem(block) ? [empty("list item", block, "parts")] : []),
  orderedList: (block) => (hasEmptyItem(block) ? [empty("list item", block, "parts")] : []),
  blockquote: (block) => (block.content.some((paragraph) => !hasText(paragraph.content)) ? [empty("quotation", block, "parts")] : []),
  pullQuote: (block, { text }) => {
    if (!hasText(block.content)) return [empty("pull quote", block, "whole")];
    const words = blocks.pullQuote.text({ ...block, attrs: {} });
    if (words.length > 300) return [stop("A pull quote is longer than 300 characters")];
    const long = words.length > 120 ? [warn("A pull quote longer than 120 characters")] : [];
    if (isIn(text, words)) return long;
    return [...long, block.attrs?.fromBlockId ? warn("A pull quote that is not in the text any more", "The sentence that it was made from has changed, or is gone. Readers look for it there.") : warn("A pull quote that is not in the text", "Readers look for it there.")];
  },
  figure: figureChecks,
  gallery: (block, context) => [
    ...(block.content.length < galleryPictures.least ? [stop("A gallery of one picture", "Add another, or make it a picture.")] : []),
    ...block.content.flatMap((figure) => figureChecks(figure, context)),
  ],
  factBox: (block, context) => [
    ...(hasText(block.content[0].content) ? [] : [stop("A fact box without a title")]),
    ...(block.content.slice(1).every((node) => node.type === "paragraph" && !hasText(node.content)) ? [stop("An empty fact box", "Fill it or delete it.")] : []),
    ...(countWords(textOfBlock(block)) > 250 ? [warn("A fact box of more than 250 words", "It may be a story of its own.")] : []),
    ...block.content.flatMap((node) => (node.type === "figure" ? figureChecks(node, context) : node.type === "bulletList" || node.type === "orderedList" ? (hasEmptyItem(node) ? [empty("list item", node, "parts")] : []) : [])),
  ],
  table: (block) => {
    const [head, ...rest] = block.content;
    const unnamed = head?.content.findIndex((cell) => cell.type !== "tableHeader" || !hasText(cell.content[0]?.content)) ?? -1;
    if (block.content.every(isBlankRow)) return [empty("table", block, "whole")];
    return [
      ...(unnamed === -1 ? [] : [{ ...stop("A table whose first row does not name each column", "Whoever hears a table hears the name before the figure."), ...within(block, { column: unnamed }) }]),
      ...(rest.every(isBlankRow) ? [stop("A table without a row under its head")] : rest.some(isBlankRow) ? [emptyRows(block)] : []),
      ...(block.attrs?.caption?.trim() ? [] : [warn("A table without a caption")]),
    ];
  },
  embed: (block, { surroundings }) => [
    ...(block.attrs.alt?.trim() ? [] : [{ ...stop("An embed without a description", "Say what it shows, for those who do not load it."), ...within(block, { setting: "alt" }) }]),
    ...snapshotChecks(surroundings.targets.embeds.get(block.attrs.embedId), embedProviderNames[block.attrs.provider], block.attrs.isRequired === true),
  ],
  relatedCard: (block, { surroundings: { targets, self } }) => {
    const itself = block.attrs.story === self;
    if (!itself && targets.stories.has(block.attrs.story)) return [];
    const finding = itself ? stop("A related story that is this one", "Readers have it before them already.") : targets.waiting.has(block.attrs.story) ? stop("A related story that is not public", "Readers would find nothing there. Publish it first, or take it out.") : stop("A related story that is not there any more");
    return [{ ...finding, repairs: block.attrs.id ? [{ label: "Remove it", does: "remove-block", blockId: block.attrs.id }] : [] }];
  },
  correctionNote: (block, { surroundings }) => (isOnRecord(block, surroundings.targets.corrections.get(block.attrs.correctionId)) ? [] : [stop("A correction in the text that is not the one on record", "Corrections are made in the publish panel and stay as they are.")]),
  sectionBreak: () => [],
  stash: (block) =>
    textOfBlock(block).trim() === ""
      ? [{ ...warn("An empty stash"), repairs: block.attrs?.id ? [{ label: "Remove it", does: "remove-block", blockId: block.attrs.id }] : [] }]
      : [warn("There is text in the stash", "It stays here and is never published.")],
};

const isOnRecord = (note: CorrectionNoteNode, record: RecordedCorrection | undefined) => record?.note === blocks.correctionNote.text(note) && record.kind === note.attrs.kind;

/** A correction that went out in the text stays in it, once. */
function keptCorrections(body: StoredDocument, { targets }: GateSurroundings): Check[] {
  const noted = body.content.flatMap((block) => (block.type === "correctionNote" ? [block] : []));
  const place = { field: "body" };
  const lost = [...targets.corrections].filter(([id, { inText }]) => inText && !noted.some((note) => note.attrs.correctionId === id));
  const again = noted.filter((note, index) => noted.findIndex((one) => one.attrs.correctionId === note.attrs.correctionId) < index);
  return [
    ...lost.map(([id, { note }]): Check => ({ id: `correction:${id}`, ...stop(`A correction is gone from the text: “${note}”`, "A published correction stays. Restore any version in History: it comes back with it."), place })),
    ...again.map((note): Check => ({ id: `correction-twice:${note.attrs.correctionId}`, ...stop("A correction stands in the text twice", "Delete one of the two."), place: note.attrs.id ? { blockId: note.attrs.id } : place })),
  ];
}

/** More than this, in letters, nobody reads under a picture. */
export const longestCaption = 600;

function figureChecks({ attrs, content }: FigureNode, { surroundings }: Context): Finding[] {
  const picture = surroundings.targets.pictures.get(attrs.assetId);
  if (!picture) return [stop("A picture that is not there any more")];
  const found: Finding[] = [];
  const whole: Pick<Finding, "place"> = attrs.id ? { place: { blockId: attrs.id } } : {};
  const at = (setting: "alt" | "credit") => within({ attrs }, { setting });
  if (!attrs.decorative && !attrs.alt?.trim()) found.push({ ...stop("A picture without alt text", "Say what a reader would see, or that it only decorates."), ...at("alt"), repairs: altRepairs(attrs, picture.alt) });
  if (!attrs.credit?.trim() && !picture.credit.trim()) found.push({ ...stop("A picture without a credit"), ...at("credit") });
  if (picture.bar) found.push({ ...barFinding(picture.bar), ...whole });
  if (textOfInline(content).length > longestCaption) found.push({ ...warn(`A caption longer than ${longestCaption} characters`, "What is longer belongs to the text."), ...whole });
  const narrow = widthFinding("picture", picture.width, attrs.crop);
  return narrow ? [...found, { ...narrow, ...whole }] : found;
}

/** What the picture itself is described as, where it is; and that it only adorns, which a person must say. */
function altRepairs({ id, assetId }: FigureNode["attrs"], alt: string): Repair[] {
  if (!id) return [];
  const own: Repair[] = alt.trim() ? [{ label: "Use the picture’s own", does: "set-attributes", blockId: id, assetId, attributes: { alt: alt.trim().slice(0, 600) } }] : [];
  return [...own, { label: "It only decorates", does: "set-attributes", blockId: id, assetId, attributes: { decorative: true, alt: "" } }];
}

/**
 * A snapshot that has not come, or will not, stops nothing by itself: the address stands, and readers get its link and the description. Where
 * somebody said that the story makes no sense without it, a link is not enough.
 */
function snapshotChecks(state: EmbedState | undefined, provider: string, isRequired: boolean): Finding[] {
  if (!state) return [stop("An embed that is not there any more", "Delete it and paste the address again.")];
  if (state === "ready") return [];
  const what = state === "waiting" ? `${provider} has not answered yet` : `${provider} could not be asked about an embed`;
  if (isRequired) return [stop(`${what}, and the story makes no sense without it`, "Readers would get a mere link. Ask again, look whether fetching from outside addresses is allowed, or say in its settings that the story stands without it.")];
  return [state === "waiting" ? warn(what, "Until it does, readers get the description and a link.") : warn(what, "Look whether its address still works, or ask again. Until then readers get the description and a link.")];
}

function hasEmptyItem(list: ListNode): boolean {
  return list.content.some(({ content: [paragraph, inner] }) => !hasText(paragraph.content) || (inner !== undefined && hasEmptyItem(inner)));
}

type Holding = { type: string; attrs?: { id?: string | null | undefined } | undefined; content?: readonly unknown[] | undefined };

/** Paragraphs too long to be read in one go, wherever they stand: in lists, quotations, boxes and tables too. */
function longParagraphs({ type, attrs, content = [] }: Holding): Finding[] {
  if (type !== "paragraph") return (content as readonly Holding[]).flatMap(longParagraphs);
  const isLong = countWords(textOfInline(content as readonly TextNode[])) > 120;
  return isLong ? [{ ...warn("A paragraph of more than 120 words", "Two are easier to read."), ...(attrs?.id ? { place: { blockId: attrs.id } } : {}) }] : [];
}

const isIn = (text: string, words: string): boolean => bareWords(text).includes(bareWords(words));

/** The checks of every block of a body, each with the block that it is about. */
export function blockChecks(body: StoredDocument, surroundings: GateSurroundings): Check[] {
  const text = bodyText({ ...body, content: body.content.filter((block) => block.type !== "pullQuote") });
  const found = body.content.flatMap((block, index): Check[] => {
    const id = block.attrs?.id;
    const place: CheckPlace = id ? { blockId: id } : { field: "body" };
    const rule = rules[block.type] as Rule<Block["type"]>;
    const own = rule(block as never, { surroundings, text, place });
    const found = [...own, ...relatedTwice(body, index), ...(block.type === "stash" ? [] : [...longParagraphs(block), ...linkChecks(block, surroundings.targets)]), ...headingOrder(body, index), ...breakOrder(body, index)];
    // A correction stays as it is on record: no machine may put anything right in it.
    return found.map(({ repairs, ...check }, number) => ({ id: `${block.type}:${id ?? index}:${number}`, place, ...check, ...(repairs && block.type !== "correctionNote" ? { repairs } : {}) }));
  });
  return [...found, ...keptCorrections(body, surroundings)];
}

/** A card of a story that has one further up. */
function relatedTwice(body: StoredDocument, index: number): Finding[] {
  const block = body.content[index];
  if (block?.type !== "relatedCard" || !body.content.slice(0, index).some((one) => one.type === "relatedCard" && one.attrs.story === block.attrs.story)) return [];
  return [{ ...warn("A related story that is there twice", "Readers have it further up already."), repairs: block.attrs.id ? [{ label: "Remove it", does: "remove-block", blockId: block.attrs.id }] : [] }];
}

/** A heading that leaves a level out. */
function headingOrder(body: StoredDocument, index: number): Finding[] {
  const block = body.content[index];
  if (block?.type !== "heading") return [];
  const before = body.content.slice(0, index).findLast((one) => one.type === "heading");
  const right = before?.type === "heading" ? before.attrs.level + 1 : 2;
  if (block.attrs.level <= right) return [];
  const level = right as 2 | 3;
  const repairs: Repair[] = block.attrs.id ? [{ label: level === 2 ? "Make it a heading" : "Make it a smaller heading", does: "set-level", blockId: block.attrs.id, level }] : [];
  return [{ ...warn("A heading skips a level", "Screen readers list headings like a table of contents."), repairs }];
}

/** A break that parts nothing: at either end, or right behind another one. Readers do not get it at the ends. */
function breakOrder(body: StoredDocument, index: number): Finding[] {
  const block = body.content[index];
  if (block?.type !== "sectionBreak") return [];
  const isWritten = (one: Block) => one.type !== "stash" && (one.type !== "paragraph" || hasText(one.content));
  const [before, after] = [body.content.slice(0, index).findLast(isWritten), body.content.slice(index + 1).find(isWritten)];
  const where = !before ? "at the beginning" : !after ? "at the end" : before.type === "sectionBreak" ? "right behind another" : null;
  return where ? [{ ...warn(`A section break ${where}`, "It parts nothing."), repairs: block.attrs?.id ? [{ label: "Remove it", does: "remove-block", blockId: block.attrs.id }] : [] }] : [];
}
