import { describe, expect, it } from "vitest";
import { compareStories } from "@/lib/comparison/compare-stories";
import { clausesOf, markSentences, sentenceOf, settingSentence, wordsGoneAndCome } from "@/lib/comparison/sentences";
import { textOfBlock } from "@/lib/content/to-text";
import { type Block, emptyStory, type StoryContent } from "@/lib/content/document";

const idFor = (at: number) => `block${String(at).padStart(5, "0")}`;
const line = (text: string, at: number): Block => ({ type: "paragraph", attrs: { id: idFor(at) }, content: [{ type: "text", text }] });
const opening = line("The boat leaves at 23:40.", 1);
const vote = line("It took five hours and two adjournments before the chair read the result aloud.", 2);
const rain = line("It rained all night on Lower Quay.", 3);
const lead = { assetId: "0190b5a0-0000-7000-8000-00000000a001", alt: "A boat", caption: "", credit: "Ada" };
const story = (content: Block[], fields: Partial<StoryContent> = {}): StoryContent => ({ ...emptyStory(), headline: "The last boat home", lead, ...fields, body: { type: "doc", content } });
const told = (before: StoryContent, after: StoryContent) => clausesOf(compareStories(before, after));
const body = story([opening, vote, rain]);

describe("one line that tells what became of a story", () => {
  it("names who did it, which paragraph, and what readers do not see", () => {
    const after = story([opening, line("Nobody on the quay believed a word of what the operator had said.", 2), rain], { lead: { ...lead, credit: "Ada Ny" } });
    expect(sentenceOf(["Ana"], compareStories(body, after))).toBe("Ana rewrote the second paragraph and changed the lead picture’s credit.");
    expect(sentenceOf(["Ana", "Ben", "Cleo"], compareStories(body, body))).toBe("Ana, Ben and Cleo changed nothing.");
  });

  it("tells edits from rewriting, and counts where there are many", () => {
    expect(told(body, story([opening, line("It took six hours and two adjournments before the chair read the result aloud.", 2), rain]))).toEqual(["edited the second paragraph"]);
    const shorter = (block: Block, at: number) => line(`${textOfBlock(block)} So it was said.`, at);
    expect(told(body, story([shorter(opening, 1), shorter(vote, 2), shorter(rain, 3)]))).toEqual(["edited three paragraphs"]);
  });

  it("tells what came, went, moved and became something else", () => {
    expect(told(body, story([opening, vote, rain, line("A new end.", 4)]))).toEqual(["added a paragraph"]);
    expect(told(body, story([vote, rain]))).toEqual(["took out the first paragraph"]);
    expect(told(body, story([vote, rain, opening]))).toEqual(["moved the third paragraph"]);
    expect(told(body, story([{ ...opening, type: "heading", attrs: { id: idFor(1), level: 2 } } as Block, vote, rain]))[0]).toBe("turned the first paragraph into a heading");
  });

  it("tells of links and formatting that no word shows", () => {
    const withMark = (mark: object): Block => ({ type: "paragraph", attrs: { id: idFor(3) }, content: [{ type: "text", text: "It rained all night on " }, { type: "text", text: "Lower Quay", marks: [mark] }, { type: "text", text: "." }] }) as Block;
    expect(told(body, story([opening, vote, withMark({ type: "strong" })]))).toEqual(["changed the formatting of the third paragraph"]);
    expect(told(body, story([opening, vote, withMark({ type: "link", attrs: { href: "https://paper.example/" } })]))).toEqual(["changed links in the third paragraph"]);
    const [, , rained] = compareStories(body, story([opening, vote, withMark({ type: "strong" })])).blocks;
    expect((rained?.text ?? []).filter(({ kind }) => kind === "marked").flatMap(markSentences)).toEqual(["“Lower Quay”: now bold."]);
  });

  it("puts headline and standfirst first, gathers settings, and stays one line", () => {
    const after = story([opening, vote], { headline: "Saved", standfirst: "By two votes", slug: "boat", format: "opinion", dateline: "Saltgate", language: "de" });
    expect(told(body, after)).toEqual(["changed the headline and the standfirst", "took out the third paragraph", "changed four settings"]);
  });

  it("says attributes as sentences, and of what says nothing to anybody only that it changed", () => {
    expect(settingSentence({ name: "credit", before: "Ines", after: "Ada" })).toBe("Credit: “Ada”, before “Ines”.");
    expect(settingSentence({ name: "role", before: undefined, after: "wide" })).toBe("Size: wide, before as usual.");
    expect(settingSentence({ name: "crop", before: { x: 0, y: 0, width: 1, height: 0.5 }, after: undefined })).toBe("Crop taken away.");
    expect(settingSentence({ name: "decorative", before: undefined, after: true })).toBe("Mark as decoration: set, before not set.");
  });

  it("counts the words that came and went", () => {
    expect(wordsGoneAndCome(compareStories(body, story([opening, vote, line("It poured all night on Lower Quay.", 3), line("A new end.", 4)])))).toEqual({ gone: 1, come: 4 });
  });
});
