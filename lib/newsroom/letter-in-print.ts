import type { Block, StoredDocument } from "@/lib/content/body";
import { emptyStory, type StoryContent } from "@/lib/content/document";
import { isBlank } from "@/lib/content/is-blank";
import { fieldLimits } from "@/lib/content/limits";
import type { Language } from "@/db/vocabulary";

/** A letter as its author agreed to it. */
export type Letter = { words: string; signedAs: string; language: Language };

const paragraphs = (words: string): Block[] => words.split(/\n{2,}/).map((part) => part.replace(/\s*\n\s*/g, " ").trim()).filter((part) => part !== "").map((text): Block => ({ type: "paragraph", content: [{ type: "text", text }] }));

/** A story that holds one letter, signed by whoever wrote it. What stands above it, the desk writes. */
export function storyOfLetter({ words, signedAs, language }: Letter): StoryContent {
  return { ...emptyStory(language), headline: "", bylines: [{ role: "by", personId: null, name: signedAs.slice(0, fieldLimits.name) }], body: { type: "doc", content: paragraphs(words) } };
}

/** A story's text with a letter at its end, its author's name in bold below it. An empty last line gives way to it. */
export function withLetter({ content }: StoredDocument, { words, signedAs }: Letter): StoredDocument {
  const last = content.at(-1);
  const before = last && last.type === "paragraph" && isBlank(last) ? content.slice(0, -1) : content;
  return { type: "doc", content: [...before, ...paragraphs(words), { type: "paragraph", content: [{ type: "text", text: signedAs, marks: [{ type: "strong" }] }] }] };
}
