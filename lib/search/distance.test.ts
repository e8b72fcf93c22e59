import { expect, it } from "vitest";
import { oneSlipAway, slipsBetween } from "@/lib/search/distance";

it.each([
  ["ferry", "ferry", 0],
  ["feryr", "ferry", 1],
  ["fery", "ferry", 1],
  ["ferrry", "ferry", 1],
  ["ferty", "ferry", 1],
  ["conuncil", "council", 1],
  ["hrabuor", "harbour", 2],
  ["كتاب", "کتاب", 1],
  ["", "boat", 4],
])("between %s and %s lie %i slips", (left, right, slips) => {
  expect(slipsBetween(left, right)).toBe(slips);
  expect(slipsBetween(right, left)).toBe(slips);
});

it.each([["tram"], ["کتابخانه"]])("names every word that is one slip away from %s, and no other", (word) => {
  const near = oneSlipAway(word);
  expect(near).not.toContain(word);
  expect(near.every((other) => slipsBetween(word, other) === 1)).toBe(true);
});
