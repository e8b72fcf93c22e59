import { DOMParser } from "@tiptap/pm/model";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { blocks } from "@/lib/content/blocks/registry";
import { readClipboard } from "@/lib/content/paste/paste";
import { storySchema } from "@/lib/content/schema";
import { countWords } from "@/lib/kernel/text";
import { mixedStory, plainStory, wordClipboard } from "@/scripts/bench-clipboards";

const near = (words: number, wanted: number) => Math.abs(words - wanted) / wanted < 0.1;
const parse = (html: string): Document => parseHTML(html.includes("<body") ? html : `<!doctype html><html><body>${html}</body></html>`).document as unknown as Document;

it("measures typing in a story of every kind of block that can be pasted", () => {
  const html = mixedStory({ words: 5000, count: 60, asset: "0190b5a0-0000-7000-8000-00000000aaaa", story: "0190b5a0-0000-7000-8000-00000000bbbb" });
  const doc = DOMParser.fromSchema(storySchema()).parse(parse(html).body);
  expect(doc.childCount).toBe(60);
  const kinds = new Set(doc.children.map((block) => block.type.name));
  for (const name of Object.keys(blocks)) if (name !== "correctionNote") expect([...kinds], name).toContain(name === "list" ? "bulletList" : name);
  expect(near(countWords(doc.textBetween(0, doc.content.size, " ", " ")), 5000)).toBe(true);
  expect(html).toContain("0190b5a0-0000-7000-8000-00000000aaaa");
});

it("measures pasting what Word copies, and as much of it as is said", () => {
  const read = readClipboard({ html: wordClipboard(10_000), text: "" }, { parse });
  if (!read.ok) throw new Error(read.failure.message);
  expect(read.value.receipt.source).toBe("word");
  const doc = storySchema().nodeFromJSON({ type: "doc", content: read.value.body });
  expect(near(countWords(doc.textBetween(0, doc.content.size, " ", " ")), 10_000)).toBe(true);
});

it("counts the words of a plain story", () => expect(near(countWords(plainStory(700).replaceAll("<", " <")), 700)).toBe(true));
