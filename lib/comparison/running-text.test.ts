import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareText, type Passage } from "@/lib/comparison/running-text";
import { readableText } from "@/lib/content/readable-text";
import type { TextNode } from "@/lib/content/stored/inline";

const plain = (text: string): TextNode[] => (text ? [{ type: "text", text }] : []);
const wordsOf = (nodes: readonly TextNode[]) => nodes.map((node) => node.text).join("");
const shown = (passages: readonly Passage[]) =>
  passages.map(({ kind, before, after }) => ({ kept: wordsOf(after), deleted: `[-${wordsOf(before)}-]`, inserted: `{+${wordsOf(after)}+}`, marked: `(~${wordsOf(after)}~)` })[kind]).join("");
const compared = (before: string, after: string, language: "en" | "fa" | "de" = "en") => shown(compareText(plain(before), plain(after), language));

const mark = fc.constantFrom<TextNode["marks"]>(undefined, [{ type: "strong" }], [{ type: "em" }], [{ type: "em" }, { type: "strong" }], [{ type: "link", attrs: { href: "https://paper.example/a" } }], [{ type: "link", attrs: { href: "https://paper.example/b" } }]);
const words = fc.array(fc.constantFrom("the", "boat", "leaves", "at", "23:40", ",", " ", " ", ".", "é", "👩‍🚀", "می‌خواهم", "بندر", "Hafenmeisterin", "o’clock", "Ü\u0308", "\u200b"), { maxLength: 24 }).map((all) => all.join(""));
const text = fc.array(fc.record({ words, marks: mark }), { maxLength: 5 }).map((runs) => runs.flatMap(({ words: run, marks }): TextNode[] => (run ? [marks ? { type: "text", text: run, marks } : { type: "text", text: run }] : [])));

/** Puts neighbours with the same marks together, however they were cut. */
const joined = (nodes: readonly TextNode[]) => readableText(nodes);
const side = (passages: readonly Passage[], without: Passage["kind"], of: "before" | "after") => joined(passages.filter(({ kind }) => kind !== without).flatMap((passage) => passage[of]));

describe("comparing running text", () => {
  it("gives back both texts: kept and deleted in order are the text before, kept and inserted the text after, marks and all", () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (before, after, coarse) => {
        const passages = compareText(before, after, "en", { coarse });
        expect(side(passages, "inserted", "before")).toEqual(joined(before));
        expect(side(passages, "deleted", "after")).toEqual(joined(after));
        // Of what is only marked otherwise, the words are the same.
        for (const passage of passages) if (passage.kind === "marked" || passage.kind === "kept") expect(wordsOf(passage.before)).toBe(wordsOf(passage.after));
      }),
      { numRuns: 200 },
    );
  });

  it("finds nothing in a text held against itself, and the same changes the other way round", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(compareText(before, before, "en").every(({ kind }) => kind === "kept")).toBe(true);
        const back: Record<Passage["kind"], Passage["kind"]> = { kept: "kept", marked: "marked", inserted: "deleted", deleted: "inserted" };
        const there = compareText(before, after, "en").map(({ kind, before: was, after: is }) => JSON.stringify([kind, was, is]));
        const turned = compareText(after, before, "en").map(({ kind, before: was, after: is }) => JSON.stringify([back[kind], is, was]));
        expect([...turned].sort()).toEqual([...there].sort());
      }),
      { numRuns: 200 },
    );
  });

  it("never cuts what a reader sees as one character", () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const graphemes = (line: string) => [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(line)].map(({ segment }) => segment);
        const passages = compareText(plain(before), plain(after), "en");
        for (const [kind, of, whole] of [["inserted", "before", before], ["deleted", "after", after]] as const) {
          const pieces = passages.filter((passage) => passage.kind !== kind).map((passage) => wordsOf(passage[of]));
          expect(pieces.flatMap(graphemes)).toEqual(graphemes(whole.replace(/\u200b/g, "")));
        }
      }),
    );
  });

  it("shows whole words, what was taken out before what was put in", () => {
    expect(compared("It was counted twice by hand.", "It was counted three times by hand.")).toBe("It was counted [-twice-]{+three times+} by hand.");
    expect(compared("the bill is small", "the bill is very small")).toBe("the bill is {+very +}small");
  });

  it("joins changes that hardly anything lies between, and leaves two deletions two", () => {
    expect(compared("The mayor of Saltgate said no.", "The council in Brackwater said no.")).toBe("The [-mayor of Saltgate-]{+council in Brackwater+} said no.");
    expect(compared("a quiet, small, old harbour town by the sea", "a quiet harbour by the sea")).toBe("a quiet[-, small, old-] harbour[- town-] by the sea");
  });

  it("shows a text that was written anew as one piece", () => {
    expect(compared("The operator had threatened to stop the boat.", "Nobody on the quay believed a word of it, and why would they?")).toBe("[-The operator had threatened to stop the boat.-]{+Nobody on the quay believed a word of it, and why would they?+}");
  });

  it("tells words apart as their language does, and keeps the joiners of Persian", () => {
    expect(compared("او می‌خواهد برود", "او می‌خواهد بماند", "fa")).toBe("او می‌خواهد [-برود-]{+بماند+}");
    expect(compared("او برای رفتن می‌خواهد", "او برای رفتن میخواهد", "fa")).toBe("او برای رفتن [-می‌خواهد-]{+میخواهد+}");
  });

  it("tells of words that only got other marks, also in the middle of a word", () => {
    const bold: TextNode[] = [{ type: "text", text: "The " }, { type: "text", text: "last", marks: [{ type: "strong" }] }, { type: "text", text: " boat" }];
    expect(shown(compareText(plain("The last boat"), bold, "en"))).toBe("The (~last~) boat");
    expect(shown(compareText(plain("unbelievable"), [{ type: "text", text: "un" }, { type: "text", text: "believable", marks: [{ type: "em" }] }], "en"))).toBe("(~unbelievable~)");
  });

  it("does not see marks that readers do not see, nor characters that mean nothing", () => {
    const noted = [{ type: "text", text: "The boat\u200b", marks: [{ type: "note", attrs: { t: "x" } }] }] as unknown as TextNode[];
    expect(shown(compareText(plain("The boat"), noted, "en"))).toBe("The boat");
  });
});
