import { expect, expectAccessible, test } from "./fixtures";
import { openPaper, withOwnPaper } from "./own-paper";

/* How the paper looks, in a newsroom of its own: others read the demo paper. */

test.setTimeout(240_000);

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 60" onload="document.title=1"><script>document.title=1</script><path fill="#0b5cad" d="M0 0h400v12H0zM0 48h400v12H0zM150 20h100v20H150z"/></svg>';
const administrator = { paper: "The Lantern", name: "Ada Rust", email: "ada@lantern.example", password: "a calm long password" };
const accent = (root: HTMLElement) => getComputedStyle(root).getPropertyValue("--accent").trim();

test("an administrator gives the paper an accent that can be read and a drawn name, sees both beside the form, and readers have them at once", async ({ visitor }) => {
  await withOwnPaper(async (own) => {
    const { at } = own;
    const { page } = await visitor();
    await openPaper(own, page, administrator);

    // Before anything was changed the front carries nothing of it.
    const { page: reader } = await visitor();
    await reader.goto(at("/"));
    await expect(reader.getByRole("heading", { level: 1, name: "The Lantern" })).toBeVisible();
    expect(await reader.locator("html").evaluate(accent)).not.toBe("#91730c");

    await page.goto(at("/desk/settings/paper"));
    await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Look" }).click();
    const form = page.getByRole("form", { name: "Look" });
    const light = form.getByRole("textbox", { name: "Accent on light pages" });
    const shown = page.frameLocator('iframe[title="On light pages"]');
    const byNight = page.frameLocator('iframe[title="On dark pages"]');
    await expect(shown.locator("#main")).toBeVisible();
    await light.fill("#ffcc00");
    await expect(form.getByText("1.5 to 1 on the light page: too faint")).toBeVisible();
    await form.getByRole("button", { name: "Save the look" }).click();
    await expect(form.getByText("The nearest shade that can be read is #91730c.").last()).toBeVisible();
    await expect(light).toHaveAttribute("aria-invalid", "true");
    await form.getByRole("button", { name: "Use #91730c" }).press("Enter");
    await expect(light).toHaveValue("#91730c");
    await expect(form.getByText("on the light page: easy to read")).toBeVisible();
    await expect(light, "what was wrong before is not said of what stands there now").not.toHaveAttribute("aria-invalid", "true");
    await expect(shown.locator(".kicker").first()).toHaveCSS("color", "rgb(145, 115, 12)");

    await form.getByLabel("Drawing of the name (SVG)").setInputFiles({ name: "lantern.svg", mimeType: "image/svg+xml", buffer: Buffer.from(drawing) });
    for (const frame of [shown, byNight]) await expect(frame.locator(".masthead img")).toBeVisible();
    await form.getByRole("textbox", { name: "Social addresses" }).fill("Mastodon | https://social.example/@lantern");
    await expectAccessible(page);
    await form.getByRole("button", { name: "Save the look" }).click();
    await expect(form.getByText("Left out of the drawing: onload, script.")).toBeVisible();
    await expect(light).toHaveValue("#91730c");
    await expect(shown.locator(".masthead img")).toBeVisible();

    for (const width of [1280, 390]) {
      const { page: after } = await visitor({ width });
      await after.goto(at("/"));
      const name = after.getByRole("heading", { level: 1, name: "The Lantern" }).getByRole("img");
      await expect.poll(() => name.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(400);
      expect(await after.locator("html").evaluate(accent)).toBe("#91730c");
      await expect(after.getByRole("link", { name: "Mastodon" })).toHaveAttribute("rel", "me");
      expect(await after.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing lies sideways").toBe(true);
      await expectAccessible(after);
    }
    // Another administrator opened the page before that, without JavaScript: she is told, loses nothing, and decides.
    const { page: second } = await visitor({ javaScript: false });
    await second.goto(at("/sign-in"));
    await second.getByLabel("Email").fill(administrator.email);
    await second.getByLabel("Password").fill(administrator.password);
    await second.getByRole("button", { name: "Sign in" }).click();
    await second.waitForURL(/\/desk/);
    await second.goto(at("/desk/settings/branding"));
    const plain = second.getByRole("form", { name: "Look" });
    await expect(second.getByText("As it was saved")).toBeVisible();
    await expect(second.locator('iframe[title="On dark pages"]')).toBeHidden();
    await form.getByRole("textbox", { name: "More links in the foot" }).fill("Jobs | /about/jobs");
    await form.getByRole("button", { name: "Save the look" }).click();
    await expect(form.getByRole("status").filter({ hasText: "Saved: readers see it now." })).toBeVisible();
    await plain.getByRole("textbox", { name: "Accent on light pages" }).fill("#ffcc00");
    await plain.getByLabel("Drawing for dark pages (SVG)").setInputFiles({ name: "lantern-dark.svg", mimeType: "image/svg+xml", buffer: Buffer.from(drawing) });
    await plain.getByRole("button", { name: "Save the look" }).click();
    await expect(plain.getByText("The nearest shade that can be read is #91730c.").last()).toBeVisible();
    await expect(plain.getByRole("button", { name: "Use #91730c" }), "it would do nothing").toHaveCount(0);
    await plain.getByRole("textbox", { name: "Accent on light pages" }).fill("#7a1f3d");
    await plain.getByRole("button", { name: "Save the look" }).click();
    const told = plain.getByRole("alert");
    await expect(told).toContainText("Ada Rust has changed the look meanwhile");
    await expect(told).toContainText("It differs in: Accent on light pages (now #91730c); Drawing for dark pages (SVG) (now none); More links in the foot (now “Jobs | /about/jobs”).");
    await expect(plain.getByRole("textbox", { name: "Accent on light pages" })).toHaveValue("#7a1f3d");
    await expect(plain.getByRole("checkbox", { name: "Use the dark drawing that you chose" })).toBeChecked();
    expect((await reader.request.get(at("/masthead-dark.svg"))).status()).toBe(404);
    await plain.getByRole("button", { name: "Save the look" }).click();
    await expect(plain.getByText("Saved: readers see it now. Left out of the drawing: onload, script.")).toBeVisible();
    expect((await reader.request.get(at("/masthead-dark.svg"))).status()).toBe(200);

    const file = await reader.request.get(at("/masthead.svg"));
    expect(file.headers()["content-type"]).toContain("image/svg+xml");
    expect(file.headers()["content-security-policy"]).toContain("default-src 'none'");
    expect(await file.text()).not.toMatch(/script|onload/);
  });
});
