import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { reservedSegments } from "@/lib/kernel/slug";
import { firstSections } from "@/lib/sections/first-sections";
import { sectionSlugProblem } from "@/lib/sections/section";

/** The first parts of addresses that the pages and routes themselves have. */
function ownSegments(folder = "app"): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[_[]/.test(entry.name))
    .flatMap((entry) => (entry.name.startsWith("(") ? ownSegments(`${folder}/${entry.name}`) : entry.name));
}

it("no section can take an address that a page of the program has", () => {
  const own = ownSegments().filter((segment) => !segment.includes("."));
  expect(own.length).toBeGreaterThan(10);
  for (const segment of own) expect(reservedSegments, segment).toContain(segment);
});

it.each([
  ["", "needs a letter"],
  ["Town", "small letters"],
  ["the town", "We suggest “the-town”"],
  ["-", "We suggest “news”"],
  ["desk", "belongs to the program"],
  ["town/quays", "small letters"],
])("“%s” is no address of a section, and the reason is said", (slug, reason) => {
  expect(sectionSlugProblem(slug)).toContain(reason);
});

it.each(["town", "north-end", "کتاب"])("“%s” is an address of a section", (slug) => {
  expect(sectionSlugProblem(slug)).toBeNull();
});

it("the first sections of a new paper could all be opened", () => {
  expect(firstSections.map((section) => section.name)).toEqual(["News", "Opinion", "Culture", "Sport"]);
  for (const { slug } of firstSections) expect(sectionSlugProblem(slug)).toBeNull();
});
