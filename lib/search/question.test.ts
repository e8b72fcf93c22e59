import { expect, it } from "vitest";
import { daysOfYear, filtersOf, noFilters, searchAddress } from "@/lib/search/filters";
import { questionOf, withWords } from "@/lib/search/question";

it.each([
  ["night ferry", ["night", "ferry"], []],
  ['"night ferry" vote', ["vote"], [["night", "ferry"]]],
  ["«la nuit» „die Nacht“", [], [["la", "nuit"], ["die", "Nacht"]]],
  ['vote "night ferry', ["vote"], [["night", "ferry"]]],
  ['a 5" pipe', ["a", "5", "pipe"], []],
  ['""', [], []],
  ["a & b | !c:*", ["a", "b", "c"], []],
])("reads %s", (typed, words, phrases) => {
  const question = questionOf(typed);
  expect([...question.words].sort()).toEqual([...words].sort());
  expect(question.phrases).toEqual(phrases);
});

it("counts no more than twelve words of two hundred letters", () => {
  expect(questionOf("word ".repeat(100)).words).toHaveLength(12);
  expect(questionOf("x".repeat(900)).words[0]).toHaveLength(200);
});

it("puts other words in the places of some and keeps the marks", () => {
  expect(withWords('the "nihgt ferry"', new Map([["nihgt", "night"]]))).toBe('the "night ferry"');
});

it("reads days and slugs from an address, and writes them back", () => {
  expect(filtersOf({ section: "town", from: "2025-02-30", to: "2025-02-28", author: ["a", "b"], other: "x" })).toEqual({ ...noFilters, section: "town", to: "2025-02-28" });
  expect(filtersOf({ from: "0001-01-01", to: "yesterday" })).toEqual(noFilters);
  expect(searchAddress('"a b"', { ...noFilters, ...daysOfYear("2025") }, "7")).toBe("/search?q=%22a+b%22&from=2025-01-01&to=2025-12-31&before=7");
});
