import { expect, expectAccessible, newStory, publish, test, writeStory } from "./fixtures";

/* How the discussion of a story is held, from the desk to the reader. */

test("a moderator has every comment of one story read first, says a word above them, and closes it; readers see each at once, also without JavaScript", async ({ signedIn, visitor }) => {
  const { page: editor } = await signedIn("editor");
  await newStory(editor);
  await writeStory(editor, `A discussion with rules ${Date.now()}`);
  const path = await publish(editor);
  const id = /[0-9a-f-]{36}/.exec(editor.url())?.[0];
  const { page: reader } = await visitor({ javaScript: false });
  const region = reader.getByRole("region", { name: "Leave a Comment" });
  await reader.goto(path);
  await expect(region.getByText(/^You can comment until /)).toBeVisible();

  const { page: desk } = await signedIn("moderator");
  await desk.setViewportSize({ width: 390, height: 844 });
  await desk.goto(`/desk/comments/discussions/${id}`);
  const form = desk.getByRole("form", { name: "How this discussion is held" });
  await expect(form.getByRole("radio", { name: /^Standard/ })).toBeChecked();
  await form.getByRole("radio", { name: /^Reviewed/ }).check();
  await form.getByLabel("It closes").selectOption({ label: "Never" });
  await form.getByLabel("A word from the newsroom").fill("The mayor answers on Friday.");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByRole("status")).toHaveText("Saved.");
  await expect(desk.getByText(/Open, without an end. Every comment is read before it appears./)).toBeVisible();
  await expectAccessible(desk);
  await reader.goto(path);
  await expect(region.getByText("Open · every comment is reviewed before it appears")).toBeVisible();
  await expect(region.getByRole("note")).toContainText("The mayor answers on Friday.");
  const { page: scripted } = await visitor();
  await scripted.goto(path);
  await expectAccessible(scripted);

  await form.getByRole("radio", { name: /^As chosen here/ }).check();
  await form.getByLabel("Comments are for").selectOption({ label: "People with an account" });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByText(/For people with an account./)).toBeVisible();
  await reader.goto(path);
  await expect(region.getByRole("link", { name: "Sign in to comment" })).toHaveAttribute("href", `/sign-in?next=${encodeURIComponent(`${path}#comments`)}`);
  await expect(region.getByRole("textbox", { name: "Name" })).toHaveCount(0);

  await form.getByRole("radio", { name: /^Sensitive/ }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(desk.getByText(/No comments are shown or taken./)).toBeVisible();
  await reader.goto(path);
  await expect(region.getByText("There are no comments on this story.")).toBeVisible();
  await expect(region.getByRole("textbox")).toHaveCount(0);
  await form.getByRole("radio", { name: /^Standard/ }).check();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Why it is held as sensitive no longer")).toHaveAccessibleDescription(/Say why it is held/);
});

test("the desk sees how discussions are held in the paper and its sections", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await page.goto("/desk/comments/rules");
  const paper = page.getByRole("form", { name: "Rules of The paper" });
  await expect(page.getByText("Everybody. Closes after 14 days.")).toBeVisible();
  await paper.getByText("Change").click();
  await paper.getByLabel("Closes after so many days").fill("soon");
  await paper.getByRole("button", { name: "Save" }).click();
  await expect(paper.getByLabel("Closes after so many days")).toHaveAccessibleDescription(/Write a number of days, or choose never/);
  const section = page.getByRole("form", { name: /^Rules of (?!The paper)/ }).first();
  await section.getByText("Change").click();
  await expect(section.getByLabel("How they are held")).toHaveValue("");
  await section.getByLabel("A word from the newsroom").fill("The desk reads along.");
  await section.getByRole("button", { name: "Save" }).click();
  await expect(section.getByRole("status")).toHaveText("Saved.");
  await expect(page.getByText("Says above the comments: “The desk reads along.”")).toBeVisible();
  await expectAccessible(page);
  await section.getByLabel("A word from the newsroom").fill("");
  await section.getByLabel("No word here").check();
  await section.getByLabel("Minutes in which one may edit").fill("15");
  await section.getByLabel("Comments of newcomers").selectOption({ label: "Appear at once" });
  await section.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Newcomers appear at once. Changes for 15 minutes. Says nothing above the comments.")).toBeVisible();
  await expectAccessible(page);
  await section.getByLabel("No word here").uncheck();
  await section.getByLabel("Minutes in which one may edit").fill("");
  await section.getByLabel("Comments of newcomers").selectOption("");
  await section.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Says nothing above the comments.")).toHaveCount(0);
});
