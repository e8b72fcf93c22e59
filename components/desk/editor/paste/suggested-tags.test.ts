import { expect, it } from "vitest";
import { suggestedTags } from "@/components/desk/editor/paste/suggested-tags";

it("a wire's keywords are offered once each, as other stories spell them, without shouting", () => {
  expect(suggestedTags(["HARBOUR", "harbour", "night  ferries", "NATO", "port ellery", "  "], ["Night Ferries"])).toEqual(["Harbour", "Night Ferries", "NATO", "port ellery"]);
  expect(suggestedTags(Array.from({ length: 40 }, (_, number) => `Word ${number}`), [])).toHaveLength(12);
  expect(suggestedTags(["x".repeat(200)], [])[0]?.length).toBeLessThanOrEqual(60);
});
