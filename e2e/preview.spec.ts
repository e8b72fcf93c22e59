import { expect, newStory, test, writeStory } from "./fixtures";

test("a preview says that it is one, does what the reader's page does and leads back", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  const id = await newStory(page);
  await expect(page.getByText("The slug is empty")).toHaveCount(0);
  await writeStory(page, `Before it is out ${Date.now()}`);
  await expect(page.getByRole("heading", { level: 1, name: /^Before it is out/ })).toBeVisible();

  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(`/desk/articles/${id}/preview`);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(page.locator('link[rel="canonical"]'), "it is at no address that counts").toHaveCount(0);
  await expect(page.getByRole("region", { name: "Preview" })).toContainText(/as saved at \d\d:\d\d/);
  await expect(page.getByRole("button", { name: "Light or dark" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in" })).toHaveCount(0);
  expect(complaints).toEqual([]);
  await page.getByRole("link", { name: "Back to the story" }).click();
  await expect(page.getByRole("textbox", { name: "Headline" })).toBeVisible();
});

test("a preview is for those who may edit the story, and the desk alone may frame it", async ({ signedIn, visitor }) => {
  const { page } = await signedIn("editor");
  const id = await newStory(page);
  const address = `/desk/articles/${id}/preview`;
  const policyAt = async (path: string) => (await page.request.get(path)).headers()["content-security-policy"];
  expect(await policyAt(address)).toContain("frame-ancestors 'self'");
  for (const path of [`/desk/articles/${id}`, "/desk", "/"]) expect(await policyAt(path)).toContain("frame-ancestors 'none'");
  const { page: other } = await signedIn("contributor");
  expect((await other.goto(address))?.status()).toBe(404);
  const { page: stranger } = await visitor();
  await stranger.goto(address);
  await expect(stranger).toHaveURL(/\/sign-in\?next=/);
});
