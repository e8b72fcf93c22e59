import { expect, it } from "vitest";
import { keptInWords, whatBecomes } from "@/components/desk/editor/device/copy-rules";

const hour = 3_600_000;
const now = Date.UTC(2026, 10, 27, 12);

it.each([
  ["a hiccup of the line is merged, whatever was published during it", 30_000, "one", "two", "merge"],
  ["hours away are merged where the story stood still", 8 * hour, "one", "one", "merge"],
  ["also where it was never public", 8 * hour, null, null, "merge"],
  ["not where it was published meanwhile", 8 * hour, null, "one", "published"],
  ["nor where another version was, or it was taken back", 8 * hour, "one", null, "published"],
  ["nor after more than a day", 25 * hour, "one", "one", "long"],
  ["a clock that was set back makes no hiccup", -hour, "one", "two", "published"],
  ["what was public may be unknown", hour, undefined, "two", "merge"],
] as const)("%s", (_, away, before, after, becomes) => {
  expect(whatBecomes({ since: now - away, published: before }, now, after)).toBe(becomes);
});

it("promises only what lies on the disk", () => {
  expect(keptInWords(42, 3, null)).toBe("42 changes kept on this device");
  expect(keptInWords(1, 0, null)).toBe("1 change kept on this device");
  expect(keptInWords(0, 3, null)).toBeNull();
  expect(keptInWords(0, 0, null)).toBe("nothing unsent");
  expect(keptInWords(0, 3, "full")).toBe("this device keeps no copy, keep this tab open");
});
