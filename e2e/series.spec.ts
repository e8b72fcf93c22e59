import { expect, expectAccessible, newStory, publish, test, writeStory } from "./fixtures";

test("an editor makes a series of two stories and turns their order, and readers are led through it", async ({ signedIn, visitor }) => {
  const { page: orla } = await signedIn("editor");
  await orla.getByRole("link", { name: "Series" }).click();
  const add = orla.getByRole("form", { name: "New series" });
  await add.getByRole("textbox", { name: "Title" }).fill("Two ways home");
  await add.getByRole("textbox", { name: "Introduction" }).fill("By water and by road.");
  await add.getByRole("button", { name: "Begin the series" }).click();
  await expect(add.getByRole("status")).toContainText("/series/two-ways-home");
  await expectAccessible(orla);

  const { page: reader } = await visitor({ width: 320 });
  expect((await reader.goto("/series/two-ways-home"))?.status(), "no part is public").toBe(404);
  const write = async (headline: string) => {
    const id = await newStory(orla);
    await writeStory(orla, headline);
    await orla.getByRole("combobox", { name: "Series" }).selectOption("Two ways home");
    await expect(orla.getByText(/^Number \d of \d here/)).toBeVisible();
    return id;
  };
  await write("Home by water");
  await expectAccessible(orla);
  const first = await publish(orla);
  expect((await reader.reload())?.status()).toBe(200);
  await expect(reader.getByText("Series · 1 part")).toBeVisible();

  const road = await write("Home by road");
  const preview = await orla.context().newPage();
  await preview.goto(`/desk/articles/${road}/preview`);
  await expect(preview.getByText("Part 2 of 2 of Two ways home"), "as its page will say").toBeVisible();
  await preview.close();
  await reader.goto(first);
  await expect(reader.getByText("Part 1 of"), "what is not public is not counted").toHaveCount(0);
  const second = await publish(orla);
  await reader.reload();
  await expect(reader.getByText("Part 1 of 2 of Two ways home")).toBeVisible();
  await expectAccessible(reader);
  await reader.getByRole("navigation", { name: "Two ways home" }).getByRole("link", { name: "Home by road" }).click();
  await expect(reader).toHaveURL(second);
  await expect(reader.getByText("Part 2 of 2 of")).toBeVisible();
  expect(await reader.locator('script[type="application/ld+json"]').first().textContent()).toContain('"isPartOf":{"@type":"CreativeWorkSeries","name":"Two ways home"');
  await reader.getByRole("link", { name: "Two ways home" }).click();
  const parts = reader.getByRole("main").getByRole("heading", { level: 3 });
  await expect(parts).toHaveText(["Home by water", "Home by road"]);
  await expectAccessible(reader);
  expect(await (await reader.request.get("/sitemaps/0")).text()).toContain("/series/two-ways-home");
  await expect(reader.locator('link[rel="alternate"][href$="/feeds/series/two-ways-home/atom.xml"]')).toHaveCount(1);
  const feed = async () => {
    const told = (await (await reader.request.get("/feeds/series/two-ways-home/feed.json")).json()) as { title: string; description: string; items: { title: string }[] };
    return [told.title, told.description, ...told.items.map((item) => item.title)];
  };
  expect(await feed()).toEqual([expect.stringContaining(": Two ways home"), "By water and by road.", "Home by road", "Home by water"]);

  await orla.goto("/desk/series");
  await orla.getByRole("button", { name: "Move Home by road up" }).click();
  await expect(orla.getByRole("list", { name: "Parts of Two ways home" }).getByRole("link")).toHaveText(["Home by road", "Home by water"]);
  await reader.reload();
  await expect(parts).toHaveText(["Home by road", "Home by water"]);
  await orla.getByRole("button", { name: "Take out Home by road" }).click();
  await expect(orla.getByRole("list", { name: "Parts of Two ways home" }).getByRole("link")).toHaveText(["Home by water"]);
  await expect.poll(feed).toEqual([expect.anything(), expect.anything(), "Home by water"]);
  await reader.goto(second);
  await expect(reader.getByText("Two ways home")).toHaveCount(0);
});
