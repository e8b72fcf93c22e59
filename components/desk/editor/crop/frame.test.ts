import { describe, expect, it } from "vitest";
import { canBe, coverOf, frameInWords, moved, pixelsOf, pulled, shaped, shapeOf, shapes, sized, wholePicture } from "@/components/desk/editor/crop/frame";
import { cropBox } from "@/lib/content/stored/figure";
import { shownWidths } from "@/lib/media/limits";

const landscape = { width: 2000, height: 1000 };
const upright = { width: 1200, height: 1800 };
const middle = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };

describe("a frame's shape", () => {
  it.each([
    [landscape, "16:9", { x: 0.056, y: 0, width: 0.889, height: 1 }],
    [landscape, "1:1", { x: 0.25, y: 0, width: 0.5, height: 1 }],
    [landscape, "own", wholePicture],
    [upright, "4:5", { x: 0, y: 0.083, width: 1, height: 0.833 }],
    [upright, "3:2", { x: 0, y: 0.278, width: 1, height: 0.444 }],
  ] as const)("of %j as %s is the largest there is", (picture, shape, frame) => {
    expect(shaped(wholePicture, shape, picture)).toEqual(frame);
    expect(shapeOf(frame, picture)).toBe(shape);
  });

  it("is taken around what was in the frame, and a free one takes what is there", () => {
    expect(shaped({ x: 0.8, y: 0.2, width: 0.2, height: 0.5 }, "1:1", landscape)).toEqual({ x: 0.5, y: 0, width: 0.5, height: 1 });
    expect(shaped(middle, "free", landscape)).toBe(middle);
    expect(shapeOf({ x: 0, y: 0, width: 0.7, height: 0.2 }, landscape)).toBe("free");
  });

  it("is kept to a thousandth of the picture, whatever is done", () => {
    for (const shape of shapes.filter((one) => one !== "free" && one !== "own")) {
      const [across = 1, down = 1] = shape.split(":").map(Number);
      for (let frame = shaped(wholePicture, shape, upright), turn = 0; turn < 30; turn++) {
        frame = turn % 3 === 0 ? sized(frame, shape, upright, -0.03, 0) : turn % 3 === 1 ? pulled(frame, shape, upright, { right: turn % 2 === 0, bottom: turn % 4 < 2 }, { x: 0.7, y: 0.6 }) : moved(frame, 0.02, -0.02);
        const pixels = pixelsOf(frame, upright);
        expect(Math.abs(pixels.width - (pixels.height * across) / down)).toBeLessThanOrEqual(3);
        expect(pixels.width).toBeGreaterThanOrEqual(shownWidths.least);
        expect(cropBox.safeParse(frame).success).toBe(true);
      }
    }
  });
});

describe("a frame", () => {
  it("moves as far as there is picture", () => {
    expect(moved(middle, 0.1, -0.1)).toEqual({ ...middle, x: 0.35, y: 0.15 });
    expect(moved(middle, 3, -3)).toEqual({ ...middle, x: 0.5, y: 0 });
  });

  it("is never less than 460 pixels of the original across, nor more than the picture", () => {
    const least = sized(middle, "free", landscape, -2, -2);
    expect(least).toEqual({ x: 0.25, y: 0.25, width: 0.23, height: 0.1 });
    expect(pixelsOf(least, landscape).width).toBe(460);
    expect(sized(middle, "free", landscape, 2, 2)).toEqual(wholePicture);
    expect(sized({ x: 0.5, y: 0.5, width: 0.5, height: 0.5 }, "own", landscape, 0, 0.1)).toEqual({ x: 0.4, y: 0.4, width: 0.6, height: 0.6 });
    for (const width of [461, 463, 999, 1357]) expect(pixelsOf(sized(wholePicture, "free", { width, height: 900 }, -1, 0), { width, height: 900 }).width).toBeGreaterThanOrEqual(460);
  });

  it("keeps the opposite corner where one is pulled", () => {
    expect(pulled(middle, "free", landscape, { right: true, bottom: true }, { x: 0.9, y: 0.5 })).toEqual({ x: 0.25, y: 0.25, width: 0.65, height: 0.25 });
    expect(pulled(middle, "free", landscape, { right: false, bottom: false }, { x: -4, y: -4 })).toEqual({ x: 0, y: 0, width: 0.75, height: 0.75 });
    expect(pulled(middle, "own", landscape, { right: false, bottom: true }, { x: 0.05, y: 0.1 })).toEqual({ x: 0.05, y: 0.25, width: 0.7, height: 0.7 });
    expect(pulled(middle, "free", landscape, { right: true, bottom: true }, { x: 0, y: 0 })).toEqual({ x: 0.25, y: 0.25, width: 0.23, height: 0.1 });
  });

  it("of a picture that has nothing to lose across keeps its width, and refuses shapes that would take of it", () => {
    const small = { width: 400, height: 300 };
    expect(sized(wholePicture, "free", small, -0.5, -0.5)).toEqual({ x: 0, y: 0, width: 1, height: 0.5 });
    expect(shapes.filter((shape) => !canBe(shape, small))).toEqual(["1:1", "4:5"]);
    expect(shapes.every((shape) => canBe(shape, landscape))).toBe(true);
  });

  it("is told in pixels and hundredths, with a word where it is small", () => {
    expect(frameInWords({ x: 0.1, y: 0.2, width: 0.8, height: 0.5 }, landscape)).toBe("1,600 by 500 pixels, 10 % from the left, 20 % from the top.");
    expect(frameInWords(middle, landscape)).toBe("1,000 by 500 pixels, 25 % from the left, 25 % from the top. From 1,200 pixels across on it is sharp everywhere.");
    expect(frameInWords(wholePicture, landscape)).toBe("The whole picture, 2,000 by 1,000 pixels.");
  });
});

it("what a layout shows of a part lies in it, around the point that stays in sight", () => {
  expect(coverOf(middle, landscape, 1, { x: 0, y: 0.5 })).toEqual({ x: 0.25, y: 0.25, width: 0.25, height: 0.5 });
  expect(coverOf(middle, landscape, 1, { x: 1, y: 0.5 })).toEqual({ x: 0.5, y: 0.25, width: 0.25, height: 0.5 });
  expect(coverOf(middle, landscape, 4, { x: 0.5, y: 1 })).toEqual({ x: 0.25, y: 0.5, width: 0.5, height: 0.25 });
});
