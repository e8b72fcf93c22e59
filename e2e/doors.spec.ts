import { request as rawRequest } from "node:http";
import { connect } from "node:net";
import sharp from "sharp";
import { WebSocket } from "ws";
import { expect, loginOf, newStory, origin, publish, saved, test, writeStory } from "./fixtures";

/* Roles, other origins, hostile input: what is refused, and that nothing changes. */

const statusFor = (host: string, path = "/"): Promise<number | undefined> =>
  new Promise((done, failed) => {
    const { hostname, port } = new URL(origin);
    const asked = rawRequest({ host: hostname, port, path, headers: { Host: host } }, (answer) => {
      answer.resume();
      done(answer.statusCode);
    });
    asked.once("error", failed);
    asked.end();
  });

/** The first lines that a socket's handshake is answered with. */
const handshake = (headers: string, host = new URL(origin).host, path = "/collab") =>
  new Promise<string>((done) => {
    const { hostname, port } = new URL(origin);
    const socket = connect({ host: hostname === "localhost" ? "127.0.0.1" : hostname, port: Number(port) }, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${Buffer.from("0123456789abcdef").toString("base64")}\r\nSec-WebSocket-Version: 13\r\n${headers}\r\n`),
    );
    socket.once("data", (data) => {
      done(data.toString("latin1"));
      socket.destroy();
    });
    socket.once("close", () => done(""));
  });

/** Sends up to 128 MB without saying how long it is, and stops when it is answered: what was answered, and how much had been taken by then. */
const sendWithoutEnd = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; text: string; sent: number }>((done, failed) => {
    const piece = Buffer.alloc(64 * 1024, "x");
    let sent = 0;
    let answered = false;
    const asked = rawRequest(origin + path, { method: "POST", headers: { Origin: origin, ...headers } }, (answer) => {
      answered = true;
      let text = "";
      answer.on("data", (chunk: Buffer) => {
        text += chunk.toString("utf8");
      });
      // Whether the server closes politely or at once, what it said has come.
      answer.once("close", () => done({ status: answer.statusCode, text, sent }));
      answer.once("end", () => asked.destroy());
    });
    asked.on("error", (error) => !answered && failed(error));
    const more = () => {
      while (!answered && !asked.destroyed && sent < 2048 * piece.length) {
        sent += piece.length;
        if (!asked.write(piece)) return void asked.once("drain", more);
      }
      if (!asked.destroyed) asked.end();
    };
    more();
  });

test("the paper answers to its own name, to the loopback's names, and to no other", async () => {
  const { port, host } = new URL(origin);
  for (const own of [host, `127.0.0.1:${port}`, `[::1]:${port}`]) expect(await statusFor(own)).toBe(200);
  for (const elsewhere of ["//evil.example/", "/\\evil.example/", "/\\"]) expect(await statusFor(host, elsewhere), elsewhere).toBe(400);
  for (const stranger of ["evil.example", "localhost.evil.example", `evil.example:${port}`]) {
    for (const path of ["/", "/no-such-page", "//evil.example", "/desk", "/_next/static/nothing.js", "/fonts/nothing", "/media/nothing"]) expect(await statusFor(stranger, path), path).toBe(421);
    for (const path of ["/collab", "/elsewhere"]) expect(await handshake(`Origin: http://${stranger}\r\n`, stranger, path), path).toMatch(/^HTTP\/1\.1 421 /);
    // Asked by machines that know our address only (docs/contracts/public-urls.md).
    for (const path of ["/healthz", "/readyz"]) expect(await statusFor(stranger, path), path).toBe(200);
  }
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
  // The page of somebody who has signed out since, in the browser of whoever came after.
  expect((await create({ Origin: origin, "Acting-As": crypto.randomUUID() })).status()).toBe(401);
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
  const asked = second.waitForRequest(/\/publish$/);
  await second.getByRole("button", { name: "Publish now" }).click();
  expect((await asked).headers()["acting-as"], "whose page it is").toMatch(/^[0-9a-f-]{36}$/);
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
  await expect(dayo.getByRole("status").filter({ hasText: /^Signed out: (keep this tab open|nothing unsent)\. Sign in$/ })).toBeVisible({ timeout: 5000 });
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
  await expect(page.getByText("Tell readers your name").first()).toBeVisible();
});

