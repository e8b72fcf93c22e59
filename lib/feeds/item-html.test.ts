import { expect, it } from "vitest";
import { blockHtml } from "@/lib/feeds/item-html";

const assetId = "0190b5a0-0000-7000-8000-00000000000a";
const html = (crops: string[]) => {
  const picture = { id: assetId, width: 2000, height: 1000, whole: { width: 2000, height: 1000 }, widths: [480, 960, 1600, 2000], thumbHash: "", crops, crop: null, focal: null, alt: "", caption: "", credit: "" };
  const material = { pictures: new Map([[assetId, picture]]), stories: new Map(), embeds: new Map() };
  return blockHtml({ type: "figure", attrs: { assetId, alt: "A boat", crop: { x: 0, y: 0, width: 0.5, height: 1 } } }, { origin: "https://paper.example", material, language: "en" } as Parameters<typeof blockHtml>[1]);
};

it("shows the part of a picture that a story shows, and the whole as long as the part is not made", () => {
  expect(html([])).toBe(`<figure><img src="https://paper.example/media/${assetId}/1200.jpg" alt="A boat"/></figure>`);
  expect(html(["c0-0-500-1000"])).toBe(`<figure><img src="https://paper.example/media/${assetId}/c0-0-500-1000/1200.jpg" alt="A boat"/></figure>`);
});
