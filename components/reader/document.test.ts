import { readFileSync, statSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ReaderDocument } from "@/components/reader/document";
import { faceAmong } from "@/components/reader/faces-ahead";
import { tongue } from "@/components/reader/tongue";
import type { Language } from "@/db/vocabulary";
import { Branding } from "@/lib/settings/branding";
import { brandingCss } from "@/lib/settings/branding-css";

const page = (look: string, language: Language = "en") => renderToStaticMarkup(createElement(ReaderDocument, { language, look }));

const facesIn = (html: string) => [...html.matchAll(/\/fonts\/[\w-]+\.woff2/g)].map(([address]) => address);

it("holds the paper's look byte for byte, as its policy names it, and nothing where there is none", () => {
  const look = brandingCss({ ...Branding.parse({}), accentLight: "#0b5cad", masthead: "label", pairing: "sansHeadlines", drawingLight: { width: 3, height: 1 }, drawingDark: { width: 3, height: 1 } });
  expect(page(look)).toContain(`<style>${look}</style>`);
  expect(page("")).not.toContain("<style>");
});

it("fetches ahead the faces that the look uses", () => {
  expect(page("")).toContain("newsreader-display.woff2");
  const sans = page(brandingCss({ ...Branding.parse({}), pairing: "sansHeadlines" }));
  expect(sans).not.toContain("newsreader-display.woff2");
  expect(sans).toContain("newsreader-text-and-caps.woff2");
  expect(page("", "fa")).toMatch(/noto-naskh-arabic\.woff2.*vazirmatn\.woff2/);
});

it("fetches every face ahead that comes in time or not at all, and no other", () => {
  const inTime = [...readFileSync("components/ui/fonts-in-time.css", "utf8").matchAll(/\/fonts\/[\w-]+\.woff2(?=.*font-display: optional)/g)].map(([address]) => address);
  const Persian = () => createElement("p", tongue({ language: "fa" }, "en"), "بادبان");
  const among = renderToStaticMarkup(createElement(ReaderDocument, { language: "en", look: "" }, createElement(Persian)));
  const ahead = [page(""), page("", "fa"), among].flatMap(facesIn);
  expect([...new Set(ahead)].sort()).toEqual(inTime.sort());
});

it("asks for no more than 100 KB of faces, also where a front shows slanted headlines and Arabic ones, or a story has all that Latin letters come in", () => {
  const weight = (...addresses: readonly string[]) => addresses.map((address) => statSync(`public${address}`).size).reduce((sum, size) => sum + size, 0);
  const most = 100 * 1024;
  const [slanted, bold] = ["/fonts/newsreader-text-italic.woff2", "/fonts/newsreader-text-bold.woff2"];
  for (const faces of [[...facesIn(page("")), slanted, faceAmong("fa", "en") ?? ""], [...facesIn(page("")), slanted, bold], facesIn(page("", "fa"))]) expect(weight(...faces), faces.join()).toBeLessThan(most);
  // With the page, its script and a picture they make eight requests.
  expect(facesIn(page("")).length + [slanted, bold].length).toBeLessThanOrEqual(5);
});
