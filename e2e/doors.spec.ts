import { request as rawRequest } from "node:http";
import { connect } from "node:net";
import { expect, loginOf, newStory, origin, publish, saved, test, writeStory } from "./fixtures";

/* Roles, other origins, hostile input: what is refused, and that nothing changes. */

const statusFor = (host: string): Promise<number | undefined> =>
  new Promise((done, failed) => {
    const asked = rawRequest(`${origin}/`, { headers: { Host: host } }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    });
    asked.once("error", failed);
    asked.end();
  });

test("the paper answers to its own name, to the loopback's names, and to no other", async () => {
  const { port, host } = new URL(origin);
  for (const own of [host, `127.0.0.1:${port}`, `[::1]:${port}`]) expect(await statusFor(own)).toBe(200);
  for (const stranger of ["evil.example", "localhost.evil.example", `evil.example:${port}`]) expect(await statusFor(stranger)).toBe(421);
});

test("nobody outside sees the desk, and each role sees its own part", async ({ visitor, signedIn }) => {
  const { page } = await visitor();
  for (const path of ["/desk", "/desk/people", "/desk/comments", "/account"]) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in\?next=/);
  }
  for (const path of ["/api/v1/presence", "/api/v1/articles/0190b5a0-0000-7000-8000-000000000001/state"]) expect((await page.request.get(path)).status()).toBe(404);
  const { page: contributor } = await signedIn("contributor");
  await contributor.goto("/desk/people");
  await expect(contributor.getByText("There is nothing here for you")).toBeVisible();
  await contributor.goto("/desk/comments");
  await expect(contributor.getByText("There is nothing here for you")).toBeVisible();
  const { page: reader } = await signedIn("reader");
  await expect(reader).toHaveURL(/\/account$/);
  await reader.goto("/desk");
  await expect(reader).toHaveURL(/\/account$/);
});

test("a contributor hands in, an editor sends back with a word why, hands stay within the role", async ({ signedIn }) => {
  const { page: bea } = await signedIn("contributor");
  await newStory(bea);
  await writeStory(bea, "From the upper estuary");
  await bea.getByRole("button", { name: "Publish", exact: true }).click();
  const panel = bea.getByRole("dialog", { name: "Publish story" });
  await expect(panel.getByRole("button", { name: "Hand in" })).toBeVisible();
  await expect(panel.getByRole("button", { name: "Publish now" })).toHaveCount(0);
  const id = bea.url().split("/").at(-1);
  const tried = await bea.request.post(`/api/v1/articles/${id}/publish`, { data: { version: 1 }, headers: { Origin: origin } });
  expect(tried.status()).toBe(403);
  await panel.getByRole("button", { name: "Hand in" }).click();
  await expect(panel.getByText("Handed in by Bea Adeyo")).toBeVisible();

  const { page: orla } = await signedIn("editor");
  await orla.goto(bea.url());
  await saved(orla);
  await orla.getByRole("button", { name: "Publish", exact: true }).click();
  await orla.getByRole("textbox", { name: "A word why" }).fill("The second count is missing.");
  await orla.getByRole("button", { name: "Send back" }).click();
  await expect(orla.getByText("Sent back: The second count is missing.")).toBeVisible();
  await bea.reload();
  await saved(bea);
  await bea.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(bea.getByText("Sent back: The second count is missing.")).toBeVisible();
});

test("a form from another origin, from none, or with the wrong type changes nothing", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  const create = (headers: Record<string, string>) => page.request.post("/api/v1/articles", { data: "{}", headers: { "Content-Type": "application/json", ...headers } });
  for (const headers of [{ Origin: "https://evil.example" }, { Origin: "null" }, { "Sec-Fetch-Site": "cross-site", Origin: origin }, {}] as Record<string, string>[]) expect((await create(headers)).status()).toBe(403);
  expect((await page.request.post("/api/v1/articles", { data: "{}", headers: { "Content-Type": "text/plain", Origin: origin } })).status()).toBe(422);
  expect((await create({ Origin: origin })).status()).toBe(200);
});

test("a second publish from a stale tab is refused with who and when", async ({ signedIn }) => {
  const { page: first } = await signedIn("editor");
  await newStory(first);
  await writeStory(first, `Raced ${Date.now()}`);
  const { page: second } = await signedIn("administrator");
  await second.goto(first.url());
  await saved(second);
  await second.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(second.getByRole("button", { name: "Publish now" })).toBeVisible();
  // A tab that did not hear of it.
  const deaf = "**/api/v1/articles/*/state";
  await second.route(deaf, (route) => route.abort());
  await publish(first);
  await second.unroute(deaf);
  await second.getByRole("button", { name: "Publish now" }).click();
  await expect(second.getByRole("alert").filter({ hasText: /Orla Lindqvell published this story meanwhile, at \d\d:\d\d\./ })).toBeVisible();
  await expect(second.getByRole("link", { name: "View story" })).toBeVisible();
});

