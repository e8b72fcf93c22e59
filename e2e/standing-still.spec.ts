import type { BrowserContext } from "@playwright/test";
import { expect, test } from "./fixtures";

/* Nothing on a reader's page moves once it is there, whether its letters come at once, late or out of the browser's own store. */

const pages = { front: "/", section: "/town", story: "/town/night-ferry-vote", feature: "/science/marsh-map", "right to left": "/culture/بازگشایی-کتابخانه-مرکزی" };

/** So long, in milliseconds, letters are kept back on a slow line, and so long something may still move afterwards. */
const late = 600;
const settles = 400;

/** Every shift of the layout on these pages, with what moved. */
async function shiftsIn(context: BrowserContext, wait: number): Promise<string[]> {
  const seen = await Promise.all(
    Object.entries(pages).map(async ([name, path]) => {
      const page = await context.newPage();
      const answer = await page.goto(path);
      expect(answer?.status(), path).toBe(200);
      await page.waitForTimeout(wait);
      const shifts = await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
      await page.close();
      return shifts.map((shift) => `${name}: ${shift}`);
    }),
  );
  return seen.flat();
}

for (const width of [390, 1440])
  test(`on a page of ${width} px nothing moves while it loads`, async ({ visitor }) => {
    const fresh = async () => {
      const { context } = await visitor({ width });
      await context.addInitScript(() => {
        const shifts: string[] = [];
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[] })[])
            shifts.push(`${entry.value.toFixed(5)} ${entry.sources.map(({ node, previousRect: was, currentRect: is }) => `${node?.parentElement?.className}>${node?.nodeName} ${node?.textContent?.slice(0, 30)} [${was.x},${was.y} ${was.width}×${was.height}] → [${is.x},${is.y} ${is.width}×${is.height}]`).join("; ")}`);
        }).observe({ type: "layout-shift", buffered: true });
      });
      return context;
    };
    const context = await fresh();
    expect(await shiftsIn(context, settles), "the first time").toEqual([]);
    expect(await shiftsIn(context, settles), "once the letters are in the browser’s store").toEqual([]);
    const slow = await fresh();
    await slow.route("**/fonts/**", async (route) => {
      await new Promise((done) => setTimeout(done, late));
      await route.continue();
    });
    expect(await shiftsIn(slow, late + settles), "on a line that brings the letters late").toEqual([]);
  });
