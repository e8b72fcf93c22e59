import { expect, expectAccessible, newStory, publish, test, writeStory } from "./fixtures";

/* The moderators' own rules and shields, from the desk to a comment. */

test("an editor writes a rule, tries it, and a comment with the word waits; a moderator raises a shield over the story and takes it down", async ({ signedIn, visitor }) => {
  const word = `zwick${Date.now()}`;
  const { page: editor } = await signedIn("editor");
  await newStory(editor);
  await writeStory(editor, `A story with rules ${Date.now()}`);
  const path = await publish(editor);
  const id = /[0-9a-f-]{36}/.exec(editor.url())?.[0];
  await editor.setViewportSize({ width: 390, height: 844 });
  await editor.goto("/desk/comments/rules/words");
  const add = editor.getByRole("form", { name: "Add a rule" });
  await add.getByLabel("Looks for").fill("(unclosed");
  await add.getByLabel("As", { exact: true }).selectOption({ label: "Expression" });
  await add.getByRole("button", { name: "Add the rule" }).click();
  await expect(add.getByRole("alert")).toContainText("cannot be read");
  await add.getByLabel("Looks for").fill(word);
  await add.getByLabel("As", { exact: true }).selectOption({ label: "Word or phrase" });
  await add.getByLabel("Note").fill("A test of ours");
  await add.getByRole("button", { name: "Add the rule" }).click();
  await expect(add.getByRole("status")).toContainText("It holds from now on");
  const rule = editor.getByRole("list", { name: "Rules" }).getByRole("listitem").filter({ hasText: word });
  await expect(rule).toContainText("Found nothing yet.");
  const tried = editor.getByRole("form", { name: "Try a text" });
  await tried.getByLabel("A comment").fill(`Such a ${word.toUpperCase()}, call +49 170 123 45 67`);
  await tried.getByRole("button", { name: "Try it" }).click();
  await expect(tried.getByRole("status")).toContainText("It would wait for a moderator.");
  await expect(tried.locator("mark")).toHaveText([word.toUpperCase(), "+49 170 123 45 67"]);
  await expectAccessible(editor);

  const { page } = await visitor({ javaScript: false });
  await page.goto(path);
  await page.getByRole("textbox", { name: "Name" }).fill("Wren Guest");
  await page.getByRole("textbox", { name: "Email" }).fill("wren@reader.example");
  await page.getByRole("textbox", { name: "Comment" }).fill(`What a ${word}!`);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(async () => {
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByRole("status")).toContainText("waiting for review", { timeout: 500 });
  }).toPass({ intervals: [3000] });
  await editor.reload();
  await expect(rule).toContainText("Found in 1 comment");
  await rule.getByText("Change").click();
  await rule.getByLabel("It is").selectOption({ label: "Off" });
  await rule.getByRole("button", { name: "Save" }).click();
  await expect(rule.getByRole("status")).toHaveText("Saved.");
  await rule.getByRole("button", { name: `Delete ${word}` }).click();
  await expect(rule).toHaveCount(0);
  const deleted = editor.getByRole("list", { name: "Deleted lately" }).getByRole("listitem").filter({ hasText: word });
  await deleted.getByRole("button", { name: `Bring back ${word}` }).click();
  await expect(rule).toHaveCount(1);

  const { page: desk } = await signedIn("moderator");
  await desk.goto(`/desk/comments/shields?story=${id}`);
  const form = desk.getByRole("form", { name: "Raise a shield" });
  await form.getByRole("button", { name: "Raise the shield" }).click();
  await expect(form.getByRole("status")).toContainText("The shield stands.");
  await expectAccessible(desk);
  await desk.goto("/desk/comments");
  await expect(desk.getByText(/^A shield stands over “A story with rules/)).toBeVisible();
  await expect(desk.getByRole("article").filter({ hasText: word })).toContainText("A test of ours");
  await desk.goto("/desk/comments/shields");
  await desk.getByRole("listitem").filter({ hasText: "A story with rules" }).getByRole("button", { name: "Take it down" }).click();
  await expect(desk.getByText("No shield stands.")).toBeVisible();
  await desk.goto("/desk/comments/rules/words");
  await expect(desk.getByRole("heading", { name: "Words and addresses" })).toBeVisible();
  await expect(desk.getByRole("form", { name: "Add a rule" })).toHaveCount(0);
});