test("a comment of 200 KB or 2 MB is answered beside the field, with its start and all else kept; beyond 4 MB it is not read to its end, and the answer is the same page", async ({ signedIn, visitor }) => {
  const { page: editor } = await signedIn("editor");
  await newStory(editor);
  await writeStory(editor, `Too long ${Date.now()}`);
  const path = await publish(editor);
  const { page } = await visitor({ javaScript: false });
  await page.goto(path);
  const articleId = await page.locator('input[name="articleId"]').inputValue();
  const sentence = "A comment may have 5,000 characters at most. Shorten it and post it again.";
  const post = (characters: number) => fetch(`${origin}/comments`, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin }, body: `articleId=${articleId}&name=Ada+Reader&email=ada%40reader.example&comment=${"x".repeat(characters)}` });
  for (const [characters, status] of [[200_000, 422], [2_000_000, 422], [5_000_000, 413]] as const) {
    const answer = await post(characters);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(sentence);
    await page.goto(path);
    await page.getByRole("textbox", { name: "Name" }).fill("Ada Reader");
    await page.getByRole("textbox", { name: "Email" }).fill("ada@reader.example");
    await page.getByRole("textbox", { name: "Comment" }).evaluate((field: HTMLTextAreaElement, length) => {
      // A browser takes minutes to lay out a line of five megabytes.
      field.style.display = "none";
      field.value = "x".repeat(length);
    }, characters);
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Post comment" }).click();
    expect((await answered).status()).toBe(status);
    await expect(page.getByRole("alert")).toContainText(sentence);
    await expect(page.getByRole("main").getByRole("link").first()).toHaveAttribute("href", `${path}#comments`);
    await expect(page.getByRole("textbox", { name: "Comment" })).toHaveAccessibleDescription(new RegExp(sentence));
    await expect(page.getByRole("textbox", { name: "Comment" })).toHaveValue("x".repeat(5001));
    await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Ada Reader");
    await expect(page.getByRole("textbox", { name: "Email" })).toHaveValue("ada@reader.example");
    await expect(page.locator('input[name="articleId"]')).toHaveValue(articleId);
  }
  const json = await fetch(`${origin}/api/v1/comments`, { method: "POST", headers: { "Content-Type": "application/json", Origin: origin }, body: JSON.stringify({ articleId, comment: "x".repeat(2_000_000) }) });
  expect(json.status).toBe(422);
  expect(await json.json()).toMatchObject({ failure: { fields: { comment: sentence } } });
});

test("a form that hides how long it is, or is made of a million fields, does not keep the paper busy", async () => {
  const answer = await sendWithoutEnd("/comments", { "Content-Type": "application/x-www-form-urlencoded" });
  expect(answer).toMatchObject({ status: 413, text: expect.stringContaining("5,000 characters") });
  expect(answer.text).toContain("<h1>That was too long</h1>");
  expect(answer.sent).toBeLessThan(20 * 1024 * 1024);
  expect((await fetch(`${origin}/comments`, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin }, body: "a&".repeat(1_500_000), signal: AbortSignal.timeout(5000) })).status).toBe(413);
});

test("a form of the account or of a comment's own page that is too long to be read gets a page of the paper that says so", async ({ visitor }) => {
  const { page } = await visitor({ javaScript: false });
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill("orla@halyard.example");
  await page.getByLabel("Password").evaluate((field: HTMLInputElement) => {
    field.value = "x".repeat(2_000_000);
  });
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Sign in" }).click();
  expect((await answered).status()).toBe(413);
  await expect(page.getByRole("heading", { level: 1, name: "That was too long" })).toBeVisible();
  await expect(page).toHaveTitle("That was too long · The Halyard");
  await expect(page.getByRole("alert")).toContainText("Go back: what you typed is still in the form.");
  await expect(page.getByRole("banner")).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel("Email")).toHaveValue("orla@halyard.example");
  const withdrawing = await fetch(`${origin}/comments/withdraw`, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded", Origin: origin }, body: `key=none&x=${"x".repeat(5_000_000)}` });
  expect(withdrawing.status).toBe(413);
  expect(await withdrawing.text()).toContain("<h1>That was too long</h1>");
});

