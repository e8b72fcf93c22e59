import { expect, it } from "vitest";
import { changedWords } from "@/lib/moderation/changed-words";
import { markMatches, matchedWords } from "@/lib/moderation/matched-words";

const signal = (evidence: string) => ({ phase: "word_rules", severity: "hold" as const, evidence });

it("marks what the reasons name, as it is written, and where it is a word", () => {
  const text = "The Operator lied. A land of liars, an island.";
  expect(matchedWords([signal("Reads like spam: “lied”, “land”"), signal("Accuses: “operator”, “nothing like it”")], text)).toEqual(["Operator", "lied", "land"]);
  expect(matchedWords([{ ...signal("A word of the list"), spans: [{ from: 4, to: 12 }] }], text)).toEqual(["Operator"]);
  const marked = markMatches(text, ["Operator", "lied", "land"]);
  expect(marked.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(["Operator", "lied", "land"]);
  expect(marked.map((piece) => piece.text).join("")).toBe(text);
  expect(markMatches("a+b (c)", ["a+b"])[0]).toEqual({ text: "a+b", marked: true });
  expect(markMatches(text, [])).toEqual([{ text, marked: false }]);
});

it("says which words an edit changed, and shows two texts whole that share little", () => {
  expect(changedWords("It sails on Monday.", "It sails on Tuesday night.").filter(({ kind }) => kind !== "kept")).toEqual([{ text: "Monday", kind: "deleted" }, { text: "Tuesday night", kind: "inserted" }]);
  const [before, after] = [0, 1].map((odd) => Array.from({ length: 900 }, (_, place) => `w${place * 2 + odd}`).join(" ")) as [string, string];
  expect(changedWords(before, after)).toEqual([{ text: before, kind: "deleted" }, { text: after, kind: "inserted" }]);
});
