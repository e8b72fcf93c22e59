import { expect, it } from "vitest";
import { shortLength } from "@/components/desk/statistics/length-of-time";

it.each([[0.4, "0 s"], [59, "59 s"], [90, "2 min"], [3570, "1 h"], [12_000, "3 h 20 min"], [187_200, "2 d 4 h"], [86_400, "1 d"]])("%d seconds are %s", (seconds, says) => {
  expect(shortLength(seconds)).toBe(says);
});
