import sharp from "sharp";
import { expect, it } from "vitest";
import { makePicture } from "@/lib/media/picture";

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#345" } }).png().toBuffer();

it("a picture of 40 megapixels is refused with a sentence that says how many it may have", async () => {
  const made = await makePicture(await plain(8000, 5000));
  expect(made.ok ? null : made.failure).toMatchObject({ reason: "too_many_pixels", fields: { file: expect.stringMatching(/has 40 megapixels.*fewer than 40/) } });
});

it("a picture of a camera is encoded anew in every width", async () => {
  const made = await makePicture(await plain(2400, 1600));
  expect(made.ok && made.value.renditions.map(({ format, width }) => `${format} ${width}`)).toEqual(["webp 480", "webp 960", "webp 1600", "jpeg 1200"]);
});
