import { expect, expectAccessible, loginOf, newStory, origin, publish, test, writeStory } from "./fixtures";

test("an administrator opens a section, words it anew and moves it, and readers see each at once", async ({ signedIn, visitor }) => {
  const { page: wim } = await signedIn("administrator");
  await wim.getByRole("link", { name: "Settings" }).first().click();
  await expect(wim.getByRole("heading", { level: 1, name: "Sections" })).toBeVisible();
  await expectAccessible(wim);
  const add = wim.getByRole("form", { name: "New section" });
  await add.getByRole("textbox", { name: "Name" }).fill("Desk");
  await add.getByRole("button", { name: "Add section" }).click();
  await expect(add.getByText("“/desk” belongs to the program. Choose another address.").first()).toBeVisible();
  await expect(add.getByRole("textbox", { name: "Name" })).toHaveValue("Desk");
  await add.getByRole("textbox", { name: "Name" }).fill("Weather");
  await add.getByRole("combobox", { name: "Accent" }).selectOption("science");
  await add.getByRole("button", { name: "Add section" }).click();
  await expect(add.getByRole("status")).toContainText("/weather");
  await add.getByRole("textbox", { name: "Name" }).fill("Tides");
  await add.getByRole("button", { name: "Add section" }).click();
  await expect(add.getByRole("status")).toContainText("/tides");

  const { page: reader } = await visitor();
  expect((await reader.goto("/weather"))?.status()).toBe(200);
  const names = wim.getByRole("list", { name: "Sections in their order" }).getByRole("heading", { level: 2 });
  await expect(names).toHaveText([/./, /./, /./, /./, /./, /./, /./, "Sport", "Football", "Weather", "Tides"]);
  await wim.getByRole("button", { name: "Move Tides up" }).click();
  await expect(names).toHaveText([/./, /./, /./, /./, /./, /./, /./, "Sport", "Football", "Tides", "Weather"]);
  const weather = wim.getByRole("listitem").filter({ hasText: "/weather" });
  await weather.getByText("Change").click();
  await weather.getByRole("textbox", { name: "Name" }).fill("Wind and weather");
  await weather.getByRole("button", { name: "Save" }).click();
  await expect(weather.getByRole("heading", { level: 2 })).toHaveText("Wind and weather");
  await reader.reload();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Wind and weather");
});

test("without JavaScript sections are opened, worded and moved as well", async ({ visitor }) => {
  const { page } = await visitor({ javaScript: false });
  const { email, password } = loginOf("administrator");
  await page.goto("/sign-in?next=/desk/settings/sections");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const add = page.getByRole("form", { name: "New section" });
  await add.getByRole("textbox", { name: "Name" }).fill("Letters");
  await add.getByRole("button", { name: "Add section" }).click();
  await expect(page.getByRole("alert")).toContainText("“/letters” belongs to the program");
  await expect(add.getByRole("textbox", { name: "Name" })).toHaveValue("Letters");
  await add.getByRole("textbox", { name: "Address" }).fill("readers-letters");
  await add.getByRole("button", { name: "Add section" }).click();
  const letters = page.getByRole("listitem").filter({ hasText: "/readers-letters" });
  await expect(letters.getByRole("heading", { level: 2 })).toHaveText("Letters");
  await letters.getByText("Change").click();
  await letters.getByRole("textbox", { name: "Description" }).fill("What you tell us.");
  await letters.getByRole("button", { name: "Save" }).click();
  await expect(letters.getByText("What you tell us.")).toBeVisible();
  await letters.getByRole("button", { name: "Move Letters up" }).click();
  await expect(letters.getByRole("button", { name: "Move Letters down" })).toBeVisible();
});

test("a part of a section has its page, its feed and its place, and what is published in it stands in the whole at once", async ({ signedIn, visitor }) => {
  const { page: wim } = await signedIn("administrator");
  await wim.goto("/desk/settings/sections");
  const add = wim.getByRole("form", { name: "New section" });
  const partOf = add.getByRole("combobox", { name: "Part of" });
  await expect(partOf.getByRole("option", { name: "Football" })).toHaveCount(0);
  await add.getByRole("textbox", { name: "Name" }).fill("Sailing");
  await partOf.selectOption("Sport");
  await add.getByRole("button", { name: "Add section" }).click();
  await expect(add.getByRole("status")).toContainText("/sailing");
  await expectAccessible(wim);

  const { page: reader } = await visitor({ width: 320 });
  await reader.goto("/sailing");
  await expect(reader.getByText("Nothing has been published in this section yet.")).toBeVisible();
  const way = reader.getByRole("navigation", { name: "You are here" });
  await expect(way.getByRole("listitem")).toHaveText(["The Halyard", "Sport", "Sailing"]);
  expect(await reader.locator('script[type="application/ld+json"]').textContent()).toContain(`"name":"Sport","item":"${origin}/sport"`);
  const menu = reader.getByRole("navigation", { name: "Sections" }).first();
  await expect(menu.getByRole("link", { name: "Sport" })).toHaveAttribute("aria-current", "true");
  await expect(menu.getByRole("link", { name: "Sailing" })).toHaveAttribute("aria-current", "page");
  await expectAccessible(reader);
  await way.getByRole("link", { name: "Sport" }).click();
  await expect(reader).toHaveURL("/sport");
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("Sport");
  expect((await reader.request.get("/feeds/sport/rss.xml")).status()).toBe(200);

  await newStory(wim);
  await writeStory(wim, "Nine boats and one buoy", "All of them were late.", "Sport › Sailing");
  expect(await publish(wim)).toBe("/sailing/nine-boats-and-one-buoy");
  await reader.reload();
  await expect(reader.getByRole("main").getByRole("link", { name: "Nine boats and one buoy" })).toBeVisible();
  expect(await (await reader.request.get("/feeds/sport/rss.xml")).text()).toContain("Nine boats and one buoy");
  await reader.goto("/sport/sailing");
  await expect(reader).toHaveURL("/sailing");
});
