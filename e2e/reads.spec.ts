import { expect, newStory, origin, publish, test, writeStory } from "./fixtures";

test("a story in sight is counted once for its reader, the desk sees it, and nothing is left with the reader", async ({ signedIn, visitor }) => {
  const { page: orla } = await signedIn("editor");
  const id = await newStory(orla);
  await writeStory(orla, `Read by one ${Date.now()}`);
  const path = await publish(orla);

  const { page: reader, context } = await visitor();
  await reader.clock.install();
  const told: string[] = [];
  reader.on("request", (request) => request.url().includes("/read?") && told.push(request.url()));
  await reader.goto(path);
  const beacon = reader.waitForRequest(/\/read\?/);
  await reader.clock.runFor(6000);
  expect(new URL((await beacon).url()).searchParams.get("at")).toBe(path);
  await reader.reload();
  await reader.clock.runFor(6000);
  expect(told).toHaveLength(1);
  expect(await context.cookies()).toEqual([]);

  for (let time = 0; time < 6; time++) expect((await reader.request.post(`/read?at=${encodeURIComponent(path)}`, { headers: { Origin: origin } })).status()).toBe(204);
  expect((await reader.request.post(`/read?at=${encodeURIComponent(path)}`, { headers: { Origin: "https://elsewhere.example" } })).status()).toBe(204);
  expect((await reader.request.post("/read?at=%2Fdesk%2Farticles")).status()).toBe(204);
  await expect(async () => {
    await orla.goto(`/desk?q=${path.split("/").at(-1)}`);
    await expect(orla.getByText("read 3 times")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await orla.goto(`/desk/articles/${id}`);
  await expect(orla.getByText("Read 3 times, 3 of these in the last 24 hours.")).toBeVisible();
});