test("a connection on which a body was too long to be read still takes the next request", async () => {
  const { hostname, port, host } = new URL(origin);
  const body = JSON.stringify({ articleId: "", comment: "x".repeat(400_000) });
  const heard = await new Promise<string>((done) => {
    let text = "";
    const socket = connect({ host: hostname === "localhost" ? "127.0.0.1" : hostname, port: Number(port) });
    const finish = () => {
      done(text);
      socket.destroy();
    };
    socket.setTimeout(8000, finish).once("close", finish);
    socket.on("data", (data) => {
      const refused = text.includes(" 422 ");
      text += data.toString("latin1");
      if (!refused && text.includes(" 422 ")) socket.write(`GET /healthz HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
      if (text.includes("HTTP/1.1 200 ")) finish();
    });
    socket.write(`POST /api/v1/comments HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  });
  expect(heard).toContain("HTTP/1.1 422 ");
  expect(heard).toContain("HTTP/1.1 200 OK");
});

test("a socket from elsewhere, from nobody, or with junk is refused and the newsroom goes on", async ({ signedIn }) => {
  expect(await handshake("Origin: https://evil.example\r\n")).toContain("403");
  expect(await handshake("")).toContain("403");
  // Ours, but nobody: opened, then closed with the code that says so.
  expect(await handshake(`Origin: ${origin}\r\n`)).toContain("101");
  const { page } = await signedIn("editor");
  await newStory(page);
  await saved(page);
  expect(loginOf("editor").email).toBe("orla@halyard.example");
});

test("a socket message that the program does not take ends the connection, though the person may write", async ({ signedIn }) => {
  const { page, context } = await signedIn("editor");
  const id = await newStory(page);
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const ended = (kind: number) =>
    new Promise<{ code: number; reason: string }>((done, failed) => {
      const socket = new WebSocket(`${origin.replace("http", "ws")}/collab`, { headers: { Origin: origin, Cookie: cookie } });
      const story = Buffer.from(`article:${id}`);
      socket.once("open", () => socket.send(Buffer.concat([Buffer.from([story.length]), story, Buffer.from([kind, 2, 104, 105])])));
      socket.once("close", (code, reason) => done({ code, reason: reason.toString() }));
      socket.once("error", failed);
    });
  for (const kind of [4, 5, 6, 8, 42]) expect(await ended(kind)).toEqual({ code: 4429, reason: "unknown_message" });
  // The story goes on for those who write in it.
  await page.getByRole("textbox", { name: "Headline" }).fill("Still here");
  await saved(page);
});

test("an address that nobody can read is not here, and the database is not asked about it", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  for (const path of ["/tags/%00", "/authors/%00", "/town/%00", "/town/night-ferry-vote%00", "/desk?q=%00", "/desk?section=%00", "/search?q=%00", "/desk/articles/%00", "/desk?q=%ff", "/api/comments/token?article=%00", "/media/%00/480", "/comments/%00"]) expect((await page.request.get(path)).status(), path).toBe(404);
  const answer = await page.request.get("/tags/%00");
  expect(await answer.text()).toContain("<h1");
  expect((await page.request.get("/town?utm_source=%E2%82%AC+100")).status()).toBe(200);
});

test("signing in with an address that no mail server knows is answered beside the field", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/sign-in");
  await page.getByLabel("Email").evaluate((field: HTMLInputElement) => {
    field.type = "text";
    field.value = "a\u0000b@c.de";
  });
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This does not look like an e-mail address." })).toBeVisible();
});

test("a form of the desk that is sent from elsewhere is refused in words", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  const send = async (path: string, headers: Record<string, string>) => page.request.post(path, { multipart: { name: "x" }, headers });
  for (const headers of [{ Origin: "https://evil.example" }, { Origin: "null" }, { Origin: origin, "Sec-Fetch-Site": "cross-site" }, { Origin: origin.replace("localhost", "127.0.0.1") }, {}] as Record<string, string>[]) {
    for (const path of ["/desk", "/sign-in", "/account", "/town"]) {
      const answer = await send(path, headers);
      expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
      expect(await answer.text()).toContain("came from another site");
    }
  }
  // Told on a page of the paper, with its ways on.
  await page.route("**/sign-in", async (route) => route.fulfill({ response: await page.request.post("/sign-in", { multipart: { name: "x" }, headers: { Origin: "null" } }) }));
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1, name: "This form came from another site" })).toBeVisible();
  await expect(page.getByRole("navigation").first()).toBeVisible();
});

test("uploads that are no picture, too large or of 40 megapixels are refused in words", async ({ signedIn }) => {
  const { page, context } = await signedIn("editor");
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const post = async (type: string, body: BodyInit) => {
    const answer = await fetch(`${origin}/api/v1/media`, { method: "POST", headers: { Origin: origin, Cookie: cookie, ...(type ? { "Content-Type": type } : {}) }, body, duplex: "half" } as RequestInit);
    return { status: answer.status, sentence: ((await answer.json()) as { failure: { message: string } }).failure.message };
  };
  for (const [type, body] of [["multipart/form-data; boundary=x", "nonsense"], ["multipart/form-data", "nonsense"], ["application/json", "{}"], ["text/plain", "hello"]] as const) expect(await post(type, body)).toEqual({ status: 422, sentence: expect.stringMatching(/Choose a picture/) });
  // Says nothing of its length: read no further than what a picture may have.
  const hidden = await sendWithoutEnd("/api/v1/media", { Cookie: cookie, "Content-Type": "multipart/form-data; boundary=x" });
  expect(hidden).toMatchObject({ status: 422, text: expect.stringContaining("larger than 25 MB") });
  expect(hidden.sent).toBeLessThan(60 * 1024 * 1024);
  await newStory(page);
  await page.getByLabel("Lead picture file").setInputFiles({ name: "poster.png", mimeType: "image/png", buffer: await sharp({ create: { width: 8000, height: 5000, channels: 3, background: "#345" } }).png().toBuffer() });
  await expect(page.getByRole("alert").filter({ hasText: "40 megapixels" })).toBeVisible();
  // Sending the same picture once more would end the same.
  await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  await page.getByRole("button", { name: "Leave it" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "megapixels" })).toHaveCount(0);
});
