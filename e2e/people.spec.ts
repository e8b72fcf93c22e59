import { expect, loginOf, test } from "./fixtures";

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

test("a role that was changed stays shown, and changes back", async ({ signedIn }) => {
  const { page } = await signedIn("administrator");
  await page.goto("/desk/people");
  const row = page.getByRole("row").filter({ hasText: "Jon Ferrar" });
  const role = row.getByRole("combobox", { name: "Role" });
  await role.selectOption("contributor");
  await row.getByRole("button", { name: "Change role" }).click();
  await expect(row.getByRole("status")).toContainText("Done.");
  await expect(role).toHaveValue("contributor");
  await page.reload();
  await expect(role).toHaveValue("contributor");
  await role.selectOption("reader");
  await row.getByRole("button", { name: "Change role" }).click();
  await expect(row.getByRole("status")).toContainText("Done.");
  await expect(role).toHaveValue("reader");
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

test("a reader who signs in from a story comes back to it; her account leads to the paper and asks for no line under stories", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/");
  await page.locator("main a[href^='/']:has(h2), main h2 a, main h3 a").first().click();
  await page.waitForURL(/\/.+/);
  const story = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Sign in" }).click();
  const { email, password } = loginOf("reader");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname === story);
  await page.goto("/account");
  await expect(page.getByLabel("Line under your stories")).toHaveCount(0);
  await page.getByRole("link", { name: "The Halyard" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/account");
  await page.getByRole("link", { name: "To the paper", exact: true }).click();
  await page.waitForURL((url) => url.pathname === "/");
});

test("what is typed while a form is on its way stays, and a password that was refused does not", async ({ visitor }) => {
  const { email, password } = loginOf("author");
  const { page } = await visitor();
  await page.goto("/sign-in");
  const field = page.getByRole("textbox", { name: "Password" });
  const send = page.getByRole("button", { name: "Sign in" });
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await field.fill("not this one");
  await send.click();
  await expect(page.getByRole("alert").filter({ hasText: "did not match" })).toBeVisible();
  await expect(field).toHaveValue("");

  let answer = () => {};
  const held = new Promise<void>((go) => {
    answer = go;
  });
  await page.route("**/sign-in", async (route) => {
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  await field.fill("nor this");
  await send.click();
  await expect(page.locator("form[aria-busy=true]")).toBeVisible();
  await field.fill(password);
  answer();
  await expect(page.locator("form[aria-busy=true]")).toHaveCount(0);
  await page.unroute("**/sign-in");
  // The answer is there, and all that React does after it.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  await expect(field).toHaveValue(password);
  await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue(email);
  await send.click();
  await expect(page).toHaveURL(/\/desk/);
});
