import { readdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { readClipboard } from "../lib/content/paste/paste";
import { parseOnServer } from "../lib/imports/documents/server-tree";
import { docxOf, wordParagraph } from "../lib/imports/documents/docx-fixture";
import { corpus, paste, pasteStrip } from "./clipboard";
import { expect, expectAccessible, newStory, saved, test } from "./fixtures";

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await body(page).evaluate(
    (element, file) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0))], file.name));
      const { left, top } = element.getBoundingClientRect();
      element.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true, clientX: left + 20, clientY: top + 10 }));
    },
    { name, content: Buffer.from(bytes).toString("base64") },
  );
}

test("a paste from Word arrives clean, tells what it left behind, and can be taken back by itself", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await page.keyboard.type("Before. ");
  await paste(page, { html: corpus("word-win-story.html") });
  await expect(body(page).getByRole("heading", { name: "A vote that crossed the aisle" })).toBeVisible();
  await expect(body(page).getByRole("link", { name: "end the sailing in December" })).toHaveAttribute("href", "https://example.org/ellery-ferries/notice");
  await expect(body(page).locator("blockquote")).toHaveText("“Nobody here thinks it is cheap.”");
  await expect(pasteStrip(page)).toContainText("Pasted from Word or Outlook.");
  await expect(pasteStrip(page)).toContainText("1 hidden passage left out · 1 tracked link cleaned");
  expect(await body(page).locator("[style], [class*=Mso], o\\:p, font").count()).toBe(0);
  await expectAccessible(page);

  // One edit may follow; the way back still leads to before the paste and keeps it.
  await page.keyboard.type("After.");
  await pasteStrip(page).getByRole("button", { name: "Undo paste" }).click();
  await expect(body(page)).toContainText("Before.");
  await expect(body(page).getByRole("heading")).toHaveCount(0);
  await expect(pasteStrip(page)).toHaveText("");
  await saved(page);
  await page.reload();
  await saved(page);
  await expect(body(page)).toContainText("Before.");
  await expect(body(page)).not.toContainText("Nurses");
});

test("the strip goes with the next edit but one; it sets the marks of a paste back to what they were", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await paste(page, { html: '<p>She said <b>"no"</b>. </p>' });
  await expect(body(page)).toHaveText("She said “no”.");
  await pasteStrip(page).getByRole("button", { name: "Leave its quotation marks as they came" }).click();
  await expect(body(page)).toHaveText('She said "no".');
  await expect(body(page)).toBeFocused();
  await expect(pasteStrip(page)).toHaveText("");
  await paste(page, { html: '<p style="color:red">The goat is in every photograph.</p>' });
  await expect(pasteStrip(page)).toContainText("1 style");
  await page.keyboard.type(" One edit.");
  await expect(pasteStrip(page)).toContainText("1 style");
  await page.keyboard.press("Control+b");
  await expect.poll(async () => {
    await page.keyboard.type(" x");
    return pasteStrip(page).textContent();
  }, { intervals: [600] }).toBe("");
});

test("Mod+Shift+V is bare text, and a plain paste says nothing", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.write([new ClipboardItem({ "text/html": new Blob(["<h2>Heading</h2><p><b>Bold</b></p>"], { type: "text/html" }), "text/plain": new Blob(["Heading\n**Bold**"], { type: "text/plain" }) })]));
  await page.keyboard.press("Control+Shift+V");
  await expect(body(page).locator("p")).toHaveText(["Heading", "**Bold**"]);
  await expect(body(page).getByRole("heading")).toHaveCount(0);
  await expect(body(page).locator("strong")).toHaveCount(0);
  await expect(pasteStrip(page)).toHaveText("");
  await page.keyboard.press("Control+V");
  await expect(body(page).getByRole("heading", { name: "Heading" })).toBeVisible();
});

