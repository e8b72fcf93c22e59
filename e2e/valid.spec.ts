import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import vnuJar from "vnu-jar";
import { type XmlRoot, xmlProblems } from "../lib/feeds/testing/xml-problems";
import { expect, origin, test } from "./fixtures";
import { footOf, formProblems, languagesNamed, pageProblems } from "./page-problems";

/** The HTML standard and what accessibility asks of markup, every rule an error; one first heading, and no level left out. */
const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard", "html-validate:a11y"], rules: { "heading-level": ["error", { allowMultipleH1: false }], "no-dup-id": "error" } });

/** One file of each kind; parts of the sitemap join them. */
const xmlFiles: Record<string, XmlRoot> = { "/feeds/rss.xml": "rss", "/feeds/atom.xml": "feed", "/feeds/town/rss.xml": "rss", "/feeds/town/atom.xml": "feed", "/feeds/tags/skerry/rss.xml": "rss", "/feeds/tags/skerry/atom.xml": "feed", "/feeds/authors/ines-marlowe/rss.xml": "rss", "/feeds/authors/ines-marlowe/atom.xml": "feed", "/sitemap.xml": "sitemapindex", "/sitemap-news.xml": "urlset" };

/** Runs a program of Java, where there is one; null where there is none. */
function java(...args: string[]): Promise<string | null> {
  return new Promise((done, failed) => {
    execFile("java", args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      // macOS has a `java` that only says where one could be had.
      if (error && (error.code === "ENOENT" || /Unable to locate a Java Runtime/i.test(stderr))) done(null);
      else if (error) failed(error);
      else done(stdout + stderr);
    });
  });
}

/** What the Nu checker, the validator of the W3C, says of pages kept in a folder; said aloud where it cannot be asked. */
async function nuProblems(folder: string): Promise<string[]> {
  const answer = await java("-jar", String(vnuJar), "--format", "json", "--errors-only", "--exit-zero-always", folder);
  if (answer === null) {
    console.log("The Nu HTML checker was left out: this machine has no Java. html-validate has judged the same pages.");
    return [];
  }
  return (JSON.parse(answer) as { messages: { url: string; lastLine: number; message: string }[] }).messages.map(({ url, lastLine, message }) => `${url.split("/").at(-1)}:${lastLine} ${message}`);
}

test("every page that the sitemap names, and those it does not, is valid HTML and says of itself what standards ask", async ({ visitor }) => {
  test.setTimeout(180_000);
  const { page } = await visitor();
  const all = async (path: string) => [...(await (await page.request.get(path)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? "");
  const parts = await all("/sitemap.xml");
  expect(parts.length).toBeGreaterThanOrEqual(3);
  const addresses = (await Promise.all(parts.map(all))).flat();
  expect(new Set(addresses).size, "each once").toBe(addresses.length);
  const named = addresses.map((address) => new URL(address).pathname);
  for (const listed of ["/tags/skerry", "/authors/ines-marlowe", "/town/night-ferry-vote", "/town"]) expect(named, listed).toContain(listed);
  // Pages of tags are all made by one; a few stand for them.
  const judged = [...named.filter((path) => !path.startsWith("/tags/")), ...named.filter((path) => path.startsWith("/tags/")).slice(0, 12)];
  const others = ["/archive", "/corrections", "/search", "/search?q=ferry", "/saved", "/tags/skerry", "/oembed/town/night-ferry-vote", "/no-such-page"];
  expect((await validator.validateString("<p><div></div></p>")).valid, "the validator objects to what is wrong").toBe(false);
  const folder = mkdtempSync(join(tmpdir(), "standfirst-pages-"));
  try {
    writeFileSync(join(folder, "wrong-on-purpose.html"), '<!doctype html><html lang="en"><title>Wrong</title><p><div></div></p>');
    const pages = new Map<string, string>();
    for (const path of [...judged, ...others]) {
      const html = await (await page.request.get(path)).text();
      // Its checker of styles knows fewer of them than browsers do, and takes a second a page.
      writeFileSync(join(folder, `${pages.size}.html`), html.replace(/(<style[^>]*>)[^<]*/g, "$1"));
      pages.set(path, html);
    }
    const nu = nuProblems(folder);
    const wrong: string[] = [];
    for (const [path, html] of pages) {
      const report = await validator.validateString(html);
      wrong.push(...report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId}: ${message}`)));
    }
    expect(wrong).toEqual([]);
    // The demo's pages alone: what other tests publish is as bare as they need it.
    expect(judged.filter((path) => !/\d{13}/.test(path)).flatMap((path) => pageProblems({ address: origin + path, html: pages.get(path) ?? "" }).map((problem) => `${decodeURI(path)}: ${problem}`))).toEqual([]);
    // Whoever is named as the same story in another language is there and names all of them back.
    const inLanguages = [...pages].flatMap(([path, html]) => (languagesNamed(html) === "{}" ? [] : [{ path, named: languagesNamed(html) }]));
    expect(inLanguages.length, "a story and its translation at least").toBeGreaterThanOrEqual(2);
    for (const { path, named } of inLanguages) for (const address of Object.values(JSON.parse(named) as Record<string, string>)) expect(languagesNamed(pages.get(new URL(address).pathname) ?? ""), `${path} names ${address}`).toBe(named);
    // Fields of those that are for one person, and where help stands: everywhere the same.
    expect(formProblems('<form><label for="a">Email</label><input id="a" type="email"><input type="password" autocomplete="off" onpaste="return false"><p draggable="true"></p></form>'), "the checker objects to what is wrong").toHaveLength(5);
    for (const path of ["/sign-in", "/sign-in/forgotten", "/sign-up"]) expect(formProblems(await (await page.request.get(path)).text()), path).toEqual([]);
    const [foot = []] = [...pages.values()].map(footOf);
    expect(foot.length).toBeGreaterThan(5);
    // Pages of the paper about itself come and go while others are tested.
    const help = (links: readonly string[]) => links.filter((link) => !link.startsWith("/about/"));
    for (const [path, html] of pages) if (!path.startsWith("/oembed")) expect(help(footOf(html)), path).toEqual(help(foot));
    const paths = [...pages.keys()];
    const found = await nu;
    if (found.length > 0) expect(found.some((one) => one.startsWith("wrong-on-purpose")), "the Nu checker objects to what is wrong").toBe(true);
    expect(found.filter((one) => !one.startsWith("wrong-on-purpose")).map((one) => one.replace(/^(\d+)\.html/, (_, number: string) => paths[Number(number)] ?? number))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("every file that says it is XML is what its schema asks, and so is each part of the sitemap", async ({ visitor }) => {
  const { page } = await visitor();
  const parts = [...(await (await page.request.get("/sitemap.xml")).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => new URL(match[1] ?? "").pathname);
  const byRoot = new Map<XmlRoot, Record<string, string>>();
  for (const [path, root] of [...Object.entries(xmlFiles), ...parts.map((part) => [part, "urlset"] as const)]) {
    const answer = await page.request.get(path);
    expect(answer.headers()["content-type"], path).toMatch(/xml; charset=utf-8$/);
    byRoot.set(root, { ...byRoot.get(root), [path.slice(1).replaceAll("/", "-")]: await answer.text() });
  }
  for (const [root, files] of byRoot) expect(await xmlProblems(root, files), root).toEqual([]);
});
