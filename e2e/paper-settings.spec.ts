import { expect, expectAccessible, test } from "./fixtures";

test("an administrator says what the paper is called and where it stands; what is wrong is said beside it", async ({ signedIn }) => {
  const { page } = await signedIn("administrator");
  await page.goto("/desk/settings/sections");
  await page.getByRole("navigation", { name: "Settings" }).getByRole("link", { name: "The paper" }).click();
  const form = page.getByRole("form", { name: "The paper" });
  await expect(form.getByLabel("Name of the paper")).toHaveValue("The Halyard");
  const zone = form.getByLabel("Time zone");
  const right = await zone.inputValue();
  await zone.fill("Europe/Port Ellery");
  await form.getByLabel("Motto").press("Tab");
  await form.getByRole("button", { name: "Save the paper" }).click();
  await expect(form.getByText("There is no such time zone.").last()).toBeVisible();
  await expect(zone).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await expect(zone).toHaveValue("Europe/Port Ellery");
  // Other tests read this paper: it is saved as it was.
  await zone.fill(right);
  await form.getByRole("button", { name: "Save the paper" }).click();
  await expect(form.getByRole("status")).toHaveText("Saved: readers see it now.");
  await expect(zone).toHaveValue(right);
  await expect(form.getByLabel("Name of the paper")).toHaveValue("The Halyard");
});

test("nobody else is shown the settings of the paper", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await page.goto("/desk/settings/paper");
  await expect(page.getByRole("form", { name: "The paper" })).toHaveCount(0);
  await expect(page.getByRole("navigation", { name: "Settings" })).toHaveCount(0);
});
