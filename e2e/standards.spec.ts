import { extractText, getDocumentProxy } from "unpdf";
import { expect, expectAccessible, origin, test } from "./fixtures";

const story = "/town/night-ferry-vote";
const rightToLeft = `/culture/${encodeURIComponent("بازگشایی-کتابخانه-مرکزی")}`;

test("readers’ pages hold in forced colours, with letters twice as large, and with letters and lines set apart", async ({ visitor }) => {
  const { page } = await visitor();
  for (const path of ["/", "/search?q=ferry", story, rightToLeft]) {
    await page.goto(path);
    // WCAG 1.4.4 and 1.4.12, as a reader's own style sheet would do it.
    for (const change of ["large", "apart"] as const) {
      const { sideways, cut } = await page.evaluate((how) => {
        const root = document.documentElement;
        if (how === "large") root.style.fontSize = "200%";
        else {
          root.style.fontSize = "";
          const spaced = new CSSStyleSheet();
          spaced.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
          document.adoptedStyleSheets = [spaced];
        }
        const hides = (one: Element) => /hidden|clip/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 2 && one.clientHeight > 8 && (one.textContent ?? "").trim() !== "";
        return { sideways: root.scrollWidth - root.clientWidth, cut: [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && hides(one)).map((one) => `${one.tagName}.${one.className}`) };
      }, change);
      expect(sideways, `${path}, ${change}: scrolls sideways`).toBeLessThanOrEqual(0);
      expect(cut, `${path}, ${change}: words are cut off`).toEqual([]);
      // Both at once: what axe asks of either, it asks of the two.
      if (change === "large") {
        await page.emulateMedia({ forcedColors: "active" });
        await expectAccessible(page);
        await page.emulateMedia({ forcedColors: null });
      }
    }
  }
});

test("every control of a reader’s page is reached by Tab, is seen when it is, and lies under nothing", async ({ visitor }) => {
  for (const { path, width } of [{ path: story, width: 390 }, { path: "/", width: 1280 }, { path: "/search?q=ferry", width: 390 }]) {
    const { page } = await visitor({ width });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    // What comes with the script is there before the walk begins.
    await page.waitForLoadState("networkidle");
    const wanted = await page.evaluate(() => {
      const controls = [...document.querySelectorAll<HTMLElement>("a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea, summary, [tabindex='0']")];
      // Of radio buttons the keys of arrows lead from one to the next.
      const reachable = controls.filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.tabIndex >= 0 && !(one instanceof HTMLInputElement && one.type === "radio"));
      for (const [index, one] of reachable.entries()) one.dataset.walked = String(index);
      return reachable.length;
    });
    expect(wanted, path).toBeGreaterThan(20);
    const seen = new Set<string>();
    const wrong: string[] = [];
    for (let step = 0; step < wanted + 20; step++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const one = document.activeElement as HTMLElement | null;
        if (!one || one === document.body) return null;
        const name = `${one.tagName} ${(one.textContent || one.getAttribute("aria-label") || "").trim().slice(0, 40)}`;
        const style = getComputedStyle(one);
        // Of a date the browser marks the part.
        const marked = (one instanceof HTMLInputElement && one.type === "date") || (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
        const boxes = [...one.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
        const within = (x: number, y: number) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
        // Some part of it is on the screen and on top (WCAG 2.4.11).
        const onTop = boxes.some((box) => [0.1, 0.5, 0.9].some((share) => {
          const [x, y] = [box.left + box.width * share, box.top + box.height / 2];
          const hit = within(x, y) ? document.elementFromPoint(x, y) : null;
          return hit !== null && (one.contains(hit) || hit.contains(one));
        }));
        return { key: one.dataset.walked ?? null, name, marked, onTop };
      });
      if (!at) break;
      if (at.key) seen.add(at.key);
      if (!at.marked) wrong.push(`${path}: ${at.name} is not marked`);
      if (!at.onTop) wrong.push(`${path}: ${at.name} is not on the screen`);
    }
    expect(wrong).toEqual([]);
    const missed = await page.evaluate((found) => [...document.querySelectorAll<HTMLElement>("[data-walked]")].filter((one) => !found.includes(one.dataset.walked ?? "")).map((one) => `${one.tagName} ${(one.textContent || one.getAttribute("aria-label") || "").trim().slice(0, 40)}`), [...seen]);
    expect(missed, `${path}: not reached`).toEqual([]);
  }
});

test("nothing moves for whoever asked for calm, and a story is a PDF that one would file", async ({ visitor }) => {
  const { page } = await visitor();
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of ["/", story, "/science/marsh-map", "/search?q=ferry", "/saved"]) {
    await page.goto(path);
    const moving = await page.evaluate(() => {
      const seconds = (list: string) => Math.max(...list.split(",").map((one) => Number.parseFloat(one) * (one.includes("ms") ? 0.001 : 1)));
      const moves = ({ transitionDuration, transitionProperty, animationName, animationDuration, scrollBehavior }: CSSStyleDeclaration) =>
        (seconds(transitionDuration) > 0 && transitionProperty !== "opacity" && transitionProperty !== "none") || (animationName !== "none" && seconds(animationDuration) > 0) || scrollBehavior === "smooth";
      const found = [...document.querySelectorAll("*")].filter((one) => [undefined, "::before", "::after"].some((part) => moves(getComputedStyle(one, part))));
      return [...found.map((one) => `${one.tagName}.${one.className}`), ...document.getAnimations().map((one) => String(one))];
    });
    expect(moving, path).toEqual([]);
    expect(await page.locator("[autoplay], marquee, blink").count(), path).toBe(0);
  }

  await page.goto(story);
  const [title, date, ...paragraphs] = await page.evaluate(() => [document.querySelector("h1")?.textContent ?? "", document.querySelector(".credits time")?.textContent ?? "", ...[...document.querySelectorAll(".prose > p")].map((one) => one.textContent ?? "")]);
  expect(paragraphs.length).toBeGreaterThan(5);
  const controls = await page.evaluate(() => [...document.querySelectorAll("button, label, nav a")].map((one) => (one.textContent ?? "").trim()).filter((words) => words.length > 8));
  const pdf = await page.pdf({ format: "A4" });
  const { text, totalPages } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  // Small capitals are printed as capitals, and words may be hyphenated.
  const packed = (words: string) => words.normalize("NFKC").replace(/[\s\u00ad\u200b-\u200f\u2010\u2011-]+/g, "").toLowerCase();
  expect(packed(text), "its address").toContain(packed(origin + story));
  expect(packed(text), "where its links lead").toContain("(https://");
  const printed = packed(text).replace(/\(https?:[^()]*\)/g, "");
  expect(totalPages).toBeLessThan(12);
  for (const words of [title ?? "", date ?? "", ...paragraphs]) expect(printed, words).toContain(packed(words));
  // Words that stand in the story too prove nothing.
  const body = packed(paragraphs.join(" ") + title);
  for (const words of controls) if (!body.includes(packed(words))) expect(printed, `“${words}” is no part of the story`).not.toContain(packed(words));
});
