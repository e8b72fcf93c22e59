import { gzipSync } from "node:zlib";
import { expect, expectAccessible, newStory, origin, publish, saved, test, writeStory } from "./fixtures";

/* A picture's way: taken in, shown at once, prepared behind the answer, and before readers without anything moving. */

const lighthouse = "lib/imports/demo/pictures/lighthouse.avif";

test("a reader's page holds its pictures' places, in three formats, within its budget", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/town/night-ferry-vote");
  const lead = page.locator(".lead-picture picture img");
  await expect.poll(() => lead.evaluate((picture: HTMLImageElement) => picture.complete && picture.naturalWidth)).toBeGreaterThan(0);
  await expect(page.locator(".lead-picture source[type='image/avif']")).toHaveAttribute("srcset", /480\.avif 480w, .*960\.avif 960w/);
  await expect(page.locator(".lead-picture source[type='image/webp']")).toHaveCount(1);
  await expect(lead).toHaveAttribute("srcset", /480\.jpg 480w/);
  await expect(lead).not.toHaveAttribute("loading", "lazy");
  const [place, haze] = await Promise.all([lead.boundingBox(), page.locator(".lead-picture .haze").boundingBox()]);
  expect(haze).toEqual(place);
  expect(await page.locator(".lead-picture .haze").evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight])).toEqual([4, 3]);
  await expectAccessible(page);
  const html = await (await fetch(`${origin}/town/night-ferry-vote`)).text();
  expect(gzipSync(html).length).toBeLessThan(20 * 1024);
  expect(html).not.toContain("style=");
});

test("a picture can be shown as soon as it is taken in, and its sizes follow", async ({ signedIn }) => {
  // The queue may be busy with the demo paper's own pictures.
  test.setTimeout(200_000);
  const { page } = await signedIn("editor");
  await newStory(page);
  await page.getByLabel("Lead picture file").setInputFiles(lighthouse);
  await expect(page.getByRole("textbox", { name: "Alt text" })).toBeVisible();
  const preview = page.locator(".lead-box img");
  await expect.poll(() => preview.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(960);
  const [, id] = /\/media\/([^/]+)\//.exec((await preview.getAttribute("src")) ?? "") ?? [];
  const asked = async () => ((await (await page.request.get(`/api/v1/media/${id}`)).json()) as { value: { state: string; widths: number[]; alt: string } }).value;
  expect(await asked()).toMatchObject({ widths: [480, 960, 1200], alt: "" });

  await page.getByRole("textbox", { name: "Alt text" }).fill("A lighthouse at night");
  await page.getByRole("textbox", { name: "Credit" }).fill("Halyard Graphics");
  await writeStory(page, `Lit ${Date.now()}`);
  const path = await publish(page);
  expect((await fetch(`${origin}/media/${id}/1200.avif`)).status).toBe(200);
  await expect.poll(async () => (await asked()).state, { timeout: 150_000 }).toBe("ready");
  const made = await fetch(`${origin}/media/${id}/1200.avif`);
  expect([made.status, made.headers.get("content-type"), made.headers.get("x-content-type-options")]).toEqual([200, "image/avif", "nosniff"]);
  expect((await fetch(`${origin}/media/${id}/1200.jpg`)).headers.get("content-type")).toBe("image/jpeg");
  // The card's own shape is cut once the story is public.
  await expect.poll(async () => (await fetch(/<meta property="og:image" content="([^"]+)"/.exec(await (await fetch(origin + path)).text())?.[1] ?? origin)).headers.get("content-type"), { timeout: 60_000 }).toBe("image/jpeg");
  expect(await (await fetch(origin + path)).text()).toContain(`<meta property="og:image" content="${origin}/media/${id}/`);
});

test("what is known of a picture is changed by the desk, and by nobody else", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await page.getByLabel("Lead picture file").setInputFiles(lighthouse);
  const preview = page.locator(".lead-box img");
  const [, id] = /\/media\/([^/]+)\//.exec((await preview.getAttribute("src")) ?? "") ?? [];
  await saved(page);
  const describe = (from: typeof page, data: object) => from.request.post(`/api/v1/media/${id}`, { data, headers: { Origin: origin } });
  expect(await (await describe(page, { alt: "A lighthouse", credit: "Halyard Graphics" })).json()).toMatchObject({ value: { alt: "A lighthouse", credit: "Halyard Graphics" } });
  const { page: bea } = await signedIn("contributor");
  expect((await describe(bea, { alt: "Mine" })).status()).toBe(403);
  expect((await (await bea.request.get(`/api/v1/media/${id}`)).json()).value).toMatchObject({ alt: "A lighthouse", can: { describe: false } });
  const { page: stranger } = await visitor();
  expect((await stranger.request.get(`/api/v1/media/${id}`)).status()).toBe(404);
  expect((await describe(stranger, { alt: "Mine" })).status()).toBe(401);
  expect((await stranger.request.post(`/api/v1/media/${id}/crops`, { data: { crop: { x: 0, y: 0, width: 0.5, height: 1 } }, headers: { Origin: origin } })).status()).toBe(401);
});
