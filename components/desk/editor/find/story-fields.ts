import type * as Y from "yjs";
import type { FieldTexts } from "@/components/desk/editor/find/hits";
import { fieldLimits } from "@/lib/content/limits";
import { type WordsField, wordsFields } from "@/lib/content/words-within";

/** What stands in the story's fields, without those that are not shown: a lead picture's where there is none, a claim's outside a fact check. */
export function readFields(doc: Y.Doc): FieldTexts {
  const hasLead = Boolean(doc.getMap("lead").get("assetId"));
  const hasClaim = doc.getMap("settings").get("format") === "fact_check";
  const isShown = (field: WordsField) => (field.startsWith("lead.") ? hasLead : field === "claim" || field === "claimant" ? hasClaim : true);
  const read = (fields: readonly WordsField[]) => fields.filter(isShown).map((field) => ({ field, text: doc.getText(field).toString() }));
  return { before: read(wordsFields.before), beside: read(wordsFields.beside) };
}

/** Calls back after anybody changed a field, or what decides which are shown; returns what ends it. */
export function watchFields(doc: Y.Doc, changed: () => void): () => void {
  const watched = [doc.getMap("lead"), doc.getMap("settings"), ...[...wordsFields.before, ...wordsFields.beside].map((field) => doc.getText(field))];
  for (const type of watched) type.observe(changed);
  return () => {
    for (const type of watched) type.unobserve(changed);
  };
}

/** Most characters of a field. */
export const limitOf = (field: WordsField): number => fieldLimits[field.replace("lead.", "") as keyof typeof fieldLimits];
