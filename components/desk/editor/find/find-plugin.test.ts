import { expect, it } from "vitest";
import { nextFrom } from "@/components/desk/editor/find/find-plugin";

const places = [{ from: 1, to: 6 }, { from: 12, to: 17 }, { from: 30, to: 35 }];

it("goes on behind what was put in, even where that holds what is searched", () => {
  expect(nextFrom(places, 1)).toBe(0);
  expect(nextFrom(places, 1 + "ferryboat".length)).toBe(1);
  expect(nextFrom(places, 13)).toBe(2);
});

it("goes round at the end, and stands at the first where there is nothing else", () => {
  expect(nextFrom(places, 36)).toBe(0);
  expect(nextFrom([], 0)).toBe(0);
});
