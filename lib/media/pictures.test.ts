import { describe, expect, it } from "vitest";
import { cropName, cropPixels, partOf, placedPicture } from "@/lib/media/crops";
import { hazeOf } from "@/lib/media/haze";
import { rightsPacket } from "@/lib/media/rights-packet";
import { offeredWidths, pictureAddress, plannedRenditions, previewOf } from "@/lib/media/sizes";

describe("a picture is offered", () => {
  it.each([
    [6000, [480, 960, 1600, 2400]],
    [2400, [480, 960, 1600, 2400]],
    [2000, [480, 960, 1600, 2000]],
    [1800, [480, 960, 1600]],
    [1200, [480, 960, 1200]],
    [1000, [480, 960]],
    [700, [480, 700]],
    [300, [300]],
  ])("from %i pixels across in %j, never wider than it is", (width, widths) => {
    expect(offeredWidths(width)).toEqual(widths);
  });

  it("at once in one size that it is offered in anyway", () => {
    for (const width of [200, 300, 480, 500, 700, 960, 1100, 5000]) expect(offeredWidths(width)).toContain(previewOf(width));
    expect(previewOf(5000)).toBe(960);
  });

  it("in three formats, and as the JPEG that cards name", () => {
    const planned = plannedRenditions(2000);
    expect(planned).toHaveLength(13);
    expect(planned).toContainEqual({ format: "jpeg", width: 1200 });
    expect(plannedRenditions(1100)).toContainEqual({ format: "jpeg", width: 1100 });
  });

  it("at an address that says its width, its format and its part", () => {
    expect(pictureAddress("id", 960, "jpeg")).toBe("/media/id/960.jpg");
    expect(pictureAddress("id", 960, "avif", "c0-0-500-500")).toBe("/media/id/c0-0-500-500/960.avif");
  });
});

describe("a crop", () => {
  it("has a name that stands for its pixels", () => {
    const name = cropName({ x: 0.1, y: 0.25, width: 0.5, height: 0.75 });
    expect(name).toBe("c100-250-500-750");
    expect(cropPixels(name ?? "", { width: 1000, height: 400 })).toEqual({ left: 100, top: 100, width: 500, height: 300 });
  });

  it("of everything is none", () => {
    expect(cropName({ x: 0, y: 0, width: 1, height: 1 })).toBeNull();
    expect(cropName(null)).toBeNull();
  });

  it("never reaches beyond the picture, however it was rounded", () => {
    const name = cropName({ x: 0.3335, y: 0.6666, width: 0.6665, height: 0.3334 }) ?? "";
    for (const size of [{ width: 333, height: 777 }, { width: 1, height: 1 }, { width: 8191, height: 3 }]) {
      const part = cropPixels(name, size);
      expect(part && part.left + part.width <= size.width && part.top + part.height <= size.height && part.width > 0 && part.height > 0).toBe(true);
    }
  });

  it.each(["", "c0-0-0-10", "c900-0-200-100", "../../etc", "c1-2-3", "c-1-0-5-5"])("is not %j", (name) => {
    expect(cropPixels(name, { width: 100, height: 100 })).toBeNull();
  });

  it("is shown once it has been made, the whole picture until then", () => {
    const picture = { width: 2000, height: 1000, whole: { width: 2000, height: 1000 }, widths: [480, 960, 1600, 2000], crops: [] as string[], crop: null };
    expect(partOf(picture, "c0-0-500-1000")).toBe(picture);
    expect(partOf({ ...picture, crops: ["c0-0-500-1000"] }, "c0-0-500-1000")).toMatchObject({ width: 1000, height: 1000, widths: [480, 960], crop: "c0-0-500-1000" });
  });
});

describe("a picture as it was placed", () => {
  const picture = { width: 2000, height: 1000, whole: { width: 2000, height: 1000 }, widths: [480, 960, 1600, 2000], crops: [] as string[], crop: null, focal: null };
  const how = { crop: { x: 0.5, y: 0, width: 0.5, height: 1 }, focal: { x: 0.75, y: 0.2 } };

  it("is its part, with the point as one of the part; the whole with its own point until the part is made", () => {
    expect(placedPicture({ ...picture, crops: ["c500-0-500-1000"] }, how)).toMatchObject({ width: 1000, height: 1000, whole: { width: 2000, height: 1000 }, crop: "c500-0-500-1000", focal: { x: 0.5, y: 0.2 } });
    expect(placedPicture(picture, how)).toMatchObject({ width: 2000, crop: null, focal: { x: 0.75, y: 0.2 } });
  });
});

describe("the haze of a picture", () => {
  it("is a bitmap of twelve cells in its colours", () => {
    // An upright one, from its author's examples.
    const haze = hazeOf("1QcSHQRnh493V4dIh4eXh1h4kJUI") ?? "";
    expect(haze).toMatch(/^data:image\/bmp;base64,Qk/);
    expect(haze.length).toBeLessThan(130);
    const file = Buffer.from(haze.split(",")[1] ?? "", "base64");
    expect([file.readUInt16LE(18), file.readUInt16LE(20), file.readUInt32LE(2)]).toEqual([3, 4, file.length]);
  });

  it("is left out where there is no hash, or none that can be read", () => {
    expect(hazeOf("")).toBeNull();
    expect(hazeOf("%%%")).toBeNull();
    expect(hazeOf("AA==")).toBeNull();
  });
});

describe("the rights that go out with a picture", () => {
  it("are its maker, its credit and its copyright, whatever signs they hold", () => {
    const packet = rightsPacket({ creator: "Ana <Ruiz>", credit: 'The "Halyard" & Co', copyright: "© 2026" }) ?? "";
    expect(packet).toContain("<rdf:li>Ana &lt;Ruiz&gt;</rdf:li>");
    expect(packet).toContain('photoshop:Credit="The &quot;Halyard&quot; &amp; Co"');
    expect(packet).toContain("© 2026");
  });

  it("are left out where nobody is named", () => {
    expect(rightsPacket({ creator: "", credit: "", copyright: "" })).toBeNull();
  });
});
