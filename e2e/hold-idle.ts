import type { Page } from "@playwright/test";

/** Pages opened after this never find the browser at rest until it is let: so what they load at opening is told from what they load later. Returns what lets it rest. */
export async function holdIdle(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    const run = (act: IdleRequestCallback) => act({ didTimeout: true, timeRemaining: () => 0 });
    window.requestIdleCallback = (act) => held.push(() => run(act));
    Object.assign(window, {
      letRest: () => {
        window.requestIdleCallback = (act) => Number(setTimeout(() => run(act)));
        for (const act of held.splice(0)) act();
      },
    });
  });
  return () => page.evaluate(() => (window as unknown as { letRest: () => void }).letRest());
}
