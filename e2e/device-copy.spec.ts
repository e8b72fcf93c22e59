import type { BrowserContext, Page, WebSocketRoute } from "@playwright/test";
import { expect, expectAccessible, newStory, saved, test } from "./fixtures";

/* What a browser keeps of a story: it outlives the tab, nobody can read it on the disk, and it goes when its owner goes. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const kept = (page: Page) => page.getByRole("status").filter({ hasText: /^Offline: \d+ changes? kept on this device$/ });
const aside = (page: Page) => page.getByRole("article", { name: "Work that lies aside" });

/** A line that can be cut: nothing that the page sends gets through, not even later. Mended, it is another line. */
async function cuttable(context: BrowserContext) {
  let isCut = false;
  let open: WebSocketRoute[] = [];
  await context.routeWebSocket("**/collab", (socket) => {
    const server = socket.connectToServer();
    open.push(socket);
    socket.onMessage((message) => isCut || server.send(message));
  });
  return async (cut: boolean) => {
    isCut = cut;
    await context.setOffline(cut);
    if (cut) return;
    // One whose page is closed is gone already.
    await Promise.allSettled(open.map((socket) => socket.close()));
    open = [];
  };
}

/** Everything in the browser's databases as one text; null where there is none of ours. */
const onDisk = (page: Page) =>
  page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === "standfirst-device")) return null;
    const of = <Value>(request: IDBRequest<Value>) => new Promise<Value>((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: () => failed(request.error) }));
    const db = await of(indexedDB.open("standfirst-device"));
    const asText = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value as ArrayBuffer);
      return typeof value === "object" && value !== null ? Object.entries(value).map(([key, one]) => `${key}=${asText(one)}`).join(" ") : String(value);
    };
    const stores = await Promise.all([...db.objectStoreNames].map(async (name) => `${name}: ${(await of(db.transaction(name).objectStore(name).getAll())).map(asText).join("\n")}`));
    db.close();
    return stores.join("\n");
  });

test("what was typed without a line outlives its tab, is unreadable on the disk, comes back or lies aside, and is gone when its owner goes", async ({ signedIn }) => {
  const { page, context } = await signedIn("editor");
  const setCut = await cuttable(context);
  const story = await newStory(page);
  await body(page).click();
  await page.keyboard.type("With a line.");
  await saved(page);
  await expect.poll(() => onDisk(page)).toContain(story);

  await setCut(true);
  await page.keyboard.type(" Sourcemarker.");
  await expect(kept(page)).toHaveText("Offline: 14 changes kept on this device");
  const disk = await onDisk(page);
  expect(disk).toContain("changes=");
  expect(disk).not.toContain("Sourcemarker");
  expect(disk).not.toContain("With a line");
  await page.close();

  await setCut(false);
  const second = await context.newPage();
  await second.goto(`/desk/articles/${story}`);
  await expect(body(second)).toHaveText("With a line. Sourcemarker.");
  await saved(second);
  await expect.poll(async () => (await onDisk(second))?.includes("changes=")).toBe(false);

  // It lay there for more than a day: it is not merged unasked.
  await setCut(true);
  await body(second).click();
  await second.keyboard.press("Control+End");
  await second.keyboard.type(" Overnight.");
  await expect(kept(second)).toHaveText("Offline: 11 changes kept on this device");
  await second.close();
  await setCut(false);
  const third = await context.newPage();
  await third.clock.setFixedTime(Date.now() + 25 * 3_600_000);
  await third.goto(`/desk/articles/${story}`);
  await expect(aside(third)).toContainText("It lay here for more than a day.");
  await expect(body(third)).toHaveText("With a line. Sourcemarker.");
  await aside(third).getByRole("button", { name: "Compare" }).click();
  await expect(aside(third).locator("ins")).toContainText("Overnight.");
  await expectAccessible(third);
  await aside(third).getByRole("button", { name: "Take in" }).click();
  await expect(body(third)).toHaveText("With a line. Sourcemarker. Overnight.");
  await expect(aside(third)).toHaveCount(0);
  await saved(third);

  // Or it becomes a proposal, and the story stays as it is.
  await setCut(true);
  await body(third).click();
  await third.keyboard.press("Control+End");
  await third.keyboard.type(" Doubtful.");
  await expect(kept(third)).toHaveText("Offline: 10 changes kept on this device");
  await third.close();
  await setCut(false);
  const fourth = await context.newPage();
  await fourth.clock.setFixedTime(Date.now() + 50 * 3_600_000);
  await fourth.goto(`/desk/articles/${story}`);
  await aside(fourth).getByRole("button", { name: "Make it a proposal" }).click();
  await fourth.getByRole("link", { name: "Read the proposal" }).click();
  await expect(fourth.locator("ins", { hasText: "Doubtful." })).toBeVisible();
  await fourth.goto(`/desk/articles/${story}`);
  await saved(fourth);
  await expect(aside(fourth)).toHaveCount(0);
  await expect(body(fourth)).toHaveText("With a line. Sourcemarker. Overnight.");

  await fourth.getByRole("button", { name: "Publish", exact: true }).click();
  await fourth.getByRole("checkbox", { name: "Do not keep on devices" }).check();
  await expect.poll(async () => (await onDisk(fourth))?.includes(story)).toBe(false);
  await setCut(true);
  await body(fourth).click();
  await fourth.keyboard.type("x");
  await expect(fourth.getByRole("status").filter({ hasText: "Offline: this story is not kept on devices, keep this tab open" })).toBeVisible();
  await setCut(false);
  await saved(fourth);

  await fourth.goto("/desk");
  await fourth.getByRole("button", { name: "Sign out" }).click();
  await fourth.waitForURL("**/sign-in");
  await expect.poll(() => onDisk(fourth)).toBeNull();
});
