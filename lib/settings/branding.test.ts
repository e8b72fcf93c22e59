import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Branding, BrandingInput, brandingOf, linksAsText } from "@/lib/settings/branding";
import { brandingCss } from "@/lib/settings/branding-css";

const usual = Branding.parse({});
const written = { seen: 0, accentLight: "", accentDark: "", masthead: "usual", mastheadInAccent: false, pairing: "serif", social: "", menu: "", foot: "" };
const problems = (changes: object) => {
  const parsed = BrandingInput.safeParse({ ...written, ...changes });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
};

describe("what is written", () => {
  it("is understood in the ways people write it", () => {
    expect(BrandingInput.parse({ ...written, accentLight: " 0B5CAD ", accentDark: "#9CF", menu: "Shop | /about/shop\n\n Jobs | https://jobs.example/a?b=c " })).toMatchObject({
      accentLight: "#0b5cad",
      accentDark: "#99ccff",
      menu: [{ label: "Shop", address: "/about/shop" }, { label: "Jobs", address: "https://jobs.example/a?b=c" }],
    });
  });

  it("a colour that cannot be read is refused with the nearest that can", () => {
    expect(problems({ accentLight: "#ffcc00" })).toEqual(["Too faint on the light page: 1.5 to 1, and letters need 4.5. The nearest shade that can be read is #91730c."]);
    expect(problems({ accentLight: "#91730c" })).toEqual([]);
    expect(problems({ accentDark: "#0b5cad" })[0]).toContain("on the dark page");
    expect(problems({ accentDark: "#ffcc00" })).toEqual([]);
  });

  it.each(["red", "#12345", "#1234567", "rgb(0,0,0)", "#000}html{background:url(//evil.example)"])("%s is no colour", (accentLight) => {
    expect(problems({ accentLight })).toEqual(["Write a colour as six figures: #0b5cad."]);
  });

  it.each(["javascript:alert(1)", "http://plain.example/", "//evil.example", "/\\evil.example", "https://user@evil.example/", "https://", "data:text/html,a", "mailto:a@b.example"])("%s is no address of a link", (address) => {
    expect(problems({ menu: `Here | ${address}` })).toHaveLength(1);
    expect(problems({ social: `Here | ${address}` })).toHaveLength(1);
  });

  it("social addresses lead elsewhere, and there are no more than eight links, each once", () => {
    expect(problems({ social: "Here | /about" })[0]).toContain("https://");
    expect(problems({ foot: Array.from({ length: 9 }, (_, index) => `A | /${index}`).join("\n") })).toEqual(["8 are enough."]);
    expect(problems({ foot: "A | /a\nB | /a" })).toEqual(["Two lines lead to the same address."]);
    expect(problems({ foot: "A\nB | /b | c\n| /d" })).toHaveLength(3);
  });

  it("is given back as it was written", () => {
    expect(linksAsText(BrandingInput.parse({ ...written, foot: "A |/a\nB| /b" }).foot)).toBe("A | /a\nB | /b");
  });
});

it("what is stored and not understood is as the paper comes", () => {
  expect(brandingOf(null)).toEqual(usual);
  expect(brandingOf({ accentLight: "red", masthead: "comic", drawingLight: { width: "1" }, social: [{}], pairing: 1, mastheadInAccent: true, more: 1 })).toEqual({ ...usual, mastheadInAccent: true });
});

describe("what it adds to every page", () => {
  it("is nothing where nothing was changed", () => {
    expect(brandingCss(undefined)).toBe("");
    expect(brandingCss(usual)).toBe("");
    expect(brandingCss({ ...usual, menu: [{ label: "A", address: "/a" }], foot: [{ label: "A", address: "/a" }] })).toBe("");
  });

  it("is a few bytes where the colour was, and the other half stays", () => {
    expect(brandingCss({ ...usual, accentLight: "#0b5cad" })).toBe(
      "@media(forced-colors:none){html:root{--accent:#0b5cad}@media screen and (prefers-color-scheme:dark){html:root:not([data-theme=light]){--accent:#f67b64}}@media screen{html:root[data-theme=dark]{--accent:#f67b64}}}",
    );
    expect(readFileSync("components/ui/tokens.css", "utf8")).toContain("--accent: light-dark(#c2221a, #f67b64);");
  });

  it("never holds a sign that ends a style element", () => {
    const all = brandingCss({ ...usual, accentLight: "#0b5cad", accentDark: "#99ccff", masthead: "capitals", mastheadInAccent: true, pairing: "sansText", drawingLight: { width: 300, height: 50 }, drawingDark: { width: 300, height: 50 } });
    expect(all).not.toMatch(/[<>&"']/);
    expect(all.length).toBeLessThan(1_200);
  });
});