test("wire copy is unwrapped; its place goes to the dateline, its notes to the stash", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await paste(page, { text: corpus("wire-press-release.txt") });
  await expect(pasteStrip(page)).toContainText("Pasted from wire copy.");
  await expect(pasteStrip(page)).toContainText("Embargo: EMBARGOED UNTIL 00:01 GMT");
  await pasteStrip(page).getByRole("button", { name: "Use “oyster-reef” as slug" }).click();
  await expect(page.getByRole("textbox", { name: "Slug" })).toHaveValue("oyster-reef");
  await expect(body(page).locator("[data-stash]")).toContainText("+47 5550 0142");
  await expect(body(page).locator("[data-stash]")).toContainText("EMBARGOED UNTIL 00:01 GMT");
  await pasteStrip(page).getByRole("button", { name: "Undo paste" }).click();
  await expect(body(page)).not.toContainText("reef");

  await body(page).click();
  await paste(page, { text: corpus("wire-reuters-like.txt") });
  await pasteStrip(page).getByRole("button", { name: "Use “Port Ellery keeps night ferry by two votes” as headline" }).click();
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue("Port Ellery keeps night ferry by two votes");
  await pasteStrip(page).getByRole("button", { name: "Use “Port Ellery” as dateline" }).click();
  await expect(page.getByRole("textbox", { name: "Dateline" })).toHaveValue("Port Ellery");
  await pasteStrip(page).getByRole("button", { name: "Add “Castell” as byline" }).click();
  await expect(pasteStrip(page).getByRole("button", { name: "“Castell” is a byline now" })).toBeDisabled();
  await expect(pasteStrip(page).getByRole("button", { name: "“Castell” is a byline now" })).toBeFocused();
  await expect(pasteStrip(page)).toContainText("set as the language does");
  await expect(body(page)).toContainText("Port Ellery’s council decided on Wednesday to go on subsidising the 23:40 sailing to Skerry until the end of March, the harbour office said.");
  await saved(page);

  await body(page).press("ControlOrMeta+f");
  await page.getByRole("checkbox", { name: "Whole words" }).check();
  await page.getByRole("textbox", { name: "Find" }).fill("sailing");
  await expect(page.getByRole("form", { name: "Find" })).toContainText("1 of 1");
});

