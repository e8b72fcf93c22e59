import type { Page } from "@playwright/test";
import { expect, join, newStory, saved, test, writeStory } from "./fixtures";

/* Two who write in one paragraph: whatever one of them does with it, each keeps her words and her place. */

const body = (page: Page) => page.getByRole("textbox", { name: "Article body" });

/** The lines of the text, without the names that stand at colleagues' carets. */
const linesOf = (page: Page) =>
  body(page).evaluate((text) =>
    [...text.querySelectorAll("p, h2, h3")].map((line) => {
      const copy = line.cloneNode(true) as Element;
      for (const caret of copy.querySelectorAll(".caret")) caret.remove();
      // The browser keeps a caret apart with signs that nobody sees.
      return (copy.textContent ?? "").replace(/[\u200b\u2060\ufeff]/g, "");
    }),
  );

test("two write in one paragraph, which one of them splits and makes a heading meanwhile, and each goes on where she was", async ({ signedIn }) => {
  const { page: orla } = await signedIn("editor");
  await newStory(orla);
  await body(orla).pressSequentially("Beta two.");
  await body(orla).press("Enter");
  await body(orla).pressSequentially("Gamma.");
  await saved(orla);
  const { page: wim } = await signedIn("administrator");
  await join(wim, orla);
  const first = (page: Page) => body(page).locator("p, h2").first();
  for (const page of [orla, wim]) await first(page).click();
  await orla.keyboard.press("Home");
  await wim.keyboard.press("End");
  await Promise.all([orla.keyboard.type("Now and then ", { delay: 60 }), wim.keyboard.type(" one two three", { delay: 55 })]);
  for (const page of [orla, wim]) await expect.poll(() => linesOf(page)).toEqual(["Now and then Beta two. one two three", "Gamma."]);
  const typing = wim.keyboard.type(" four five six seven eight nine ten", { delay: 60 });
  await orla.keyboard.press("ControlOrMeta+Alt+2");
  await expect(first(wim)).toHaveJSProperty("tagName", "H2");
  await orla.keyboard.press("Enter");
  await typing;
  const wanted = ["Now and then ", "Beta two. one two three four five six seven eight nine ten", "Gamma."];
  for (const page of [orla, wim]) await expect.poll(() => linesOf(page)).toEqual(wanted);
  await saved(wim);
  // What was typed before the last change of its kind stays when that is taken back.
  await wim.keyboard.type(" and more");
  await wim.keyboard.press("ControlOrMeta+Alt+3");
  await expect(body(wim).locator("h3")).toHaveCount(1);
  await wim.keyboard.press("ControlOrMeta+z");
  await expect(body(wim).locator("h3")).toHaveCount(0);
  await expect.poll(() => linesOf(wim)).toEqual([wanted[0], `${wanted[1]} and more`, wanted[2]]);
});

test("whoever writes in a block that a colleague makes a heading of goes on where she was", async ({ signedIn }) => {
  const { page } = await signedIn("editor");
  const id = await newStory(page);
  await writeStory(page, `Two in one ${Date.now()}`, "Alpha.");
  await body(page).press("ControlOrMeta+End");
  for (const line of ["Beta", "Gamma."]) {
    await page.keyboard.press("Enter");
    await page.keyboard.insertText(line);
  }
  await saved(page);
  const { page: other } = await signedIn("administrator");
  await other.goto(`/desk/articles/${id}`);
  await saved(other);
  await body(page).getByText("Beta").click();
  await page.keyboard.press("End");
  await body(other).getByText("Beta").click();
  await other.keyboard.press("ControlOrMeta+Alt+2");
  await expect(body(page).getByRole("heading", { name: "Beta" })).toBeVisible();
  await page.keyboard.type(" two");
  // Behind the words stands the name at her caret.
  await expect(body(other).getByRole("heading", { name: /^Beta two/ })).toBeVisible();
  await expect(body(other).locator("> p").last()).toHaveText("Gamma.");
});

test("a word that is being composed stays whole, whatever a colleague does at its place and with its line meanwhile", async ({ signedIn }) => {
  const { page: orla, context } = await signedIn("editor");
  await newStory(orla);
  await body(orla).pressSequentially("Beta two.");
  await saved(orla);
  const { page: wim } = await signedIn("administrator");
  await join(wim, orla);
  const method = await context.newCDPSession(orla);
  const compose = (text: string) => method.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const line = (page: Page) => body(page).locator("p, h2").last();
  const into = async (page: Page, steps: number) => {
    await line(page).click();
    await page.keyboard.press("Home");
    for (let step = 0; step < steps; step++) await page.keyboard.press("ArrowRight");
  };
  const acts: { steps: [hers: number, his: number]; does: () => Promise<void>; wanted: RegExp[] }[] = [
    { steps: [4, 4], does: () => wim.keyboard.type("xyz"), wanted: [/^Beta(日本!xyz|xyz日本!) two\.$/] },
    { steps: [11, 2], does: () => wim.keyboard.press("ControlOrMeta+Alt+2"), wanted: [/日本![^日]*日本!/] },
    { steps: [15, 2], does: () => wim.keyboard.press("Enter"), wanted: [/^Be$/, /日本!.*日本!.*日本!/] },
  ];
  for (const { steps: [hers, his], does, wanted } of acts) {
    await into(wim, his);
    await into(orla, hers);
    for (const text of ["に", "にほ"]) await compose(text);
    await does();
    await saved(wim);
    for (const text of ["にほn", "にほん", "日本"]) await compose(text);
    await method.send("Input.insertText", { text: "日本" });
    await orla.keyboard.type("!");
    for (const page of [orla, wim]) {
      await expect.poll(() => linesOf(page)).toEqual(wanted.map((one) => expect.stringMatching(one)));
      expect((await linesOf(page)).join("")).not.toMatch(/[にほんn]/);
    }
    expect(await linesOf(wim)).toEqual(await linesOf(orla));
  }
  await saved(orla);
});
