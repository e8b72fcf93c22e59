import { expect, it } from "vitest";
import { publishChecks } from "@/lib/articles/checks";
import { isUnwritten } from "@/lib/articles/unwritten";
import { emptyStory } from "@/lib/content/document";

const surroundings = { self: "0190b5a0-0000-7000-8000-00000000000a", slugTaken: false, sectionExists: false, claimedSlug: null, blockingNotes: [], letters: [], rules: [], topics: [], portrayed: new Set<string>(), knownTags: new Set<string>(), targets: { pictures: new Map(), stories: new Set<string>(), waiting: new Set<string>(), addresses: new Map(), embeds: new Map(), corrections: new Map() } };

it("takes a story for unwritten until it has a headline or a text", () => {
  expect(isUnwritten(publishChecks(emptyStory(), surroundings))).toBe(true);
  expect(isUnwritten(publishChecks({ ...emptyStory(), headline: "The last boat" }, surroundings))).toBe(false);
});
