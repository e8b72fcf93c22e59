import fc from "fast-check";
import { expect, it } from "vitest";
import { readCropBox, readFocalPoint } from "@/lib/content/blocks/picture-part";
import { cropBox, focalPoint } from "@/lib/content/stored/figure";

const number = fc.oneof(fc.double({ min: -0.2, max: 1.2, noNaN: true }), fc.constantFrom(0, 0.1, 0.5, 0.9, 1, "0.5", null, true));
const shares = (names: string[]) => fc.oneof({ weight: 4, arbitrary: fc.record(Object.fromEntries(names.map((name) => [name, number]))) }, { weight: 1, arbitrary: fc.dictionary(fc.constantFrom("x", "y", "width", "height", "z"), number) }, { weight: 1, arbitrary: fc.jsonValue() });

it("reads exactly the points that may be stored", () => {
  fc.assert(fc.property(shares(["x", "y"]), (raw) => void expect(readFocalPoint(JSON.stringify(raw))).toEqual(focalPoint.safeParse(JSON.parse(JSON.stringify(raw))).data ?? null)));
});

it("reads exactly the parts that may be stored", () => {
  fc.assert(fc.property(shares(["x", "y", "width", "height"]), (raw) => void expect(readCropBox(JSON.stringify(raw))).toEqual(cropBox.safeParse(JSON.parse(JSON.stringify(raw))).data ?? null)));
  expect(readCropBox('{"x":0.25,"y":0,"width":0.5,"height":1}')).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 });
});

it("takes what is no JSON for nothing", () => {
  expect(readFocalPoint("0.5 0.5")).toBeNull();
});
