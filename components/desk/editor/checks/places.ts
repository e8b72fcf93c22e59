import type { Editor } from "@tiptap/core";
import { goToBlock } from "@/components/desk/editor/blocks/go-to-block";
import type { CheckPlace } from "@/lib/articles/checks";

/** What a field of the story is called on the screen. */
const names: Record<string, string> = {
  kicker: "Kicker", headline: "Headline", standfirst: "Standfirst", dateline: "Dateline", slug: "Slug", frontHeadline: "Shorter, for fronts", searchHeadline: "Shorter, for search", socialHeadline: "Shorter, for social cards",
  "lead.alt": "Alt text", "lead.caption": "Caption", "lead.credit": "Credit",
};

/** Fields that stand in the panel beside the text. */
export const isBeside = (place: CheckPlace): boolean => "field" in place && ["section", "slug", "frontHeadline", "searchHeadline", "socialHeadline"].includes(place.field);

/** The text area of a field, where it has one and is on the screen. */
export function lineOf(field: string): HTMLTextAreaElement | null {
  const name = names[field];
  return name ? document.querySelector<HTMLTextAreaElement>(`.editor textarea[aria-label="${name}"]`) : null;
}

/** Puts the caret at a place that a check named. */
export function goTo(place: CheckPlace, editor: Editor | null): void {
  if ("blockId" in place) {
    if (editor) goToBlock(editor, place.blockId);
  } else if (place.field === "body") editor?.commands.focus("start");
  else if (place.field === "section") document.getElementById("section")?.focus();
  else if (place.field === "bylines") document.querySelector<HTMLElement>(".editor [data-first-of='bylines']")?.focus();
  else lineOf(place.field)?.focus();
}
