import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { expect, newStory, saved, test } from "./fixtures";

/** More than is promised (250 kB, docs/performance.md): it may get no heavier while it is made lighter. In bytes. */
const ceiling = 300_000;

test("the editor's scripts get no heavier, and readers get none of them", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  const scripts = async (open: () => Promise<unknown>) => {
    const coming: Promise<[string, number]>[] = [];
    const weigh = (response: Response) => {
      if (response.request().resourceType() === "script") coming.push(response.body().then((bytes) => [new URL(response.url()).pathname, gzipSync(bytes, { level: 9 }).length]));
    };
    page.on("response", weigh);
    await open();
    page.off("response", weigh);
    return new Map(await Promise.all(coming));
  };
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await newStory(page);
  const editor = await scripts(async () => {
    await page.reload();
    await saved(page);
  });
  const desk = await scripts(() => page.goto("/desk"));
  const reader = await scripts(() => page.goto("/town/night-ferry-vote"));
  const own = [...editor].filter(([address]) => !desk.has(address)).reduce((sum, [, weight]) => sum + weight, 0);
  expect(own).toBeGreaterThan(50_000);
  expect(own).toBeLessThanOrEqual(ceiling);
  expect([...reader.keys()].filter((address) => editor.has(address) || desk.has(address))).toEqual([]);
});
