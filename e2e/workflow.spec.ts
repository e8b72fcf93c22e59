import { expect, loginOf, newStory, saved, test, writeStory } from "./fixtures";

/* The verbs of the panel that wait, and the way out. */

test("a story is scheduled and taken off, and an embargo takes the early publication away, by the panel's own buttons", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await writeStory(page, `Waits for its hour ${Date.now()}`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Publish story" });
  for (const head of [/^When \(/, /^Not before \(/]) await expect(panel.getByRole("heading", { name: head })).toBeVisible();
  // Of the buttons one alone is filled: the one that publishes.
  const filled = () =>
    page.evaluate(() => {
      const probe = document.body.appendChild(Object.assign(document.createElement("i"), { style: "background: var(--paper-inverse)" }));
      const full = getComputedStyle(probe).backgroundColor;
      probe.remove();
      return [...document.querySelectorAll(".btn")].filter((one) => one.checkVisibility() && getComputedStyle(one).backgroundColor === full).map((one) => one.textContent?.trim());
    });
  await expect.poll(filled).toEqual(["Publish now"]);
  await panel.getByLabel(/^When \(/).fill("2030-05-04T09:30");
  await panel.getByRole("button", { name: "Schedule", exact: true }).click();
  await expect(panel.getByText(/publishes version \d+/)).toBeVisible();
  await panel.getByRole("button", { name: "Cancel schedule" }).click();
  await expect(panel.getByText(/publishes version \d+/)).toBeHidden();
  await panel.getByLabel(/^Not before \(/).fill("2030-05-04T09:30");
  await panel.getByRole("button", { name: "Embargo until" }).click();
  await expect(panel.getByText(/Embargo until .*2030/)).toBeVisible();
  await expect(panel.getByRole("button", { name: "Publish now" })).toBeHidden();
  await panel.getByRole("button", { name: "Lift embargo" }).click();
  await expect(panel.getByText(/Embargo until .*2030/)).toBeHidden();
  await panel.getByRole("button", { name: "Publish now" }).click();
  await expect(page.getByRole("link", { name: "View story" })).toBeVisible();
});

test("every page of the desk has its way out, and a new password is the one that opens", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("henrik@halyard.example");
  const story = await newStory(page);
  await saved(page);
  for (const path of ["/desk", "/account", "/desk/styleguide", `/desk/articles/${story}/preview`]) {
    await page.goto(path);
    await expect(page.getByRole("button", { name: "Sign out" }).first()).toBeVisible();
  }
  await page.goto("/account");
  const { email, password } = loginOf("henrik@halyard.example");
  await page.getByLabel("Current password").fill(password);
  await page.getByLabel("New password").fill("seven boats in a row");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("status").filter({ hasText: /password/i })).toBeVisible();
  await page.goto("/desk/styleguide");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  const { page: again } = await visitor();
  await again.goto("/sign-in");
  await again.getByLabel("Email").fill(email);
  await again.getByLabel("Password").fill("seven boats in a row");
  await again.getByRole("button", { name: "Sign in" }).click();
  await again.waitForURL("**/desk");
});
