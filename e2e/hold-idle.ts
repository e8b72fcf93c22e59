import type { Page } from "@playwright/test";

// As text: what runs the benches names every function by a helper that the page does not have.
const held = `
  const held = [];
  const rest = { didTimeout: true, timeRemaining: () => 0 };
  window.requestIdleCallback = (act) => held.push(act);
  window.letRest = () => {
    window.requestIdleCallback = (act) => setTimeout(act, 0, rest);
    for (const act of held.splice(0)) setTimeout(act, 0, rest);
  };
`;

/** Pages opened after this never find the browser at rest until it is let: so what they load at opening is told from what they load later. Returns what lets it rest. */
export async function holdIdle(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript({ content: `{${held}}` });
  return () => page.evaluate("letRest()");
}
