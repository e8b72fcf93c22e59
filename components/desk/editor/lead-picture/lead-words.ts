import type * as Y from "yjs";
import { type LeadText, leadTexts } from "@/lib/content/working-copy-text";
import { writeText } from "@/lib/content/working-copy-text";

/** What a picture's own file says of it. */
export type PictureWords = Record<LeadText, string>;

/**
 * Makes a picture the story's lead, with the words of its own file where nobody has written any. What was typed stays; what came with the
 * picture before it (`before`, where that is known) goes with that picture, and so do its focal point and its crop.
 */
export function takeLead(doc: Y.Doc, picture: PictureWords & { id: string }, before: PictureWords | null): void {
  doc.transact(() => {
    const lead = doc.getMap<unknown>("lead");
    lead.set("assetId", picture.id);
    lead.delete("focal");
    lead.delete("crop");
    fillUntyped(doc, picture, before);
  });
}

/** Takes the lead picture off, with the words that came with it; what was typed waits for the next one. */
export function dropLead(doc: Y.Doc, before: PictureWords | null): void {
  doc.transact(() => {
    const lead = doc.getMap<unknown>("lead");
    lead.set("assetId", null);
    lead.delete("focal");
    lead.delete("crop");
    if (before) fillUntyped(doc, { alt: "", caption: "", credit: "" }, before);
  });
}

function fillUntyped(doc: Y.Doc, words: PictureWords, before: PictureWords | null): void {
  for (const name of leadTexts) {
    const text = doc.getText(`lead.${name}`);
    const present = text.toString();
    if (present.trim() === "" || present === before?.[name]) writeText(text, words[name]);
  }
}
