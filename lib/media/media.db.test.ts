import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { events, mediaAssets, publicArticles } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { testEnv } from "@/db/testing/env";
import { somebody, someContent, someSection } from "@/db/testing/factories";
import { gateSurroundings } from "@/lib/articles/check-surroundings";
import { createArticle } from "@/lib/articles/commands/create-article";
import { publishArticle } from "@/lib/articles/commands/publish-article";
import { cardsWhere } from "@/lib/articles/reads/cards";
import { publicMaterial } from "@/lib/articles/reads/material";
import { feedItems } from "@/lib/articles/reads/syndication";
import type { PersonActor } from "@/lib/core/actor";
import { pageTagsOf } from "@/lib/core/page-tags";
import { provide } from "@/lib/kernel/process-store";
import { ok } from "@/lib/kernel/result";
import { addPicture } from "@/lib/media/commands/add-picture";
import { cropPictureSoon } from "@/lib/media/commands/crop-picture-soon";
import { fetchPicture } from "@/lib/media/commands/fetch-picture";
import { describePicture } from "@/lib/media/commands/describe-picture";
import { cropPicture } from "@/lib/media/jobs/crop-picture";
import { cutShapes } from "@/lib/media/jobs/cut-shapes";
import { makeRenditions } from "@/lib/media/jobs/make-renditions";
import { tidyMedia } from "@/lib/media/jobs/tidy-media";
import { pathOf } from "@/lib/media/disk-store";
import { deskPicture } from "@/lib/media/reads/desk-picture";
import { pictureLibrary } from "@/lib/media/reads/library";
import { pictureFile } from "@/lib/media/reads/picture-file";
import { plannedRenditions } from "@/lib/media/sizes";
import { shapeNames, shapeOf } from "@/lib/media/shapes";

