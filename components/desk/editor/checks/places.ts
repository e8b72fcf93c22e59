import type { Editor } from "@tiptap/core";
import { flushSync } from "react-dom";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { chooseBlock, goToBlock } from "@/components/desk/editor/blocks/go-to-block";
import { type PlaceWithin, placeWithin, type Stretch, stretchIn } from "@/components/desk/editor/blocks/place-within";
import type { CheckPlace } from "@/lib/articles/checks";
import { fieldLimits } from "@/lib/content/limits";
import type { WordsAttribute } from "@/lib/content/words-within";

/** What a field of the story is called on the screen. */
const names: Record<string, string> = {
  kicker: "Kicker", headline: "Headline", standfirst: "Standfirst", claim: "Claim", claimant: "Who claims it", dateline: "Dateline", slug: "Slug", frontHeadline: "Shorter, for fronts", searchHeadline: "Shorter, for search", socialHeadline: "Shorter, for social cards",
  "lead.alt": "Alt text", "lead.caption": "Caption", "lead.credit": "Credit",
};

/** What a field is called where nothing else says that it is the lead picture's: "Lead picture: Caption". */
export const nameOfField = (field: string): string => `${field.startsWith("lead.") ? "Lead picture: " : ""}${names[field] ?? field}`;

/** Fields that stand in the panel beside the text. */
export const isBeside = (place: CheckPlace): boolean => "field" in place && ["section", "format", "claim", "claimant", "claimantKind", "verdict", "tags", "slug", "frontHeadline", "searchHeadline", "socialHeadline"].includes(place.field);

/** The text area of a field, where it has one and is on the screen. */
export function lineOf(field: string): HTMLTextAreaElement | null {
  const name = names[field];
  return name ? document.querySelector<HTMLTextAreaElement>(`.editor textarea[aria-label="${name}"]`) : null;
}

/** Which field a text area is of. */
export const fieldOfLine = (line: Element): string | undefined => Object.keys(names).find((field) => lineOf(field) === line);

/** What a field takes, in words: "Headline: 200 characters at most". */
export function limitInWords(field: string): string {
  const limit = (fieldLimits as Record<string, number>)[field.replace("lead.", "")];
  return limit === undefined ? "A field is too long" : `${names[field] ?? "A field"}: ${limit.toLocaleString("en")} characters at most`;
}

/** Whether a place is a field among the settings of a block, beside the text. */
export const isInSettings = (place: CheckPlace, editor: Editor | null): boolean => editor !== null && settingOf(place, editor) !== null;

type Setting = Extract<PlaceWithin, { setting: WordsAttribute }>;

function settingOf(place: CheckPlace, { state }: Editor): Setting | null {
  if (!("blockId" in place) || !place.part) return null;
  const node = findBlock(state.doc, place.blockId)?.node;
  const within = node && placeWithin(node, place.part);
  return within && "setting" in within ? within : null;
}

/** The field of a line among the settings of a block, where they are drawn. */
export const fieldOfSetting = (blockId: string, attribute: WordsAttribute): HTMLInputElement | HTMLTextAreaElement | null => document.querySelector(`.block-settings[data-block="${CSS.escape(blockId)}"] [data-words="${attribute}"] :is(input, textarea)`);

/** Puts the caret at a place that a check named, or chooses a stretch of that field's words. */
export function goTo(place: CheckPlace, editor: Editor | null, stretch?: Stretch): void {
  if ("blockId" in place) {
    const setting = editor && settingOf(place, editor);
    if (editor && setting) {
      // Its settings are drawn for the block that is chosen.
      flushSync(() => chooseBlock(editor, place.blockId));
      focusLine(fieldOfSetting(place.blockId, setting.setting), stretch ?? setting.stretch);
    } else if (editor) goToBlock(editor, place.blockId, place.part);
  } else if (place.field === "body") editor?.commands.focus("start");
  else if (["section", "format", "claimantKind", "verdict"].includes(place.field)) document.getElementById(place.field)?.focus();
  else if (place.field === "tags") document.getElementById("tag")?.focus();
  else if (place.field === "bylines") document.querySelector<HTMLElement>(".editor [data-first-of='bylines']")?.focus();
  else {
    const line = lineOf(place.field);
    focusLine(line, stretch ?? stretchIn(line?.value ?? "", place));
  }
}

function focusLine(line: HTMLInputElement | HTMLTextAreaElement | null, stretch: Stretch | undefined): void {
  line?.focus({ preventScroll: true });
  if (stretch) line?.setSelectionRange(stretch.start, stretch.end);
  line?.scrollIntoView({ block: "center" });
}
