import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { browserFlags, findBrowser } from "@/e2e/browser.mjs";
import { forget, startNewsroom } from "@/e2e/newsroom";

/** npm run screenshots: every kind of page at three widths, by day and by night, into screenshots/ (two of them into docs/pictures). */
const widths = [1440, 768, 390];
const schemes = ["light", "dark"] as const;

const publicPages: Record<string, string> = {
  home: "/",
  section: "/town",
  article: "/town/night-ferry-vote",
  feature: "/science/marsh-map",
  "right-to-left": "/archive",
  archive: "/archive",
  search: "/search?q=ferry",
  author: "/authors/ines-marlowe",
  "not-found": "/no-such-page",
  "sign-in": "/sign-in",
};

async function main(): Promise<void> {
  const browser = await findBrowser();
  Object.assign(process.env, browser.env);
  const newsroom = await startNewsroom();
  const chrome = await chromium.launch({ executablePath: browser.executablePath, args: browserFlags, env: { ...process.env, ...browser.env } as Record<string, string> });
  mkdirSync("screenshots", { recursive: true });
  mkdirSync("docs/pictures", { recursive: true });
  try {
    const editor = newsroom.logins.find((login) => login.role === "editor");
    for (const width of widths) {
      for (const colorScheme of schemes) {
        const context = await chrome.newContext({ baseURL: newsroom.origin, viewport: { width, height: 900 }, colorScheme });
        const page = await context.newPage();
        const shoot = async (name: string, target: Page = page, fullPage = true) => {
          await target.waitForTimeout(350);
          await target.screenshot({ path: join("screenshots", `${name}-${width}-${colorScheme}.png`), fullPage });
        };
        for (const [name, path] of Object.entries(publicPages)) {
          await page.goto(path);
          if (name === "right-to-left") {
            const persian = await page.request.get("/feeds/feed.json");
            const feed = (await persian.json()) as { items: { language: string; url: string }[] };
            const story = feed.items.find((item) => item.language === "fa");
            if (!story) throw new Error("The feed has no Persian story to show a page from right to left with.");
            await page.goto(story.url);
          }
          // Pictures below the first screen are lazy: walk down once.
          await page.evaluate(async () => {
            for (let at = 0; at < document.body.scrollHeight; at += 600) {
              scrollTo(0, at);
              await new Promise((done) => setTimeout(done, 40));
            }
            scrollTo(0, 0);
          });
          // The first who asks for a picture has it made: none is shown as its blur.
          await page.waitForFunction(() => [...document.images].every((image) => !image.checkVisibility() || (image.complete && image.naturalWidth > 0)));
          await shoot(name);
          if (name === "article") await page.getByRole("region", { name: "Leave a Comment" }).screenshot({ path: join("screenshots", `comments-${width}-${colorScheme}.png`) });
          if (name === "home" && width === 1440 && colorScheme === "light") await page.screenshot({ path: "docs/pictures/reader.png" });
        }
        await page.goto("/sign-in");
        await page.getByLabel("Email").fill(editor?.email ?? "");
        await page.getByLabel("Password").fill(editor?.password ?? "");
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.waitForURL("**/desk");
        await shoot("desk");
        await page.goto("/desk?q=boat");
        await page.getByRole("link", { name: /last boat home/ }).click();
        await page.getByRole("status").filter({ hasText: /^Saved/ }).waitFor();
        await page.getByRole("textbox", { name: "Article body" }).getByText(/\w/).first().waitFor();
        await shoot("editor", page, false);
        if (width === 1440 && colorScheme === "light") copyFileSync("screenshots/editor-1440-light.png", "docs/pictures/editor.png");
        await page.getByRole("button", { name: "Publish", exact: true }).click();
        await shoot("editor-publish", page, false);
        const story = page.url();
        await page.goto(`${story}/history`);
        await shoot("history", page, false);
        await page.goto("/desk/comments");
        await shoot("moderation", page, false);
        await page.goto("/account");
        await shoot("account");
        await context.close();
      }
    }
  } finally {
    await chrome.close();
    await newsroom.stop();
    forget(newsroom);
  }
  console.log("The screenshots lie in screenshots/.");
}

await main();