const test = useTestDatabase();
const dataDir = mkdtempSync(join(tmpdir(), "standfirst-media-"));
const calm = new AbortController().signal;
let editor: PersonActor;
beforeAll(async () => {
  provide("env", { ...testEnv, dataDir });
  editor = await somebody("editor");
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** A photograph with everything in it that a camera and an agency write. */
async function photograph({ width = 700, height = 480, orientation = 1 } = {}): Promise<Buffer> {
  const noise = await sharp({ create: { width, height, channels: 3, background: "#2a5d7a", noise: { type: "gaussian", mean: 120, sigma: 2 } } }).png().toBuffer();
  return sharp(noise)
    .jpeg({ quality: 90 })
    .withExif({ IFD0: { Artist: "Exif Artist", ImageDescription: "OLYMPUS DIGITAL CAMERA" }, IFD2: { DateTimeOriginal: "2026:03:04 05:06:07" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "53/1 30/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "8/1 0/1 0/1" } })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/" photoshop:Credit="Halyard Graphics" exif:GPSLatitude="53,30.0N"><dc:creator><rdf:Seq><rdf:li>Ana Ruiz</rdf:li></rdf:Seq></dc:creator><dc:description><rdf:Alt><rdf:li xml:lang="x-default">The 23:40 leaves Lower Quay.</rdf:li></rdf:Alt></dc:description><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Ana Ruiz</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>',
    )
    .withMetadata({ orientation })
    .toBuffer();
}

async function taken(bytes: Uint8Array, originalName = "DSC_0042 a cat.jpg") {
  const added = await addPicture({ bytes, originalName }, { actor: editor });
  if (!added.ok) throw new Error(added.failure.message);
  const assetOf = async () => {
    const [asset] = await appDatabase().select().from(mediaAssets).where(eq(mediaAssets.id, added.value.id));
    if (!asset) throw new Error("There is no such picture.");
    return asset;
  };
  return { ...added.value, assetOf };
}

const jobsFor = (assetId: string) => test.migrator().execute<{ name: string; crop: string | null }>(sql`select name, data ->> 'crop' as crop from jobs.job where data ->> 'assetId' = ${assetId}`);
const tracesOf = async (assetId: string) => (await appDatabase().select().from(events).where(eq(events.subjectId, assetId))).map((event) => event.name);
const nobody = async () => false;
const staff = async () => true;

describe("an upload", () => {
  it("is answered with one size to show, the file's own words, and the rest in the queue", async () => {
    const picture = await taken(await photograph());
    expect(picture).toMatchObject({ width: 700, height: 480, alt: "", caption: "The 23:40 leaves Lower Quay.", credit: "Halyard Graphics", copyright: "© 2026 Ana Ruiz" });
    const asset = await picture.assetOf();
    expect(asset.renditions.map(({ format, width }) => ({ format, width }))).toEqual([{ format: "webp", width: 700 }]);
    expect(asset).toMatchObject({ state: "preparing", creator: "Ana Ruiz", takenOn: "2026-03-04" });
    expect(asset.thumbHash).not.toBe("");
    expect(await jobsFor(picture.id)).toEqual([{ name: "make-renditions", crop: null }]);
  });

  it("never makes an alt text of the file's name or of its caption, nor a caption of what the camera says", async () => {
    const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: "#888" } }).jpeg().withExif({ IFD0: { ImageDescription: "OLYMPUS DIGITAL CAMERA", Artist: "Bo" } }).toBuffer();
    expect(await taken(bytes, "A cat on a wall.jpg")).toMatchObject({ alt: "", caption: "", credit: "Bo" });
  });

  it("keeps the size as the picture is looked at, not as it was held", async () => {
    expect(await taken(await photograph({ width: 900, height: 600, orientation: 6 }))).toMatchObject({ width: 600, height: 900 });
  });

  it("of a picture that lets the page through has no haze", async () => {
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.2 } } }).png().toBuffer();
    expect((await (await taken(bytes)).assetOf()).thumbHash).toBe("");
  });

  it("that the database refuses leaves no file behind", async () => {
    const before = readdirSync(join(dataDir, "media"), { recursive: true }).length;
    const reader = await somebody("reader");
    expect((await addPicture({ bytes: await photograph(), originalName: "x" }, { actor: reader })).ok).toBe(false);
    // The folder of its sizes may stay, empty.
    const after = readdirSync(join(dataDir, "media"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
    expect(after).toBeLessThan(before);
    expect(readdirSync(join(dataDir, "media", "originals"))).not.toContain(expect.stringContaining(".new"));
  });

  it.each([
    ["a bomb of 1.6 gigapixels", async () => bomb(40_000, 40_000), "1600 megapixels"],
    ["51 megapixels", async () => bomb(7200, 7100), "51 megapixels"],
    ["a picture cut short", async () => (await photograph()).subarray(0, 9_000), "damaged"],
    ["an SVG that calls itself a PNG", async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), "not a picture"],
    ["an animation", async () => Buffer.from("R0lGODlhAQABAAAAACw=", "base64"), "not a picture"],
    ["nothing", async () => Buffer.alloc(0), "not a picture"],
  ])("refuses %s with a sentence", async (_, bytes, sentence) => {
    const added = await addPicture({ bytes: await bytes(), originalName: "x.png" }, { actor: editor });
    expect(added.ok ? "" : added.failure.message).toContain(sentence);
  });

  it("takes or refuses bit-flipped pictures, and goes on", async () => {
    const sound = await photograph({ width: 320, height: 240 });
    for (let round = 0; round < 60; round++) {
      const bytes = Buffer.from(sound);
      for (let flips = 0; flips <= round % 7; flips++) bytes[(round * 2_654_435_761 + flips * 40_503) % bytes.length] = (round * 31 + flips) % 256;
      const added = await addPicture({ bytes, originalName: "x" }, { actor: editor });
      expect(added.ok || added.failure.message.length > 10).toBe(true);
    }
  });
});

