import type { Block, StoredDocument } from "@/lib/content/body";
import { emptyStory, type StoryContent } from "@/lib/content/document";
import { isBlank } from "@/lib/content/is-blank";
import { bodyText } from "@/lib/content/to-text";
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

/** The bare words of a text: neither its marks nor its quotation marks, which the house sets in its own way. */
const bareWords = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
const saysAllOf = (text: string, part: readonly string[]) => ` ${text} `.includes(` ${part.join(" ")} `);

/** By so many words in a row a letter is known again that was shortened or changed; by a paragraph of fewer that stands whole, too. */
const telling = { run: 5, paragraph: 3 } as const;

/**
 * Whether a letter stands in a story in the words and under the name that its author agreed to, or otherwise: changed, shortened, or without
 * her name. "gone" where neither her name nor a few of her words in a row are there. Only words count, not how they are set.
 */
export function letterStands({ words, signedAs }: Pick<Letter, "words" | "signedAs">, { body, bylines }: Pick<StoryContent, "body" | "bylines">): "as agreed" | "otherwise" | "gone" {
  const text = bareWords(bodyText(body)).join(" ");
  const names = [text, ...bylines.map(({ name }) => bareWords(name).join(" "))];
  const name = bareWords(signedAs);
  const signed = names.some((one) => saysAllOf(one, name));
  const parts = words.split(/\n{2,}/).map(bareWords).filter((part) => part.length > 0);
  if (signed && parts.every((part) => saysAllOf(text, part))) return "as agreed";
  const all = parts.flat();
  const runs = Array.from({ length: Math.max(1, all.length - telling.run + 1) }, (_, from) => all.slice(from, from + telling.run));
  const told = [...runs, ...parts.filter((part) => part.length >= telling.paragraph)];
  return (signed && name.length > 0) || told.some((part) => part.length > 0 && saysAllOf(text, part)) ? "otherwise" : "gone";
}
