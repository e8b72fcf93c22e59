import { expect, expectAccessible, test } from "./fixtures";

test("an editor introduces a tag, and readers and machines see it at once", async ({ signedIn, visitor }) => {
  const { page: reader } = await visitor({ width: 320 });
  await reader.goto("/tags/birds");
  await expect(reader.getByText("What we have written about it, newest first.")).toBeVisible();
  const { page: orla } = await signedIn("editor", { width: 390 });
  await orla.getByRole("link", { name: "Tags" }).click();
  await expectAccessible(orla);
  await orla.getByRole("searchbox", { name: "Name of a tag" }).fill("bird");
  await orla.getByRole("button", { name: "Show" }).click();
  await orla.getByText("Write an introduction of Birds").click();
  await orla.getByRole("textbox", { name: "Introduction" }).fill("Whoever nests on what we leave.");
  await orla.getByRole("button", { name: "Save" }).click();
  await expect(orla.getByRole("status")).toHaveText("Saved.");
  await expectAccessible(orla);

  await reader.reload();
  await expect(reader.getByText("Whoever nests on what we leave.")).toBeVisible();
  await expect(reader.locator('meta[name="description"]')).toHaveAttribute("content", "Whoever nests on what we leave.");
  expect(await (await reader.request.get("/feeds/tags/birds/rss.xml")).text()).toContain("Whoever nests on what we leave.");
  await expectAccessible(reader);
});