/** A PNG that is tiny on the way and huge in memory: its header alone. */
async function bomb(width: number, height: number): Promise<Buffer> {
  const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#000" } }).png().toBuffer();
  small.writeUInt32BE(width, 16);
  small.writeUInt32BE(height, 20);
  small.writeUInt32BE(crc32(small.subarray(12, 29)), 29);
  return small;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

describe("the sizes of a picture", () => {
  it("are made once, however often the job runs, and hold the maker's name but no place", async () => {
    const picture = await taken(await photograph());
    await Promise.all([makeRenditions.run({ assetId: picture.id }, calm), makeRenditions.run({ assetId: picture.id }, calm)]);
    await makeRenditions.run({ assetId: picture.id }, calm);
    const asset = await picture.assetOf();
    expect(asset.state).toBe("ready");
    const named = asset.renditions.map(({ format, width }) => `${format} ${width}`).sort();
    expect(named).toEqual(plannedRenditions(700).map(({ format, width }) => `${format} ${width}`).sort());
    expect((await tracesOf(picture.id)).filter((name) => name === "media.prepared")).toHaveLength(1);
    for (const { key, width, bytes, format } of asset.renditions) {
      const file = readFileSync(pathOf(key));
      const read = await sharp(file).metadata();
      expect({ width: read.width, size: file.length, format: read.format === "heif" ? "avif" : read.format }).toEqual({ width, size: bytes, format });
      expect(read.exif).toBeUndefined();
      expect(read.xmpAsString).toContain("Ana Ruiz");
      for (const secret of ["GPS", "Exif\0", "53,30", "OLYMPUS"]) expect(file.includes(secret), `${key} holds ${secret}`).toBe(false);
    }
    expect(readdirSync(join(dataDir, "media"), { recursive: true }).filter((name) => String(name).endsWith(".new"))).toEqual([]);
  });

  it("that cannot be made are marked on the picture, which goes on being shown", async () => {
    const picture = await taken(await photograph({ width: 500, height: 400 }));
    writeFileSync(pathOf((await picture.assetOf()).originalKey), "rotten");
    await makeRenditions.run({ assetId: picture.id }, calm);
    expect((await picture.assetOf()).state).toBe("failed");
    expect(await tracesOf(picture.id)).toContain("media.failed");
    expect(await pictureFile(`${picture.id}/480.avif`, staff)).toMatchObject({ type: "image/webp", final: false });
  });

  it("are given up with a mark when every try has failed", async () => {
    const picture = await taken(await photograph({ width: 300, height: 200 }));
    await makeRenditions.giveUp({ assetId: picture.id });
    await makeRenditions.giveUp({ assetId: picture.id });
    expect((await picture.assetOf()).state).toBe("failed");
    expect((await tracesOf(picture.id)).filter((name) => name === "media.failed")).toHaveLength(1);
  });

  it("are tried again when the renderer is stopped in the middle", async () => {
    const picture = await taken(await photograph({ width: 300, height: 200 }));
    await expect(makeRenditions.run({ assetId: picture.id }, AbortSignal.abort())).rejects.toThrow();
    expect((await picture.assetOf()).state).toBe("preparing");
  });

  it("of a picture that is gone are nobody's business", async () => {
    await expect(makeRenditions.run({ assetId: "0190b5a0-0000-7000-8000-000000000009" }, calm)).resolves.toBeUndefined();
  });
});

describe("an address of a picture", () => {
  it("is answered with the preview until the sizes are there, then with what it names; never to strangers", async () => {
    const picture = await taken(await photograph());
    expect(await pictureFile(`${picture.id}/700.avif`, nobody)).toBeNull();
    expect(await pictureFile(`${picture.id}/700.avif`, staff)).toMatchObject({ type: "image/webp", public: false, final: false });
    await makeRenditions.run({ assetId: picture.id }, calm);
    expect(await pictureFile(`${picture.id}/480.avif`, staff)).toMatchObject({ type: "image/avif", key: `renditions/${picture.id}/480.avif`, final: true });
    expect(await pictureFile(`${picture.id}/1200.jpg`, staff)).toMatchObject({ type: "image/jpeg", key: `renditions/${picture.id}/700.jpg` });
    expect(await pictureFile(`${picture.id}/2400.webp`, staff)).toMatchObject({ key: `renditions/${picture.id}/700.webp` });
    expect(await pictureFile(`${picture.id}/700.avif`, staff, 480), "for whoever spares data").toMatchObject({ key: `renditions/${picture.id}/480.avif` });
    for (const odd of [`${picture.id}/960.png`, `${picture.id}/../originals`, `${picture.id}/c0-0-500-500/960.webp`, `originals/${picture.id}`, `${picture.id}/99999.webp`]) expect(await pictureFile(odd, staff)).toBeNull();
  });
});

describe("a part of a picture", () => {
  it("is made when a story that shows it is published, upright and exact, and the story's page then shows it", async () => {
    const section = await someSection();
    const picture = await taken(await photograph({ width: 900, height: 600, orientation: 6 }));
    const figure = { type: "figure" as const, attrs: { assetId: picture.id, alt: "A wall", credit: "Ana Ruiz", crop: { x: 0.1, y: 0.2, width: 0.8, height: 0.4 } } };
    const content = someContent(section.id);
    const created = await createArticle.execute({ content: { ...content, body: { type: "doc", content: [...content.body.content, figure] } } }, { actor: editor });
    if (!created.ok) throw new Error(created.failure.message);
    const published = await publishArticle.execute({ articleId: created.value.id, version: 1 }, { actor: editor });
    expect(published.ok).toBe(true);
    expect(await jobsFor(picture.id)).toContainEqual({ name: "crop-picture", crop: "c100-200-800-400" });
    await cropPicture.run({ assetId: picture.id, crop: "c100-200-800-400" }, calm);
    await cropPicture.run({ assetId: picture.id, crop: "c100-200-800-400" }, calm);
    const parts = (await picture.assetOf()).renditions.filter((one) => one.crop);
    expect(parts).toHaveLength(3);
    for (const { width, height } of parts) expect({ width, height }).toEqual({ width: 480, height: 360 });
    expect(await pictureFile(`${picture.id}/c100-200-800-400/480.avif`, nobody)).toMatchObject({ type: "image/avif", public: true });
    const prepared = (await appDatabase().select().from(events).where(eq(events.subjectId, picture.id))).filter((event) => event.name === "media.prepared");
    expect(prepared).toHaveLength(1);
    expect(prepared.flatMap(pageTagsOf)).toEqual([`article:${created.value.id}`]);
    const { pictures } = await publicMaterial([{ type: "doc", content: [figure] }]);
    expect(pictures.get(picture.id)?.crops).toEqual(["c100-200-800-400"]);
    expect((await deskPicture(editor, picture.id))?.crops).toEqual(["c100-200-800-400"]);
  });

  it("is cut of a lead picture in every shape that machines show, around its point, in the very size that pages name", async () => {
    const section = await someSection();
    const picture = await taken(await photograph({ width: 900, height: 600 }));
    const focal = { x: 0.9, y: 0.5 };
    const created = await createArticle.execute({ content: someContent(section.id, { lead: { assetId: picture.id, alt: "A wall", caption: "", credit: "Ana Ruiz", focal } }) }, { actor: editor });
    if (!created.ok) throw new Error(created.failure.message);
    expect((await publishArticle.execute({ articleId: created.value.id, version: 1 }, { actor: editor })).ok).toBe(true);
    expect(await jobsFor(picture.id)).toContainEqual(expect.objectContaining({ name: "cut-shapes" }));
    await cutShapes.run({ assetId: picture.id, focal }, calm);
    await cutShapes.run({ assetId: picture.id, focal }, calm);
    const made = (await picture.assetOf()).renditions.filter((one) => one.crop).map(({ crop, width, height, format }) => ({ crop, width, height, format }));
    const square = shapeOf({ width: 900, height: 600 }, "square", focal);
    // 4:3 and 16:9 are so near that the browser cuts them from the whole.
    const forPages = [{ crop: square.crop, width: 480, height: 480, format: "avif" }];
    expect(made).toEqual([...shapeNames.map((shape) => ({ ...shapeOf({ width: 900, height: 600 }, shape, focal), format: "jpeg" })), ...forPages]);
    expect((await cardsWhere(eq(publicArticles.id, created.value.id), 1))[0]?.picture?.pageCrops).toEqual([square.crop]);
    expect(await pictureFile(`${picture.id}/${made[0]?.crop}/1200.jpg`, nobody)).toMatchObject({ type: "image/jpeg", public: true });
  });

  it("is made of a lead picture too, with the shapes of that part, and cards then show it", async () => {
    const section = await someSection();
    const picture = await taken(await photograph({ width: 900, height: 600 }));
    const lead = { assetId: picture.id, alt: "A wall", caption: "", credit: "Ana Ruiz", focal: { x: 0.25, y: 0.5 }, crop: { x: 0, y: 0, width: 0.6, height: 1 } };
    const created = await createArticle.execute({ content: someContent(section.id, { slug: "cropped-lead", lead }) }, { actor: editor });
    if (!created.ok) throw new Error(created.failure.message);
    expect((await publishArticle.execute({ articleId: created.value.id, version: 1 }, { actor: editor })).ok).toBe(true);
    expect(await jobsFor(picture.id)).toContainEqual({ name: "crop-picture", crop: "c0-0-600-1000" });
    const shown = async () => (await cardsWhere(eq(publicArticles.id, created.value.id), 1))[0]?.picture;
    expect(await shown()).toMatchObject({ width: 900, crop: null, focal: { x: 0.25, y: 0.5 } });
    await cropPicture.run({ assetId: picture.id, crop: "c0-0-600-1000" }, calm);
    await cutShapes.run({ assetId: picture.id, focal: lead.focal, crop: lead.crop }, calm);
    expect(await shown()).toMatchObject({ width: 540, height: 600, widths: [480], crop: "c0-0-600-1000", focal: { x: 0.417, y: 0.5 } });
    const renditions = (await picture.assetOf()).renditions;
    const square = shapeOf({ width: 900, height: 600 }, "square", { x: 0.417, y: 0.5 }, "c0-0-600-1000");
    expect(renditions.find((one) => one.crop === square.crop)).toMatchObject({ width: square.width, height: square.height, format: "jpeg" });
    const [item] = await feedItems({ of: "sections", ids: [section.id] });
    expect(item?.cardBytes).toBe(renditions.find((one) => one.crop === "c0-0-600-1000" && one.format === "jpeg")?.bytes);
  });

  it("is made ahead for whoever writes, and nobody else", async () => {
    const picture = await taken(await photograph({ width: 600, height: 400 }));
    const crop = { x: 0, y: 0, width: 0.5, height: 1 };
    expect((await cropPictureSoon.execute({ assetId: picture.id, crop }, { actor: await somebody("moderator") })).ok).toBe(false);
    expect(await cropPictureSoon.execute({ assetId: picture.id, crop }, { actor: await somebody("contributor") })).toEqual({ ok: true, value: { crop: "c0-0-500-1000" } });
    expect(await jobsFor(picture.id)).toContainEqual({ name: "crop-picture", crop: "c0-0-500-1000" });
  });
});

describe("what is known of a picture", () => {
  it("is told to whoever writes, with what she may change", async () => {
    const picture = await taken(await photograph());
    expect(await deskPicture(editor, picture.id)).toMatchObject({ width: 700, widths: [480, 700], credit: "Halyard Graphics", state: "preparing", can: { describe: true } });
    expect(await deskPicture(await somebody("contributor"), picture.id)).toMatchObject({ can: { describe: false } });
    expect(await deskPicture(await somebody("moderator"), picture.id)).toBeNull();
    expect(await deskPicture(editor, "nonsense")).toBeNull();
  });

  it("is changed by whoever added it or by the desk, with a trace, once", async () => {
    const author = await somebody("author");
    const added = await addPicture({ bytes: await photograph({ width: 300, height: 200 }), originalName: "x" }, { actor: author });
    if (!added.ok) throw new Error(added.failure.message);
    const assetId = added.value.id;
    expect(await describePicture.execute({ assetId, alt: " A ferry\n at night " }, { actor: author })).toMatchObject({ ok: true, value: { alt: "A ferry at night", credit: "Halyard Graphics" } });
    expect((await describePicture.execute({ assetId, alt: "A ferry at night" }, { actor: editor })).ok).toBe(true);
    expect(await describePicture.execute({ assetId, credit: "Me" }, { actor: await somebody("author") })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
    expect((await tracesOf(assetId)).filter((name) => name === "media.described")).toHaveLength(1);
    expect(await describePicture.execute({ assetId, alt: "x".repeat(601) }, { actor: author })).toMatchObject({ ok: false, failure: { fields: { alt: expect.stringContaining("600") } } });
    expect(await describePicture.execute({ assetId }, { actor: author })).toMatchObject({ ok: false, failure: { reason: "nothing_said" } });
  });

  it("says on which days it may be used; the library shows them, and the gate keeps to them", async () => {
    const picture = await taken(await photograph());
    const say = (days: object) => describePicture.execute({ assetId: picture.id, ...days }, { actor: editor });
    expect(await say({ usableFrom: "2026-12-03", usableUntil: "2026-12-24" })).toMatchObject({ ok: true, value: { usableFrom: "2026-12-03", usableUntil: "2026-12-24" } });
    expect(await deskPicture(editor, picture.id)).toMatchObject({ usableFrom: "2026-12-03", usableUntil: "2026-12-24" });
    expect(await say({ usableUntil: "2026-12-01" })).toMatchObject({ ok: false, failure: { reason: "days_crossed" } });
    expect(await say({ usableFrom: "tomorrow" })).toMatchObject({ ok: false, failure: { code: "invalid" } });
    const library = await pictureLibrary(editor, {});
    expect(library.ok && library.value.pictures.find(({ id }) => id === picture.id)).toMatchObject({ usableFrom: "2026-12-03", usableUntil: "2026-12-24" });

    const content = { ...someContent((await someSection()).id), body: { type: "doc" as const, content: [{ type: "figure" as const, attrs: { assetId: picture.id } }] } };
    const barred = async () => (await gateSurroundings(appDatabase(), { id: picture.id, slug: null }, content)).targets.pictures.get(picture.id)?.bar ?? null;
    await say({ usableFrom: "2999-01-01", usableUntil: null });
    const planned = await gateSurroundings(appDatabase(), { id: picture.id, slug: null }, content, new Date("2999-01-02T00:00:00Z"));
    expect(planned.targets.pictures.get(picture.id)?.bar).toBeNull();
    expect(await barred()).toEqual({ why: "not_yet", day: "2999-01-01" });
    await say({ usableFrom: null, usableUntil: "2001-01-01" });
    expect(await barred()).toEqual({ why: "over", day: "2001-01-01" });
    await say({ usableUntil: null });
    expect(await barred()).toBeNull();
  });
});

describe("tidying up", () => {
  it("takes away what is nobody's and old, and asks again for what nobody prepares", async () => {
    const picture = await taken(await photograph({ width: 300, height: 200 }));
    const long = new Date(Date.now() - 2 * 3_600_000);
    const orphan = pathOf("originals/0190b5a0-0000-7000-8000-000000000009");
    const unfinished = `${pathOf(`renditions/${picture.id}/300.webp`)}.abc.new`;
    const fresh = pathOf("originals/0190b5a0-0000-7000-8000-00000000000a");
    for (const path of [orphan, unfinished, fresh]) writeFileSync(path, "x");
    const kept = pathOf((await picture.assetOf()).originalKey);
    for (const path of [orphan, unfinished, kept]) utimesSync(path, long, long);
    await test.migrator().execute(sql`delete from jobs.job`);
    await appDatabase().update(mediaAssets).set({ createdAt: long }).where(eq(mediaAssets.id, picture.id));
    await tidyMedia.run({}, calm);
    await tidyMedia.run({}, calm);
    expect([orphan, unfinished, fresh, kept].map((path) => existsSync(path))).toEqual([false, false, true, true]);
    expect(await jobsFor(picture.id)).toHaveLength(1);
  });
});

describe("a picture that lies elsewhere", () => {
  const address = "https://elsewhere.example/photos/night%20ferry.jpg?size=large";
  const answering = (answer: { status?: number; type?: string; bytes: Buffer }) => async () => ok({ status: 200, type: "image/jpeg", address, ...answer });

  it("is fetched with the room and the patience that pictures need, and goes through the gate of all pictures", async () => {
    const bytes = await photograph();
    const wishes: unknown[] = [];
    const fetched = await fetchPicture({ address }, { actor: editor }, async (asked, wish) => {
      wishes.push([asked, wish.bytes, wish.accept]);
      return answering({ bytes })();
    });
    expect(fetched).toMatchObject({ ok: true, value: { credit: "Halyard Graphics" } });
    expect(wishes).toEqual([[address, 25 * 1024 * 1024, "image/jpeg, image/png, image/webp, image/avif"]]);
    const [asset] = await appDatabase().select().from(mediaAssets).where(eq(mediaAssets.id, fetched.ok ? fetched.value.id : ""));
    expect(asset?.originalName).toBe("night ferry.jpg");
  });

  it.each([
    ["There is no picture at this address any more.", { status: 404, bytes: Buffer.alloc(0) }],
    ["The site did not hand the picture out; it answered 403.", { status: 403, bytes: Buffer.alloc(0) }],
    ["There is a page at this address, and no picture.", { type: "text/html", bytes: Buffer.from("<p>") }],
  ])("is refused in a sentence: %s", async (message, answer) => {
    expect(await fetchPicture({ address }, { actor: editor }, answering(answer))).toMatchObject({ ok: false, failure: { message } });
  });

  it("is no picture just because its site says so, and never a file of ours or a stranger's scheme", async () => {
    expect(await fetchPicture({ address }, { actor: editor }, answering({ bytes: Buffer.from("<svg onload=alert(1)>") }))).toMatchObject({ ok: false, failure: { code: "invalid" } });
    for (const odd of ["file:///etc/passwd", "data:image/png;base64,xx", "/media/x", 7]) expect(await fetchPicture({ address: odd }, { actor: editor }, answering({ bytes: await photograph() }))).toMatchObject({ ok: false, failure: { code: "invalid" } });
    expect(await fetchPicture({ address, more: 1 }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "invalid" } });
    expect(await fetchPicture({ address: "http://127.0.0.1/" }, { actor: editor })).toMatchObject({ ok: false, failure: { reason: "unreachable" } });
  });
});
