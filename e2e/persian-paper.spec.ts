import type { Page } from "@playwright/test";
import { expect, expectAccessible, publish, saved, test } from "./fixtures";
import { openPaper, withOwnPaper } from "./own-paper";
import { languagesNamed, pageProblems } from "./page-problems";

/* A paper that is written from right to left, in a newsroom of its own. */

test.setTimeout(240_000);

async function holds(page: Page, language: "fa" | "en"): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(page.locator("html")).toHaveAttribute("dir", language === "fa" ? "rtl" : "ltr");
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing lies sideways").toBe(true);
  await expectAccessible(page);
}

test("a Persian paper speaks Persian, counts in its digits and days, and an English story in it stays English", async ({ visitor }) => {
  await withOwnPaper(async (own) => {
    const { at } = own;
    const { page } = await visitor();
    await openPaper(own, page, { paper: "بادبان", name: "آدا رستان", email: "ada@badban.example", password: "a calm long password" });
    await page.goto(at("/desk/settings/paper"));
    await page.getByRole("combobox", { name: "Language of the paper" }).selectOption("fa");
    await page.getByRole("combobox", { name: "Time zone" }).fill("Asia/Tehran");
    await page.getByRole("button", { name: "Save the paper" }).click();
    await expect(page.getByText("Saved: readers see it now.")).toBeVisible();

    const write = async (headline: string, body: string, language?: string) => {
      await page.goto(at("/desk"));
      await page.getByRole("button", { name: "New story" }).click();
      await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
      await saved(page);
      if (language) await page.getByRole("combobox", { name: "Language" }).selectOption(language);
      else await expect(page.getByRole("combobox", { name: "Language" }), "a story begins in the paper’s language").toHaveValue("fa");
      await page.getByRole("textbox", { name: "Headline" }).fill(headline);
      await page.getByRole("textbox", { name: "Article body" }).click();
      await page.keyboard.type(body);
      await page.getByRole("combobox", { name: "Section" }).selectOption({ label: "News" });
      await saved(page);
      return publish(page);
    };
    const persian = await write("آخرین قایق تا بهار می‌ماند", "قایق ساعت ۲۳:۴۰ از اسکله می‌رود.");
    const third = await write("پل تازه باز شد", "از امروز.");
    const english = await write("The last boat stays until spring", "It leaves at 23:40.", "en");

    // The two say the same: once that is said of one of them, each names the other.
    await page.getByRole("tab", { name: "Story" }).click();
    await page.getByRole("button", { name: "In other languages" }).press("Enter");
    const group = page.getByRole("group", { name: "In other languages" });
    await expect(group).toBeFocused();
    await expect(group).toContainText("None: readers and search engines are told of one language alone.");
    await group.getByRole("button", { name: "Say which story is the same" }).press("Enter");
    await page.keyboard.type("آخرین قایق");
    await expect(group.getByRole("option", { name: /آخرین قایق/ })).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(group.getByRole("status").last()).toHaveText("Tied: they name each other.");
    await expect(group.getByRole("listitem")).toHaveText(["فارسی: آخرین قایق تا بهار می‌ماند"]);
    await expectAccessible(page);
    for (const path of [persian, english]) {
      const html = await (await page.request.get(at(path))).text();
      const named = Object.entries(JSON.parse(languagesNamed(html)) as Record<string, string>).map(([code, address]) => `${code} ${decodeURI(new URL(address).pathname)}`);
      expect(named).toEqual([`en ${decodeURI(english)}`, `fa ${decodeURI(persian)}`, `x-default ${decodeURI(persian)}`]);
      expect(pageProblems({ address: at(path), html }).filter((problem) => problem.includes("hreflang"))).toEqual([]);
    }

    // Readers of ten networks and more; what most of them read stands first, and nothing of it is asked of a browser.
    const read = [{ path: english, headline: "The last boat stays until spring", readers: 14 }, { path: third, headline: "پل تازه باز شد", readers: 12 }, { path: persian, headline: "آخرین قایق تا بهار می‌ماند", readers: 10 }];
    const { page: anybody } = await visitor();
    for (const { path, readers } of read) for (let one = 1; one <= readers; one++) expect((await anybody.request.post(at(`/read?at=${encodeURIComponent(decodeURI(path))}`), { headers: { Origin: own.newsroom.origin, "X-Forwarded-For": `198.51.100.${one}` } })).status()).toBe(204);
    await expect(async () => {
      await page.goto(at("/desk"));
      for (const { readers } of read) await expect(page.getByText(`read ${readers} times`)).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 20_000 });

    const year = new Intl.DateTimeFormat("fa-IR", { year: "numeric", timeZone: "Asia/Tehran" }).format(new Date());
    for (const width of [1280, 390]) {
      const { page: reader } = await visitor({ width });
      await reader.goto(at(persian));
      await holds(reader, "fa");
      const article = reader.getByRole("article").first();
      await expect(article.locator(".credits time").first()).toHaveText(new RegExp(`^[۰-۹]{1,2} \\S+ ${year}، [۰-۹]{2}:[۰-۹]{2} به وقت ایران$`));
      await expect(article).toContainText("نوشتهٔ");
      await expect(reader.getByRole("region", { name: "نظر خود را بنویسید" }).getByRole("button", { name: "فرستادن" })).toBeVisible();
      await expect(reader.getByRole("contentinfo")).toContainText(`© ${year}`);

      await reader.goto(at(english));
      await holds(reader, "en");
      await expect(reader.getByRole("region", { name: "Leave a Comment" })).toBeVisible();
      await reader.getByRole("article").getByRole("link", { name: "فارسی" }).click();
      await expect(reader.getByRole("heading", { level: 1 })).toHaveText("آخرین قایق تا بهار می‌ماند");
      await reader.getByRole("article").getByRole("link", { name: "English" }).click();
      await expect(reader.getByRole("heading", { level: 1 })).toHaveText("The last boat stays until spring");
      await expect(reader.locator("[lang=fa][dir=rtl]").getByRole("contentinfo"), "the paper’s own foot").toContainText("ساخته‌شده با");

      await reader.goto(at("/"));
      await holds(reader, "fa");
      const headline = reader.getByRole("heading", { name: "The last boat stays until spring" }).first();
      expect(await headline.evaluate((one) => getComputedStyle(one).direction)).toBe("ltr");
      const most = reader.getByRole("region", { name: /پرخواننده‌ترین‌ها/ });
      await expect(most.getByRole("listitem")).toHaveText(read.map(({ headline }) => headline));
      await expect(most.getByRole("link", { name: "The last boat stays until spring" })).toHaveAttribute("dir", "ltr");
      for (const path of ["/news", "/archive", "/corrections", `/search?q=${encodeURIComponent("قایق")}`, "/no-such-page"]) {
        await reader.goto(at(path));
        await holds(reader, "fa");
      }
    }
  }, { TRUSTED_PROXY_HOPS: "1" });
});

test("a Persian story in an English paper stands from right to left, in its own words, digits and days", async ({ visitor }) => {
  const { page } = await visitor({ width: 390 });
  await page.goto(`/culture/${encodeURIComponent("بازگشایی-کتابخانه-مرکزی")}`);
  await holds(page, "fa");
  await expect(page.locator(".credits time").first()).toHaveText(/^[۰-۹]{1,2} \S+ ۱[۰-۹]{3}، [۰-۹]{2}:[۰-۹]{2} به وقت دانمارک$/);
  await expect(page.locator("[lang=en][dir=ltr]").getByRole("contentinfo")).toContainText("Corrections");
  await page.goto("/culture");
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  await expect(page.locator("[lang=fa][dir=rtl]").first()).toBeVisible();
});