test("the slash menu takes wire copy from the clipboard, and says what to press where the browser keeps it", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await page.keyboard.type("Before. /agency");
  await expect(page.getByRole("option", { name: "Wire copy" })).toBeVisible();
  await page.context().clearPermissions();
  await page.keyboard.press("Enter");
  await expect(pasteStrip(page)).toContainText(/press (?:Ctrl\+V|⌘V) instead/);
  await expectAccessible(page);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), corpus("wire-news-release.txt"));
  await page.keyboard.type("/wire");
  await expect(page.getByRole("option", { name: "Wire copy" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(pasteStrip(page)).toContainText("Pasted from wire copy.");
  await expect(body(page)).toContainText("night crossing");
  await pasteStrip(page).getByRole("button", { name: "Undo paste" }).click();
  await expect(body(page)).toHaveText("Before. ");
});

test("on a phone the strip stays in sight wherever the paste ends, and takes it back", async ({ signedIn }) => {
  const { page } = await signedIn("editor", { touch: true });
  await newStory(page);
  await body(page).tap();
  await paste(page, { html: `${corpus("word-win-story.html")}<p>${"It never paid. ".repeat(200)}</p>` });
  await paste(page, { text: corpus("wire-news-release.txt") });
  await expect(pasteStrip(page)).toContainText("Pasted from wire copy.");
  await expect(pasteStrip(page).getByRole("button", { name: "Undo paste" })).toBeInViewport();
  await expectAccessible(page);
  await pasteStrip(page).getByRole("button", { name: "Undo paste" }).tap();
  await expect(body(page)).not.toContainText("night crossing");
});

test("a hostile clipboard arrives harmless, and the story goes on being saved", async ({ signedIn }) => {
  const { page } = await signedIn("contributor");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("dialog", () => requests.push("dialog"));
  await newStory(page);
  await body(page).click();
  await paste(page, { html: corpus("web-hostile.html") });
  await expect(body(page)).toContainText("And the end is plain.");
  await paste(page, { html: '<figure data-id="abcdefghij" data-pm-slice="0 0 []" data-asset-id="../x"><figcaption>Not ours</figcaption></figure><div data-id="abcdefghij" data-embed-id="x" data-url="javascript:alert(1)"></div><p>A stranger’s slice.</p>' });
  await expect(body(page)).toContainText("A stranger’s slice.");
  await saved(page);
  expect(await body(page).locator("script, iframe, object, form, svg, img, style, [onclick], [style*=fixed], [href^=javascript], [href^=data]").count()).toBe(0);
  expect(requests.filter((url) => /evil|dialog/.test(url))).toEqual([]);
  await page.reload();
  await saved(page);
  await expect(body(page)).toContainText("A stranger’s slice.");
});

test("a paste of fifty megabytes is refused with a sentence and the page stays awake", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  await newStory(page);
  await body(page).click();
  await page.keyboard.type("Mine.");
  await body(page).evaluate((element) => {
    const data = new DataTransfer();
    data.setData("text/html", "<p>x</p>".repeat(6_500_000));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(pasteStrip(page)).toContainText("Nothing was pasted. This is 52 MB; at most 20 MB can be pasted at once.");
  await page.keyboard.type(" Still mine.");
  await expect(body(page)).toHaveText("Mine. Still mine.");
  await pasteStrip(page).getByRole("button", { name: "Dismiss" }).click();
  await expect(pasteStrip(page)).toHaveText("");
});

test("a Word document is dropped on the story; one that is damaged gets a sentence", async ({ signedIn }) => {
  const { page } = await signedIn("author");
  await newStory(page);
  await body(page).click();
  await drop(page, "night-ferry.docx", docxOf({ document: wordParagraph("The last boat home", "Heading1") + wordParagraph("Nurses take it, and bakers.") }));
  await expect(body(page).getByRole("heading", { name: "The last boat home" })).toBeVisible();
  await expect(body(page)).toContainText("Nurses take it, and bakers.");
  await expect(pasteStrip(page)).toContainText("Brought in night-ferry.docx. Kept aside: 1 heading given a level that the story has.");
  await drop(page, "story.md", Buffer.from("## From a file\n\nWith *stress* and \"signs\"."));
  await expect(body(page).getByRole("heading", { name: "From a file" })).toBeVisible();
  await expect(body(page)).toContainText("With stress and “signs”.");
  await pasteStrip(page).getByRole("button", { name: "Undo paste" }).click();
  await expect(body(page).getByRole("heading", { name: "From a file" })).toHaveCount(0);
  await expect(body(page).getByRole("heading", { name: "The last boat home" })).toBeVisible();
  await drop(page, "broken.docx", Buffer.from("PK\u0003\u0004 not really"));
  await expect(pasteStrip(page)).toContainText("broken.docx: This file is damaged and cannot be read.");

  // Beside the text, several at once and one that a story does not take: the page stays, and nothing is lost without a word.
  expect(await page.getByRole("banner", { name: "Desk" }).evaluate((bar) => {
    const data = new DataTransfer();
    for (const [name, words] of [["one.md", "From the first."], ["two.md", "From the second."], ["budget.pdf", "x"]] as const) data.items.add(new File([words], name));
    const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
    bar.dispatchEvent(event);
    return event.defaultPrevented;
  })).toBe(true);
  await expect(pasteStrip(page)).toContainText("Brought in one.md and two.md.");
  await expect(pasteStrip(page)).toContainText("budget.pdf: not taken.");
  await expect(body(page)).toContainText(/From the first\..*From the second\./s);
  await saved(page);
});

test("moderators and visitors have no document read", async ({ visitor, signedIn }) => {
  for (const [page, status] of [[(await visitor()).page, 401], [(await signedIn("moderator")).page, 403]] as const) {
    await page.goto("/");
    expect(await page.evaluate(async () => {
      const form = new FormData();
      form.append("file", new File(["# x"], "x.md"));
      return (await fetch("/api/v1/imports", { method: "POST", body: form })).status;
    })).toBe(status);
  }
});

test("a browser reads every clipboard of the corpus as the tests do", async ({ visitor }) => {
  const { page } = await visitor();
  await page.goto("/robots.txt");
  const { outputFiles } = await build({ stdin: { contents: 'export { readClipboard } from "@/lib/content/paste/paste";', resolveDir: process.cwd(), loader: "ts" }, bundle: true, write: false, format: "iife", globalName: "paste", platform: "browser", define: { "process.env.NODE_ENV": '"production"' }, logLevel: "silent" });
  await page.evaluate(outputFiles[0]?.text ?? "");
  for (const file of readdirSync("lib/content/paste/corpus").filter((name) => /\.(?:html|txt)$/.test(name))) {
    const clipboard = file.endsWith(".html") ? { html: corpus(file) } : { text: corpus(file) };
    const inBrowser = await page.evaluate((content) => {
      const { readClipboard: read } = (window as unknown as { paste: { readClipboard: typeof readClipboard } }).paste;
      return read(content, { parse: (html) => new DOMParser().parseFromString(html, "text/html"), ownOrigins: ["https://ellery.example"] });
    }, clipboard);
    expect(inBrowser, file).toEqual(JSON.parse(JSON.stringify(readClipboard(clipboard, { parse: parseOnServer, ownOrigins: ["https://ellery.example"] }))));
  }
});
