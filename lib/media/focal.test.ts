import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { focalClasses, focalPosition } from "@/lib/media/focal";

it.each([
  [null, [], "50% 50%"],
  [{ x: 0.5, y: 0.5 }, [], "50% 50%"],
  [{ x: 0.54, y: 0.46 }, [], "50% 50%"],
  [{ x: 0, y: 0.5 }, ["fx0"], "0% 50%"],
  [{ x: 0.26, y: 1 }, ["fx3", "fy10"], "30% 100%"],
])("keeps %j in sight by %j", (focal, classes, position) => {
  expect(focalClasses(focal)).toEqual(classes);
  expect(focalPosition(focal)).toBe(position);
});

it("is known to the readers' style sheet in every step", () => {
  const sheet = readFileSync("components/reader/reader.css", "utf8");
  for (const axis of ["x", "y"]) for (const tenth of [0, 1, 2, 3, 4, 6, 7, 8, 9, 10]) expect(sheet).toContain(`.f${axis}${tenth} { --f${axis}: ${tenth * 10}%; }`);
});
