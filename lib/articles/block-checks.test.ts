import { expect, it } from "vitest";
import { blockChecks } from "@/lib/articles/block-checks";
import type { CropBox } from "@/lib/content/stored/figure";

const assetId = "0190b5a0-0000-7000-8000-00000000000a";
const found = (crop: CropBox | null, caption = "x") => {
  const figure = { type: "figure" as const, attrs: { id: "ffffffffff", assetId, alt: "A boat", crop }, content: [{ type: "text" as const, text: caption }] };
  const targets = { pictures: new Map([[assetId, { width: 1600, credit: "Ana Ruiz", alt: "" }]]), stories: new Set<string>(), waiting: new Set<string>(), addresses: new Map(), embeds: new Map(), corrections: new Map() };
  return blockChecks({ type: "doc", content: [figure] }, { self: "0190b5a0-0000-7000-8000-00000000000a", slugTaken: false, sectionExists: true, claimedSlug: null, targets }).map(({ level, message }) => `${level}: ${message}`);
};

it.each([
  [null, []],
  [{ x: 0.1, y: 0, width: 0.8, height: 1 }, []],
  [{ x: 0, y: 0, width: 0.5, height: 1 }, ["warn: A picture of 800 pixels across, as it is cropped"]],
  [{ x: 0, y: 0, width: 0.2, height: 1 }, ["stop: A picture of 320 pixels across, as it is cropped"]],
])("judges a picture by the part of it that is shown: %j", (crop, checks) => {
  expect(found(crop)).toEqual(checks);
});

it("warns of a caption that is a text of its own", () => {
  expect(found(null, "x".repeat(600))).toEqual([]);
  expect(found(null, "x".repeat(601))).toEqual(["warn: A caption longer than 600 characters"]);
});
