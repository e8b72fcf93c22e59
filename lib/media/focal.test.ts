import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { focalClasses, focalOfWhole, focalPosition, focalWithin } from "@/lib/media/focal";

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

describe("the point of a picture that is cropped", () => {
  const crop = { x: 0.2, y: 0, width: 0.5, height: 0.8 };

  it("is a point of the part, and the same one when it is kept", () => {
    expect(focalWithin({ x: 0.3, y: 0.4 }, crop)).toEqual({ x: 0.2, y: 0.5 });
    expect(focalOfWhole({ x: 0.2, y: 0.5 }, crop)).toEqual({ x: 0.3, y: 0.4 });
  });

  it("is the nearest that the part has, where it lies outside", () => {
    expect(focalWithin({ x: 0.1, y: 0.9 }, crop)).toEqual({ x: 0, y: 1 });
  });

  it("is what it was where there is no crop, and none where none was chosen", () => {
    expect(focalWithin({ x: 0.3, y: 0.4 }, null)).toEqual({ x: 0.3, y: 0.4 });
    expect(focalOfWhole({ x: 0.3, y: 0.4 }, null)).toEqual({ x: 0.3, y: 0.4 });
    expect(focalWithin(null, crop)).toBeNull();
  });
});
