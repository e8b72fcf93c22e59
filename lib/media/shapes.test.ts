import { expect, it } from "vitest";
import { cropPixels } from "@/lib/media/crops";
import { pagePart, shapeNames, shapeOf, shapes } from "@/lib/media/shapes";

const sizes = [
  { width: 2400, height: 1600 },
  { width: 1333, height: 2000 },
  { width: 4000, height: 900 },
];

it.each(sizes)("has each shape to within a pixel or two, as large as the picture allows: $width × $height", (picture) => {
  for (const shape of shapeNames)
    for (const focal of [null, { x: 0, y: 0 }, { x: 1, y: 1 }, { x: 0.9, y: 0.2 }]) {
      const { crop } = shapeOf(picture, shape, focal);
      const part = crop ? cropPixels(crop, picture) : { ...picture, left: 0, top: 0 };
      expect(part, `${shape} ${crop}`).not.toBeNull();
      if (!part) continue;
      expect(Math.abs(part.width / part.height / shapes[shape] - 1)).toBeLessThan(0.01);
      expect(part.width === picture.width || part.height === picture.height).toBe(true);
    }
});

it("keeps the point in sight, and the whole picture where it has the shape already", () => {
  expect(shapeOf({ width: 2000, height: 1000 }, "square", { x: 0.8, y: 0.5 }).crop).toBe("c500-0-500-1000");
  expect(shapeOf({ width: 2000, height: 1000 }, "square", { x: 0.4, y: 0.5 }).crop).toBe("c150-0-500-1000");
  expect(shapeOf({ width: 1600, height: 900 }, "wide", { x: 0, y: 0 })).toEqual({ crop: null, width: 1200, height: 675 });
});

it("makes a social card of 1200 × 630, give or take the row that thousandths cost", () => {
  const { width, height } = shapeOf({ width: 2400, height: 1600 }, "card", null);
  expect(width).toBe(1200);
  expect(Math.abs(height - 630)).toBeLessThanOrEqual(1);
});

it("is cut from the part that is shown, where that is not the whole: nothing from outside it comes back", () => {
  const whole = { width: 2000, height: 1000 };
  for (const shape of shapeNames)
    for (const focal of [null, { x: 0, y: 0 }, { x: 1, y: 1 }]) {
      const { crop } = shapeOf(whole, shape, focal, "c500-100-400-800");
      const part = cropPixels(crop ?? "", whole);
      expect(part, `${shape} ${crop}`).not.toBeNull();
      if (!part) continue;
      expect(part.left >= 999 && part.left + part.width <= 1801 && part.top >= 99 && part.top + part.height <= 901, `${shape} ${crop}`).toBe(true);
      expect(Math.abs(part.width / part.height / shapes[shape] - 1)).toBeLessThan(0.01);
    }
  expect(shapeOf(whole, "square", null, "c500-0-500-1000")).toEqual({ crop: "c500-0-500-1000", width: 1000, height: 1000 });
});

it("is cut for pages only where the browser would throw away too much of the whole, and in no width that it has not", () => {
  const photograph = { width: 2400, height: 1600 };
  expect(pagePart(photograph, "square", { x: 0.8, y: 0.5 })).toMatchObject({ height: 1600, widths: [480] });
  expect([pagePart(photograph, "standard", null), pagePart(photograph, "wide", null)]).toEqual([null, null]);
  expect(pagePart({ width: 1600, height: 2400 }, "wide", null)).toMatchObject({ width: 1600, widths: [960, 1600] });
  expect(pagePart({ width: 4000, height: 900 }, "standard", null)).toMatchObject({ height: 900, widths: [480, 960] });
  expect(pagePart({ width: 600, height: 300 }, "square", null), "too small to be worth it").toBeNull();
  expect(pagePart(photograph, "square", null, "c0-0-667-1000"), "the part that is shown has the shape").toBeNull();
});
