import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";

test("an editor writes and publishes, a reader comments, a moderator approves, and everybody reads it", async ({ signedIn, visitor }) => {
  const headline = `The whole journey ${Date.now()}`;
  const { page: editor } = await signedIn("editor");
  await newStory(editor);
  await editor.getByRole("textbox", { name: "Kicker" }).fill("Trial");
  await writeStory(editor, headline);
  await expectAccessible(editor);
  const path = await publish(editor);
  await expectAccessible(editor);
  expect(path).toMatch(/^\/town\/the-whole-journey-/);

  const { page: reader } = await visitor();
  await reader.goto(path);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(headline);
  await expect(reader.getByRole("article").first()).toContainText("The boat leaves at 23:40.");
  await expectAccessible(reader);
  const region = reader.getByRole("region", { name: "Leave a Comment" });
  await region.getByRole("textbox", { name: "Name" }).fill("Ada Reader");
  await region.getByRole("textbox", { name: "Email" }).fill("ada@reader.example");
  await region.getByRole("textbox", { name: "Comment" }).fill("I was on that boat & <b>saw</b> it.");
  await reader.waitForTimeout(3200);
  await region.getByRole("button", { name: "Post comment" }).click();
  await expect(region.getByRole("status")).toContainText("waiting for review");

  const { page: stranger } = await visitor();
  await stranger.goto(path);
  await expect(stranger.getByText("I was on that boat")).toHaveCount(0);

  const { page: moderator } = await signedIn("moderator");
  await moderator.goto("/desk/comments");
  await expectAccessible(moderator);
  const card = moderator.getByRole("article").filter({ hasText: "I was on that boat" });
  await card.getByRole("button", { name: "Approve" }).click();
  await expect(moderator.getByRole("article").filter({ hasText: "I was on that boat" })).toHaveCount(0);

  await stranger.reload();
  await expect(stranger.getByText("I was on that boat & <b>saw</b> it.")).toBeVisible();
  await moderator.getByRole("button", { name: /Undo: Ada Reader/ }).first().click();
  await expect(moderator.getByRole("article").filter({ hasText: "I was on that boat" })).toHaveCount(1);
  await stranger.reload();
  await expect(stranger.getByText("I was on that boat")).toHaveCount(0);
});

test("without JavaScript a reader reads, comments in two steps and sees what became of it", async ({ signedIn, visitor }) => {
  const { page: editor } = await signedIn("editor");
  await newStory(editor);
  await writeStory(editor, `Read without scripts ${Date.now()}`);
  const path = await publish(editor);

  const { page } = await visitor({ javaScript: false });
  await page.goto(path);
  await page.getByRole("textbox", { name: "Name" }).fill("No Script");
  await page.getByRole("textbox", { name: "Email" }).fill("noscript@reader.example");
  await page.getByRole("textbox", { name: "Comment" }).fill("Works without it.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page).toHaveURL(/\/comments\/compose\?article=/);
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("Works without it.");
  await page.waitForTimeout(3200);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByRole("status")).toContainText("waiting for review");
  expect((await page.request.get(page.url())).headers()["cache-control"]).toContain("no-store");
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("Works without it.");
  const compose = page.url();
  await page.goto(compose.replace("/comments/compose", "/comments"));
  await expect(page).toHaveURL(compose);
  await expect(page.getByRole("link", { name: /Read without scripts/ })).toBeVisible();
});

test("two people write in one story at once and see each other", async ({ signedIn }) => {
  const { page: orla } = await signedIn("editor");
  await newStory(orla);
  await writeStory(orla, "Written together", "One. ");
  const { page: wim } = await signedIn("administrator");
  await wim.goto(orla.url());
  await saved(wim);
  await expect(wim.getByRole("textbox", { name: "Headline" })).toHaveValue("Written together");
  await expect(orla.getByRole("list", { name: "In this story" })).toContainText("Wim Castell");
  await expect(orla.getByText("Wim Castell joined")).toBeAttached();
  await wim.getByRole("textbox", { name: "Kicker" }).fill("Both");
  await expect(orla.getByRole("textbox", { name: "Kicker" })).toHaveValue("Both");
  const line = orla.getByRole("textbox", { name: "Article body" }).locator("p").first();
  const before = await line.boundingBox();
  await wim.getByRole("textbox", { name: "Article body" }).click();
  await wim.keyboard.press("Control+End");
  await expect(line.locator(".caret")).toHaveCount(1);
  expect((await line.boundingBox())?.height).toBe(before?.height);
  await orla.getByRole("textbox", { name: "Headline" }).pressSequentially(" by two");
  await wim.keyboard.type("Two.");
  await expect(orla.getByRole("textbox", { name: "Article body" })).toContainText("One. Two.");
  await expect(wim.getByRole("textbox", { name: "Headline" })).toHaveValue("Written together by two");
  await saved(orla);
  await orla.reload();
  await saved(orla);
  await expect(orla.getByRole("textbox", { name: "Article body" })).toContainText("One. Two.");
});