test("whoever is disabled is out at once, also in mid-sentence", async ({ signedIn }) => {
  const { page: dayo } = await signedIn("dayo@halyard.example");
  await newStory(dayo);
  await dayo.getByRole("textbox", { name: "Headline" }).fill("Half a sentence");
  await saved(dayo);
  const { page: wim } = await signedIn("administrator");
  await wim.goto("/desk/people");
  const row = wim.getByRole("row").filter({ hasText: "Dayo Okarin" });
  await row.getByRole("button", { name: "Disable" }).click();
  await expect(row.getByRole("button", { name: "Enable" })).toBeVisible();
  await expect(dayo.getByRole("status").filter({ hasText: "Signed out: keep this tab open" })).toBeVisible({ timeout: 5000 });
  expect((await dayo.request.get("/api/v1/presence")).status()).toBe(404);
  await row.getByRole("button", { name: "Enable" }).click();
  await expect(row.getByRole("button", { name: "Disable" })).toBeVisible();
});

test("pictures that are none are refused with a sentence, good ones become the lead picture", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  const chooser = page.getByLabel("Lead picture file");
  await chooser.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>') });
  await expect(page.getByRole("alert").filter({ hasText: "not a picture we can use" })).toBeVisible();
  await chooser.setInputFiles({ name: "broken.jpg", mimeType: "image/jpeg", buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1]), Buffer.alloc(400)]) });
  await expect(page.getByRole("alert").filter({ hasText: "damaged" })).toBeVisible();
  await chooser.setInputFiles("lib/imports/demo/pictures/lighthouse.avif");
  await expect(page.getByRole("textbox", { name: "Alt text" })).toBeVisible();
  await page.getByRole("textbox", { name: "Alt text" }).fill("A lighthouse at night");
  await page.getByRole("textbox", { name: "Credit" }).fill("Halyard Graphics");
  await writeStory(page, `With a picture ${Date.now()}`);
  const source = (await page.locator(".lead-box img").getAttribute("src")) ?? "";
  expect((await fetch(origin + source)).status).toBe(404);
  const path = await publish(page);
  const picture = await fetch(origin + source);
  expect(picture.status).toBe(200);
  expect(picture.headers.get("content-security-policy")).toContain("sandbox");
  expect(await (await fetch(origin + path)).text()).toContain('alt="A lighthouse at night"');
});

test("an over-long, hostile or huge comment is refused in words and what was typed is kept", async ({ signedIn, visitor }) => {
  const { page: editor } = await signedIn("editor");
  await newStory(editor);
  await writeStory(editor, `Refusals ${Date.now()}`);
  const path = await publish(editor);
  const { page } = await visitor({ javaScript: false });
  await page.goto(path);
  await page.getByRole("textbox", { name: "Name" }).fill("X");
  await page.getByRole("textbox", { name: "Email" }).fill("x@reader.example");
  await page.getByRole("textbox", { name: "Comment" }).fill("Kept, whatever happens.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await page.waitForTimeout(3200);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("Kept, whatever happens.");
  await expect(page.getByText("Tell readers your name.").first()).toBeVisible();
  const huge = await fetch(`${origin}/comments`, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin }, body: `comment=${"x".repeat(2_000_000)}` });
  expect(huge.status).toBeGreaterThanOrEqual(400);
  expect(huge.status).toBeLessThan(500);
});

test("a socket from elsewhere, from nobody, or with junk is refused and the newsroom goes on", async ({ signedIn }) => {
  const handshake = (headers: string) =>
    new Promise<string>((done) => {
      const { hostname, port, host } = new URL(origin);
      const socket = connect({ host: hostname === "localhost" ? "127.0.0.1" : hostname, port: Number(port) }, () =>
        socket.write(`GET /collab HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${Buffer.from("0123456789abcdef").toString("base64")}\r\nSec-WebSocket-Version: 13\r\n${headers}\r\n`),
      );
      socket.once("data", (data) => {
        done(data.toString("latin1"));
        socket.destroy();
      });
      socket.once("close", () => done(""));
    });
  expect(await handshake("Origin: https://evil.example\r\n")).toContain("403");
  expect(await handshake("")).toContain("403");
  // Ours, but nobody: opened, then closed with the code that says so.
  expect(await handshake(`Origin: ${origin}\r\n`)).toContain("101");
  const { page } = await signedIn("editor");
  await newStory(page);
  await saved(page);
  expect(loginOf("editor").email).toBe("orla@halyard.example");
});
