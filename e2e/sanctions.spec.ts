import type { Page } from "@playwright/test";
import { expect, expectAccessible, newStory, publish, test, writeStory } from "./fixtures";

/** Posts as a guest without JavaScript, and gives what the page says once the form is old enough to be sent. */
async function post(page: Page, address: string, email: string, text: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("textbox", { name: "Name" }).fill("Tilde Marsh");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("textbox", { name: "Comment" }).fill(text);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(async () => {
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByRole("status").or(page.getByRole("alert")).filter({ hasText: /waiting for review|No comments are taken/ })).toBeVisible({ timeout: 500 });
  }).toPass({ intervals: [3000] });
}

test("a moderator suspends a guest with what she wrote, who reads why and is refused, and all of it comes back with one word", async ({ visitor, signedIn }) => {
  test.setTimeout(90_000);
  const { page: editor } = await signedIn("editor");
  const storyId = await newStory(editor);
  await writeStory(editor, `The tide waits for nobody ${Date.now()}`);
  const address = await publish(editor);
  const email = `tilde-${Date.now()}@post.example`;
  const { page: guest } = await visitor({ javaScript: false, width: 390 });
  await post(guest, address, email, `The tide does not wait, ${email}.`);
  const own = guest.url();

  const { page } = await signedIn("moderator");
  await page.goto(`/desk/comments/audit?actor=program&story=${storyId}`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Its author" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Tilde Marsh" })).toBeVisible();
  await page.getByText("Impose a sanction…").click();
  const form = page.getByRole("form", { name: "Impose a sanction" });
  await form.getByRole("radio", { name: /^Suspension/ }).check();
  await form.getByRole("combobox", { name: "Reason" }).selectOption("abuse");
  await form.getByRole("combobox", { name: "Also reject her comments" }).selectOption({ label: "All (1)" });
  await form.getByRole("textbox", { name: "Message" }).fill("Leave the ferrymen alone.");
  await form.getByRole("button", { name: "Impose" }).click();
  await expect(form.getByRole("alert")).toContainText("Between 1 and 3650 days");
  await expectAccessible(page);
  await form.getByRole("combobox", { name: "How long" }).selectOption("7");
  await form.getByRole("button", { name: "Impose" }).click();
  await expect(form.getByRole("status")).toContainText("It holds from now on.");
  const imposed = page.getByRole("article", { name: /^Suspension/ });
  await expect(imposed).toContainText("1 rejected with it", { timeout: 20_000 });
  await expectAccessible(page);

  await guest.goto(own);
  await expect(guest.getByRole("region", { name: "What the moderators decided about you" })).toContainText("Leave the ferrymen alone.");
  await expect(guest.getByRole("status")).toContainText("was not published");
  await post(guest, address, email, `Nor do I, ${email}.`);
  await expect(guest.getByRole("alert")).toContainText("No comments are taken from this address");

  await imposed.getByText("Lift…").click();
  await imposed.getByRole("checkbox", { name: "Bring back what was rejected with it (1)" }).check();
  await imposed.getByRole("button", { name: "Lift it" }).click();
  await expect(imposed).toContainText("1 brought back", { timeout: 20_000 });
  await expect(imposed).toContainText("Lifted by Maud Pettersen");

  const file = await page.request.get("/api/v1/moderation/audit?as=csv&reason=abuse");
  expect(file.headers()["content-type"]).toContain("text/csv");
  expect(await file.text()).toContain('"held","rejected","abuse"');
  for (const [place, heading] of [["statistics", "Statistics"], ["quality", "A second look"]] as const) {
    await page.goto(`/desk/comments/${place}`);
    await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
    await expectAccessible(page);
  }
});
