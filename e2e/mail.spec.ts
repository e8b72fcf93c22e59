import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

/* The newsroom of the tests has no mail server: what would go out is kept at the desk. */

const fitsInto = (page: Page, width: number) => expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

test("whoever forgot the password asks without JavaScript; the administrator finds the mail, and its link works once", async ({ signedIn, visitor }) => {
  const address = `mara-${Date.now()}@halyard.example`;
  const { page: desk } = await signedIn("administrator");
  await desk.goto("/desk/people");
  const form = desk.getByRole("form", { name: "Invite somebody" });
  await form.getByRole("textbox", { name: "Name" }).fill("Mara Quist");
  await form.getByRole("textbox", { name: "Email" }).fill(address);
  await form.getByRole("button", { name: "Invite" }).click();
  await expect(form.getByRole("status")).toContainText("the mail was kept (Settings, Mail)");
  const { page: invited } = await visitor();
  await invited.goto(await form.getByRole("textbox", { name: "Link to pass on" }).inputValue());
  await invited.getByLabel("New password").fill("a calm long password");
  await invited.getByRole("button", { name: "Set password and sign in" }).click();
  await invited.waitForURL(/\/desk/);

  const { page: away } = await visitor({ javaScript: false });
  const answers = new Set<string>();
  for (const one of [address, "nobody@halyard.example"]) {
    await away.goto("/sign-in");
    await away.getByRole("link", { name: "Forgot your password?" }).click();
    await away.getByLabel("Email").fill(one);
    await away.getByRole("button", { name: "Ask for a link" }).click();
    answers.add(await away.getByRole("status").innerText());
  }
  expect([...answers]).toEqual(["If somebody here signs in with this address, a link waits at the desk now. Ask an administrator to give it to you."]);

  const row = desk.getByRole("row").filter({ hasText: address }).filter({ hasText: "New password" });
  await expect(async () => {
    await desk.goto("/desk/mail");
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(row).toContainText("Kept here");
  await expectAccessible(desk);
  await row.getByRole("link").focus();
  await desk.keyboard.press("Enter");
  await expect(desk.getByRole("heading", { level: 1, name: "A new password for The Halyard" })).toBeVisible();
  const text = desk.getByRole("region", { name: "What it says" });
  await expect(text).toContainText("Dear Mara Quist,");
  await expectAccessible(desk);
  const link = await text.getByRole("link").getAttribute("href");
  const { page: back } = await visitor();
  await back.goto(link ?? "");
  await back.getByLabel("New password").fill("another calm password");
  await back.getByRole("button", { name: "Set password and sign in" }).click();
  await back.waitForURL(/\/desk/);
  await away.goto(link ?? "");
  await expect(away.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
  await away.getByRole("link", { name: "Ask for another one" }).click();
  await expect(away.getByRole("heading", { name: "Forgot your password?" })).toBeVisible();
});

test("mail stands beside the other settings, says that no server is set, and fits a phone in the dark", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("administrator", { width: 390, scheme: "dark" });
  await page.goto("/desk/settings/outside");
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "Mail" }).click();
  await expect(page.getByText("No mail server is set,")).toBeVisible();
  await page.getByRole("navigation", { name: "Which mails" }).getByRole("link", { name: "Failed" }).click();
  await expect(page.getByRole("heading", { name: "Nothing has failed" })).toBeVisible();
  await expectAccessible(page);
  await fitsInto(page, 390);
  const { page: door } = await visitor({ width: 320, scheme: "dark" });
  await door.goto("/sign-in/forgotten");
  await door.getByLabel("Email").fill("not an address, but two@halyard.example");
  await door.getByLabel("Email").evaluate((field: HTMLInputElement) => {
    field.type = "text";
  });
  await door.keyboard.press("Enter");
  await expect(door.getByText("This does not look like an e-mail address.").first()).toBeVisible();
  await expectAccessible(door);
  await fitsInto(door, 320);
});
