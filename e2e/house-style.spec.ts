import { expect, expectAccessible, newStory, publish, saved, test, writeStory } from "./fixtures";

test("an administrator writes a rule of the house, and a story that breaks it says so beside the text", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("administrator");
  await page.goto("/desk/settings/house-style");
  await expectAccessible(page);
  const rules = page.getByRole("textbox", { name: "Rules, one a line" });
  const before = await rules.inputValue();
  await rules.fill(`${before}\n | in its place`);
  await page.getByRole("button", { name: "Save the rules" }).click();
  await expect(page.getByRole("alert").first()).toHaveText(/^Line \d+: A pattern holds at least one letter or figure\.$/);
  await expect(rules).toHaveValue(/in its place$/);
  await rules.fill(`${before}\nquayside zeppelin* | airship | Readers ask what that is.`);
  await page.getByRole("button", { name: "Save the rules" }).click();
  await expect(page.getByRole("status")).toContainText("Saved:");
  await page.reload();
  await expect(rules).toHaveValue(/quayside zeppelin\* \| airship \| Readers ask what that is\.$/);

  await newStory(page);
  await writeStory(page, "Above the harbour", "Two quayside zeppelins came in.");
  await page.getByRole("tab", { name: /Checks/ }).click();
  await expect(page.getByText("“quayside zeppelins”: better “airship”")).toBeVisible();
  const long = "The harbour council has voted by seven to five to keep the old ferry running until the spring";
  await page.getByRole("textbox", { name: "Headline" }).fill(long);
  await page.getByRole("button", { name: "Show: The headline is cut on fronts" }).click();
  await page.getByRole("textbox", { name: "Shorter, for fronts" }).fill("The old ferry runs until spring");
  await saved(page);
  const path = await publish(page);
  const { page: reader } = await visitor();
  await reader.goto("/town");
  await expect(reader.getByRole("link", { name: "The old ferry runs until spring" })).toHaveAttribute("href", path);
  await reader.goto(path);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(long);
});
