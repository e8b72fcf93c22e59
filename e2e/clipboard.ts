import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

/** What a program once put on the clipboard. */
export const corpus = (file: string): string => readFileSync(join("lib/content/paste/corpus", file), "utf8");

/** What the editor says of the last paste. */
export const pasteStrip = (page: Page) => page.getByRole("status", { name: "Paste" });

/** Pastes into the body as a program's clipboard does it. */
export async function paste(page: Page, clipboard: { html?: string; text?: string }): Promise<void> {
  await page.getByRole("textbox", { name: "Article body" }).evaluate((element, { html, text }) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    if (text) data.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, clipboard);
}
