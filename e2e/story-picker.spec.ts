import { build } from "esbuild";
import type { StoryChoice } from "../lib/articles/desk-views";
import { expect, expectAccessible, test } from "./fixtures";

/* The picker by itself, on a page of its own: how it is worked by keys and what it says. Who may see what, its read tests. */

const story = (id: string, changes: Partial<StoryChoice> = {}): StoryChoice => ({ id, status: "live", headline: `Story ${id}`, path: `/town/${id}`, publishedAt: "2026-11-12T07:42:00Z", section: { name: "Town", accent: "town" }, byline: "Ines Marlowe", ...changes });
const newest = [story("ferry"), story("tram")];
const fitting = [story("boat", { headline: "The last boat home" }), story("draft", { headline: "A boat that is only planned", status: "draft", path: null, publishedAt: null }), story("self", { headline: "The boat that I write of" })];

let page: { script: string; styles: string };
test.beforeAll(async () => {
  const built = await build({
    stdin: {
      contents: `import { createRoot } from "react-dom/client";
        import { createElement } from "react";
        import "@/components/ui/tokens.css";
        import "@/components/desk/desk.css";
        import { StoryPicker } from "@/components/desk/editor/links/story-picker";
        window.picked = [];
        createRoot(document.querySelector("#place")).render(createElement(StoryPicker, { label: "Link", timeZone: "Europe/Oslo", self: "self", onPick: (one) => window.picked.push(one), onCancel: () => window.picked.push("cancelled") }));`,
      resolveDir: process.cwd(),
      loader: "tsx",
    },
    bundle: true,
    write: false,
    outdir: "out",
    format: "iife",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    alias: { "@": process.cwd() },
    external: ["/fonts/*"],
  });
  const text = (ending: string) => built.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
  page = { script: text(".js"), styles: text(".css") };
});

type Visitor = Parameters<Parameters<typeof test>[2]>[0]["visitor"];

async function opened(visitor: Visitor, options: Parameters<Visitor>[0] = {}) {
  const visit = await visitor(options);
  const asked: string[] = [];
  await visit.page.route("http://picker.example/**", async (route) => {
    const url = new URL(route.request().url());
    if (url.pathname !== "/api/v1/articles") return route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><title>Picker</title><style>${page.styles}</style><main><h1>A page for the picker</h1><div id="place"></div></main><script>${page.script.replaceAll("</script", "<\\/script")}</script>` });
    const typed = url.searchParams.get("q") ?? "";
    asked.push(typed);
    if (typed === "lost") return route.abort();
    if (typed === "late") await new Promise((come) => setTimeout(come, 600));
    return route.fulfill({ json: { value: typed === "" ? newest : "boat".startsWith(typed) ? fitting : [] } });
  });
  await visit.page.goto("http://picker.example/");
  const field = visit.page.getByRole("combobox", { name: "Link" });
  await expect(field).toBeFocused();
  const picked = () => visit.page.evaluate(() => (window as unknown as { picked: unknown[] }).picked);
  return { page: visit.page, field, picked, asked };
}

test("the newest stories stand there before anything is typed, and arrows and Enter take one", async ({ visitor }) => {
  const { page, field, picked } = await opened(visitor);
  await expect(page.getByRole("option")).toHaveCount(2);
  await expect(page.getByRole("status")).toHaveText("2 stories.");
  await expect(page.getByRole("option").first()).toContainText("Live");
  await expect(page.getByRole("option").first()).toContainText("12 Nov, 08:42");
  await page.keyboard.press("Enter");
  expect(await picked()).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const second = page.getByRole("option", { selected: true });
  await expect(second).toContainText("Story tram");
  await expect(field).toHaveAttribute("aria-activedescendant", (await second.getAttribute("id")) ?? "");
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("option", { selected: true })).toContainText("Story ferry");
  await page.keyboard.press("Enter");
  expect(await picked()).toMatchObject([{ href: "/town/ferry", story: { id: "ferry" } }]);
});

test("typing finds, an address is taken as it is, and what readers would not find is said", async ({ visitor }) => {
  const { page, field, picked } = await opened(visitor);
  await field.pressSequentially("boat");
  await expect(page.getByRole("option")).toHaveCount(3);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("status")).toContainText("readers would find nothing there");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("status")).toContainText("the story that you are in");
  await field.fill("example.org/a");
  await expect(page.getByRole("option")).toHaveText(["Link to https://example.org/a"]);
  await expect(page.getByRole("status")).toHaveText("No story fits.");
  await page.keyboard.press("Enter");
  expect(await picked()).toEqual([{ href: "https://example.org/a", story: null }]);
});

test("Escape closes the list and then the field; a lost connection still takes an address", async ({ visitor }) => {
  const { page, field, picked } = await opened(visitor);
  await expect(page.getByRole("option")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Escape");
  expect(await picked()).toEqual(["cancelled"]);
  await field.fill("lost");
  await expect(page.getByRole("status")).toContainText("Stories cannot be searched just now");
  await field.fill("https://example.org/");
  await page.getByRole("option", { name: "Link to https://example.org/" }).click();
  expect(await picked()).toContainEqual({ href: "https://example.org/", story: null });
});

test("it holds on a phone and in the dark", async ({ visitor }) => {
  const { page } = await opened(visitor, { width: 390, scheme: "dark" });
  await expect(page.getByRole("option")).toHaveCount(2);
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});

test("what is listed while something else is looked for cannot be taken by a key", async ({ visitor }) => {
  const { page, field, picked } = await opened(visitor);
  await expect(page.getByRole("option")).toHaveCount(2);
  await field.fill("late");
  await expect(page.getByRole("status")).toHaveText("Looking…");
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(page.getByRole("status")).toHaveText("No story fits.");
  expect(await picked()).toEqual([]);
});
