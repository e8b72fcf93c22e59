import { expect, test } from "./fixtures";

test("two people are invited one after the other from the same open page, each with a link of her own", async ({ signedIn }) => {
  const { page } = await signedIn("administrator");
  await page.goto("/desk/people");
  const form = page.getByRole("form", { name: "Invite somebody" });
  const links: string[] = [];
  for (const name of ["Freya Nord", "Sven Holm"]) {
    await form.getByRole("textbox", { name: "Name" }).fill(name);
    await form.getByRole("textbox", { name: "Email" }).fill(`${name.split(" ")[0]?.toLowerCase()}-${Date.now()}@halyard.example`);
    await form.getByRole("button", { name: "Invite" }).click();
    await expect(page.getByRole("row").filter({ hasText: name })).toBeVisible();
    const link = form.getByRole("status").getByRole("textbox", { name: "Link to pass on" });
    await expect(link).toHaveValue(/\/invitation\//);
    links.push(await link.inputValue());
    await expect(form.getByRole("button", { name: "Copy" })).toBeVisible();
  }
  expect(new Set(links).size).toBe(2);
});

test("an invitation that was refused may be mended and sent again", async ({ signedIn }) => {
  const { page } = await signedIn("administrator");
  await page.goto("/desk/people");
  const form = page.getByRole("form", { name: "Invite somebody" });
  await form.getByRole("textbox", { name: "Name" }).fill("Orla Twice");
  await form.getByRole("textbox", { name: "Email" }).fill("orla@halyard.example");
  await form.getByRole("button", { name: "Invite" }).click();
  await expect(form.getByText("Somebody has this address already.").first()).toBeVisible();
  await expect(form.getByRole("textbox", { name: "Name" })).toHaveValue("Orla Twice");
  await form.getByRole("textbox", { name: "Email" }).fill(`orla-${Date.now()}@halyard.example`);
  await form.getByRole("button", { name: "Invite" }).click();
  await expect(form.getByRole("textbox", { name: "Link to pass on" })).toHaveValue(/\/invitation\//);
});
