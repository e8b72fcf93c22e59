import sharp from "sharp";
import { expect, it } from "vitest";
import { judgePicture } from "@/lib/media/picture";

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#345" } }).png().toBuffer();

it("a picture of 40 megapixels is refused with a sentence that says how many it may have", async () => {
  const judged = await judgePicture(await plain(8000, 5000));
  expect(judged.ok ? null : judged.failure).toMatchObject({ reason: "too_many_pixels", fields: { file: expect.stringMatching(/has 40 megapixels.*fewer than 40/) } });
});

it("a picture of a camera is taken, with its size", async () => {
  const judged = await judgePicture(await plain(2400, 1600));
  expect(judged.ok && [judged.value.width, judged.value.height]).toEqual([2400, 1600]);
});
