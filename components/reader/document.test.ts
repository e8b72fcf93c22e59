import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { ReaderDocument } from "@/components/reader/document";
import type { Language } from "@/db/vocabulary";
import { Branding } from "@/lib/settings/branding";
import { brandingCss } from "@/lib/settings/branding-css";

const page = (look: string, language: Language = "en") => renderToStaticMarkup(createElement(ReaderDocument, { language, look }));

it("holds the paper's look byte for byte, as its policy names it, and nothing where there is none", () => {
  const look = brandingCss({ ...Branding.parse({}), accentLight: "#0b5cad", masthead: "label", pairing: "sansHeadlines", drawingLight: { width: 3, height: 1 }, drawingDark: { width: 3, height: 1 } });
  expect(page(look)).toContain(`<style>${look}</style>`);
  expect(page("")).not.toContain("<style>");
});

it("fetches ahead the faces that the look uses", () => {
  expect(page("")).toContain("newsreader-display.woff2");
  const sans = page(brandingCss({ ...Branding.parse({}), pairing: "sansHeadlines" }));
  expect(sans).not.toContain("newsreader-display.woff2");
  expect(sans).toContain("newsreader-text.woff2");
  expect(page("", "fa")).toMatch(/noto-naskh-arabic\.woff2.*vazirmatn\.woff2/);
});

it("fetches every face ahead that comes in time or not at all, and no other", () => {
  const inTime = [...readFileSync("components/ui/fonts-in-time.css", "utf8").matchAll(/\/fonts\/[\w-]+\.woff2(?=.*font-display: optional)/g)].map(([address]) => address);
  const ahead = ["en", "fa"].flatMap((language) => [...page("", language as Language).matchAll(/\/fonts\/[\w-]+\.woff2/g)].map(([address]) => address));
  expect([...new Set(ahead)].sort()).toEqual(inTime.sort());
});
