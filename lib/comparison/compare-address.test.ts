import { expect, it } from "vitest";
import { compareAddress } from "@/lib/comparison/compare-address";

it("is the address of a comparison with what was chosen in it, and nothing that was not", () => {
  expect(compareAddress("story", { from: "seen", to: "now", view: "side" })).toBe("/desk/articles/story/history/compare?from=seen&to=now&view=side");
  expect(compareAddress("story", { from: "seen", to: undefined, view: "inline" })).toBe("/desk/articles/story/history/compare?from=seen");
  expect(compareAddress("story")).toBe("/desk/articles/story/history/compare");
});
