import { once } from "node:events";
import { chromium, expect, test } from "@playwright/test";
import { forget, freePort, postmasterOf, startNewsroom } from "../newsroom";

/* The very first start is interrupted: nobody is left with half a newsroom. */

test.setTimeout(240_000);

const halfway = "20 of ";

test("the first start is killed, the second told to stop while it makes the demo newsroom: the third makes it whole, and everybody can sign in", async () => {
  const port = await freePort();
  const killed = await startNewsroom({ port, until: halfway });
  killed.process.kill("SIGKILL");
  await once(killed.process, "exit");

  const stopped = await startNewsroom({ port, dataDir: killed.dataDir, until: halfway });
  const postmaster = postmasterOf(stopped.dataDir);
  await stopped.stop();
  expect(stopped.process.exitCode).toBe(0);
  expect(() => process.kill(postmaster, 0)).toThrow();

  const newsroom = await startNewsroom({ port, dataDir: killed.dataDir });
  const browser = await chromium.launch({ executablePath: process.env.STANDFIRST_BROWSER ?? "", args: JSON.parse(process.env.STANDFIRST_BROWSER_FLAGS ?? "[]") as string[] });
  try {
    // The same people and stories as in the newsroom that nobody interrupted.
    const others = JSON.parse(process.env.STANDFIRST_LOGINS ?? "[]") as typeof newsroom.logins;
    expect(newsroom.logins.map(({ role, email }) => ({ role, email }))).toEqual(others.map(({ role, email }) => ({ role, email })));
    for (const path of ["/", "/town/night-ferry-vote", "/science/marsh-map", "/feeds/rss.xml"]) expect((await fetch(newsroom.origin + path)).status, path).toBe(200);
    for (const { email, password, role } of newsroom.logins.filter((login) => ["administrator", "editor"].includes(login.role))) {
      const page = await (await browser.newContext({ baseURL: newsroom.origin })).newPage();
      await page.goto("/sign-in");
      await page.getByLabel("Email").fill(email);
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL("**/desk");
      await expect(page.getByRole("button", { name: "New story" }), role).toBeVisible();
    }
  } finally {
    await browser.close();
    await newsroom.stop();
    forget(newsroom);
  }
});
