import type { Page } from "@playwright/test";
import { expect, expectAccessible, saved, test } from "./fixtures";

/* The server goes away: the desk opens all the same, a story is begun, and is there once when the server is back. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });
const headline = (page: Page) => page.getByRole("textbox", { name: "Headline" });
const away = (page: Page) => page.getByRole("heading", { name: "The newsroom cannot be reached" });
const keptHere = (page: Page) => page.getByRole("status").filter({ hasText: "Kept on this device." });

/** What of ours is left in the browser: registered workers, caches, databases, and all that stands in these as one text. */
const left = (page: Page) =>
  page.evaluate(async () => {
    const of = <Value>(request: IDBRequest<Value>) => new Promise<Value>((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: () => failed(request.error) }));
    const asText = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder("latin1").decode(value as ArrayBuffer);
      return typeof value === "object" && value !== null ? Object.values(value).map(asText).join(" ") : String(value);
    };
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith("standfirst") ? name : []));
    const texts = await Promise.all(
      names.map(async (name) => {
        const db = await of(indexedDB.open(name));
        const all = await Promise.all([...db.objectStoreNames].map(async (store) => (await of(db.transaction(store).objectStore(store).getAll())).map(asText).join("\n")));
        db.close();
        return all.join("\n");
      }),
    );
    const cachesHere = await caches.keys();
    const cached = await Promise.all(cachesHere.map(async (name) => (await caches.open(name)).keys().then((requests) => Promise.all(requests.map(async (request) => `${request.url}\n${request.url.endsWith("/desk/offline") ? await (await caches.match(request))?.text() : ""}`)))));
    return { workers: (await navigator.serviceWorker.getRegistrations()).length, caches: cachesHere, databases: names, text: texts.join("\n"), cached: cached.flat() };
  });

test("with the server away a story is begun on the device, outlives its tab, comes in once, and leaves nothing behind", async ({ signedIn }) => {
  const { page, context, line } = await signedIn("author", { worker: true });
  const name = await page.getByRole("complementary", { name: "Desk" }).locator(".me > span").last().textContent();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const before = await left(page);
  expect(before.cached.join("\n")).not.toContain(String(name));
  expect(before.cached.every((one) => /\/desk\/offline|\/_next\/static\/|\/fonts\//.test(one))).toBe(true);
  // While the server answers, its answer stands, whatever it is.
  expect((await page.goto("/desk/nothing-of-the-kind"))?.status()).toBe(404);

  line.cut();
  await page.goto("/desk/articles/new");
  await expect(away(page)).toBeVisible();
  await headline(page).fill(`Begun at sea ${Date.now()}`);
  const title = await headline(page).inputValue();
  await body(page).click();
  await page.keyboard.type("Sourcemarker sails.");
  await page.keyboard.press("Enter");
  await page.getByRole("toolbar", { name: "Text" }).getByRole("button", { name: "List", exact: true }).click();
  await page.keyboard.type("First");
  await expect(keptHere(page)).toBeVisible();
  await expectAccessible(page);
  expect((await left(page)).text).not.toMatch(/Sourcemarker|Begun at sea/);
  await page.close();

  line.mend();
  const [second, third] = [await context.newPage(), await context.newPage()];
  await Promise.all([second.goto("/desk"), third.goto("/desk")]);
  const here = (one: Page) => one.getByRole("region", { name: "Begun without the server" }).getByRole("link", { name: "Open it" });
  await expect.poll(async () => (await here(second).count()) + (await here(third).count())).toBe(1);
  const [told, other] = (await here(second).count()) === 1 ? [second, third] : [third, second];
  await here(told).click();
  await saved(told);
  await expect(headline(told)).toHaveValue(title);
  await expect(body(told)).toHaveText("Sourcemarker sails.First");
  await expect(body(told).getByRole("listitem")).toHaveText("First");
  expect((await left(told)).text).not.toContain("Sourcemarker");

  // A tab that stays open goes on to its story by itself; an open story that is reloaded meanwhile shows the page, too.
  line.cut();
  await told.reload();
  await expect(away(told)).toBeVisible();
  await headline(told).fill(`${title}, again`);
  await expect(keptHere(told)).toBeVisible();
  line.mend();
  await told.getByRole("button", { name: "Try now" }).click();
  await told.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  await saved(told);
  await expect(headline(told)).toHaveValue(`${title}, again`);

  // What is pressed in an open desk leads there, too. Whoever signs out leaves nothing, and the next person finds nothing.
  line.cut();
  await other.getByRole("button", { name: "New story" }).click();
  await expect(away(other)).toBeVisible();
  await headline(other).fill("Sourcemarker, unsent");
  await expect(keptHere(other)).toBeVisible();
  line.mend();
  await other.close();
  await told.goto("/desk");
  await expect(told.getByRole("link", { name: title, exact: true })).toHaveCount(1);
  await expect(told.getByRole("link", { name: `${title}, again`, exact: true })).toHaveCount(1);
  await told.getByRole("button", { name: "Sign out" }).click();
  await told.waitForURL("**/sign-in");
  await expect.poll(() => left(told)).toEqual({ workers: 0, caches: [], databases: [], text: "", cached: [] });
});
