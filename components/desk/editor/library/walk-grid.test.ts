import { expect, it } from "vitest";
import { walkGrid } from "@/components/desk/editor/library/walk-grid";

/** Eleven pictures in rows of four: the last row has three. */
const from = (at: number) => ({ at, count: 11, columns: 4 });

it.each<[key: string, at: number, to: number | "above" | null]>([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 3, 4],
  ["ArrowRight", 10, 10],
  ["ArrowLeft", 4, 3],
  ["ArrowLeft", 0, 0],
  ["ArrowDown", 1, 5],
  ["ArrowDown", 7, 10],
  ["ArrowDown", 9, 9],
  ["ArrowUp", 9, 5],
  ["ArrowUp", 3, "above"],
  ["Home", 6, 0],
  ["End", 6, 10],
  ["a", 6, null],
  ["Tab", 6, null],
])("%s leads from picture %i to %s", (key, at, to) => {
  expect(walkGrid(key, from(at))).toBe(to);
});
