import { expect, it } from "vitest";
import { barInWords, barOn, dayIn } from "@/lib/media/rights";

it.each([
  [null, null, null],
  ["2026-11-26", "2026-11-26", null],
  ["2026-11-27", null, { why: "not_yet", day: "2026-11-27" }],
  [null, "2026-11-25", { why: "over", day: "2026-11-25" }],
  // Both at once is somebody's slip; what is over stays over.
  ["2026-12-01", "2026-11-25", { why: "over", day: "2026-11-25" }],
])("from %s until %s, on 26 November 2026", (usableFrom, usableUntil, bar) => {
  expect(barOn("2026-11-26", { usableFrom, usableUntil })).toEqual(bar);
});

it("counts days where the paper is", () => {
  const late = new Date("2026-11-25T23:30:00Z");
  expect(dayIn("UTC", late)).toBe("2026-11-25");
  expect(dayIn("Europe/Copenhagen", late)).toBe("2026-11-26");
});

it("says it in words", () => {
  expect(barInWords({ why: "not_yet", day: "2026-12-03" })).toBe("May not be used before 3 December 2026");
  expect(barInWords({ why: "over", day: "2026-11-01" })).toBe("May not be used after 1 November 2026");
});
