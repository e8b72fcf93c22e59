import { request as httpRequest, createServer, type Server } from "node:http";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, test as base, chromium, expect, type Page } from "@playwright/test";
import type { Login } from "./newsroom";

type Role = "administrator" | "editor" | "author" | "contributor" | "moderator" | "reader";

/** `cut` takes the server away from this visitor alone, whatever in the browser asks for it; `mend` brings it back. */
export type Visit = { context: BrowserContext; page: Page; line: { cut: () => void; mend: () => void } };

/** What a visitor sees the paper with; `touch` is a phone in the hand. */
type Visitor = { javaScript?: boolean; width?: number; scheme?: "light" | "dark"; touch?: boolean; /** Whether the desk's worker is let into the browser. What it fetches goes past what a test puts in the way of requests. */ worker?: boolean };

type Fixtures = {
  /** A fresh visitor with an address of her own, so that limits stay on. */
  visitor: (options?: Visitor) => Promise<Visit>;
  /** Somebody of the demo newsroom, signed in. */
  signedIn: (who: Role | string, options?: Visitor) => Promise<Visit>;
};

export const origin = process.env.STANDFIRST_ORIGIN ?? "";
export const logins = JSON.parse(process.env.STANDFIRST_LOGINS ?? "[]") as Login[];

export function loginOf(who: Role | string): Login {
  const login = logins.find((one) => one.role === who || one.email === who);
  if (!login) throw new Error(`Nobody is ${who}.`);
  return login;
}

/** A forward proxy that leaves from a loopback address of its own: to the server each visitor is somebody else. */
async function addressOf(number: number): Promise<{ server: Server; url: string; line: Visit["line"] }> {
  let isCut = false;
  const tunnels = new Set<Duplex>();
  const localAddress = `127.${1 + (number % 250)}.${1 + (Math.floor(number / 250) % 250)}.7`;
  const server = createServer((request, response) => {
    if (isCut) return void response.destroy();
    const target = new URL(request.url ?? "");
    const forwarded = httpRequest({ host: "127.0.0.1", port: target.port, path: target.pathname + target.search, method: request.method, headers: request.headers, localAddress }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    forwarded.on("error", () => response.destroy());
    request.pipe(forwarded);
  });
  server.on("connect", (request, socket, head) => {
    if (isCut) return void socket.destroy();
    tunnels.add(socket);
    socket.on("close", () => tunnels.delete(socket));
    const port = Number(request.url?.split(":")[1]);
    const upstream = connect({ host: "127.0.0.1", port, localAddress }, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const line = {
    cut() {
      isCut = true;
      for (const socket of tunnels) socket.destroy();
      server.closeAllConnections();
    },
    mend() {
      isCut = false;
    },
  };
  return { server, line, url: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}` };
}

let visitors = (process.pid % 200) * 250;

/** Messages of the browser that are not ours to answer for, and what it says of a preview that was asked to run no script. */
const harmless = /Blocked script execution in '[^']*\/preview\?bare=|WebSocket is closed before the connection is established|the server responded with a status of (4\d\d|503)|net::ERR_|WebSocket connection to/;

export const test = base.extend<Fixtures, { shared: Browser }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: process.env.STANDFIRST_BROWSER ?? "", args: JSON.parse(process.env.STANDFIRST_BROWSER_FLAGS ?? "[]") as string[] });
      await use(browser);
      await browser.close();
    },
    { scope: "worker" },
  ],
  visitor: async ({ shared }, use) => {
    const open: { server: Server; context: BrowserContext }[] = [];
    const complaints: string[] = [];
    await use(async ({ javaScript = true, width = 1280, scheme = "light", touch = false, worker = false } = {}) => {
      const { server, url, line } = await addressOf(visitors++);
      const context = await shared.newContext({ baseURL: origin, serviceWorkers: worker ? "allow" : "block", javaScriptEnabled: javaScript, ...(touch ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : { viewport: { width, height: 900 } }), colorScheme: scheme, proxy: { server: url, bypass: "<-loopback>" } });
      const page = await context.newPage();
      // The browser hands file choosers over only once it has heard that somebody waits: heard before any key can open one.
      page.on("filechooser", () => undefined);
      page.on("console", (message) => message.type() === "error" && !harmless.test(message.text()) && complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      open.push({ server, context });
      return { context, page, line };
    });
    for (const { server, context } of open) {
      await context.close();
      server.closeAllConnections();
      server.close();
    }
    expect(complaints, "errors in the browser’s console").toEqual([]);
  },
  signedIn: async ({ visitor }, use) => {
    await use(async (who, options) => {
      const visit = await visitor(options);
      const { email, password } = loginOf(who);
      await visit.page.goto("/sign-in");
      await visit.page.getByLabel("Email").fill(email);
      await visit.page.getByLabel("Password").fill(password);
      await visit.page.getByRole("button", { name: "Sign in" }).click();
      await visit.page.waitForURL(/\/(desk|account)/);
      return visit;
    });
  },
});

export { expect };

/** No violation of WCAG 2.2 AA that axe can see, in this state of the page. */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour that is still changing is no colour to judge: a button that has just become usable fades for a moment.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.evaluate(() => {
    for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) one.finish();
  });
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  await page.emulateMedia({ reducedMotion: null });
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`)).toEqual([]);
}

/** Begins a story and waits until the editor may be typed in. */
export async function newStory(page: Page): Promise<string> {
  await page.goto("/desk");
  await page.getByRole("button", { name: "New story" }).click();
  await page.waitForURL(/\/desk\/articles\/[0-9a-f-]{36}$/);
  await saved(page);
  return page.url().split("/").at(-1) ?? "";
}

/** Opens the same story for somebody else. */
export async function join(page: Page, story: Page): Promise<void> {
  await page.goto(story.url());
  await saved(page);
}

/** Waits for the word "Saved". */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^Saved/ })).toBeVisible({ timeout: 20_000 });
}

/** Types a story that may be published. */
export async function writeStory(page: Page, headline: string, body = "The boat leaves at 23:40.", section = "Town"): Promise<void> {
  await page.getByRole("textbox", { name: "Headline" }).fill(headline);
  await page.getByRole("textbox", { name: "Standfirst" }).fill("It sails until spring.");
  await page.getByRole("textbox", { name: "Article body" }).click();
  await page.keyboard.type(body);
  await page.getByRole("combobox", { name: "Section" }).selectOption({ label: section });
  await saved(page);
}

/** Publishes the open story and returns its public path. */
export async function publish(page: Page): Promise<string> {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog", { name: "Publish story" }).getByRole("button", { name: "Publish now" }).click();
  const link = page.getByRole("link", { name: "View story" });
  await expect(link).toBeVisible();
  return (await link.getAttribute("href")) ?? "";
}
