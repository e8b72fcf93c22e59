import { expect, it } from "vitest";
import { wordsOf } from "@/components/desk/editor/words-of";
import { parseBody } from "@/lib/content/body";
import { storySchema } from "@/lib/content/schema";
import { bodyWords } from "@/lib/content/to-text";

it("counts beside the text what the paper counts: neither the stash nor a repeated sentence", () => {
  const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  const body = {
    type: "doc",
    content: [paragraph("It sails at night."), { type: "pullQuote", content: [{ type: "text", text: "It sails" }] }, { type: "stash", content: [paragraph("Ask the mayor again.")] }, { type: "bulletList", content: [{ type: "listItem", content: [paragraph("one")] }, { type: "listItem", content: [paragraph("two")] }] }, { type: "blockquote", attrs: { source: "From the log" }, content: [paragraph("Two midwives.")] }, { type: "table", attrs: { caption: "Boats a day" }, content: [{ type: "tableRow", content: [{ type: "tableHeader", content: [paragraph("1,000")] }] }] }],
  };
  const stored = parseBody(body);
  expect(wordsOf(storySchema().nodeFromJSON(body))).toBe(15);
  expect(stored && bodyWords(stored)).toBe(15);
});
