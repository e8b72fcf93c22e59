import { expect, it } from "vitest";
import { walkTabs } from "@/components/desk/walk-tabs";

it.each<[key: string, at: number, isRightToLeft: boolean, to: number | null]>([
  ["ArrowRight", 0, false, 1],
  ["ArrowRight", 2, false, 0],
  ["ArrowLeft", 0, false, 2],
  ["ArrowLeft", 0, true, 1],
  ["ArrowRight", 0, true, 2],
  ["Home", 2, false, 0],
  ["End", 0, true, 2],
  ["ArrowDown", 0, false, null],
  ["Tab", 1, false, null],
])("%s leads from tab %i (right to left: %s) to %s", (key, at, isRightToLeft, to) => {
  expect(walkTabs(key, { at, count: 3, isRightToLeft })).toBe(to);
});
