import { expect, it } from "vitest";
import { waited } from "@/components/desk/moderation/waited";

it("says how long in the unit that fits", () => {
  const minute = 60_000;
  expect([0, minute, 7.4 * minute, 89 * minute, 90 * minute, 47 * 60 * minute, 35 * 24 * 60 * minute].map(waited)).toEqual(["a minute", "a minute", "7 minutes", "89 minutes", "2 hours", "47 hours", "35 days"]);
});
