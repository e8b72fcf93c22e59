import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contrast, isReadable, papers, readableShade, toldRatio } from "@/lib/settings/contrast";

it("tells the ratio as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBe(21);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
  expect(contrast("#ffffff", "#767676")).toBeCloseTo(4.542, 3);
  expect(contrast("#3366cc", "#3366cc")).toBe(1);
});

it("never tells more than there is", () => {
  expect(toldRatio(4.4999)).toBe("4.4");
  expect(toldRatio(21)).toBe("21.0");
});

it("the papers are those of the tokens", () => {
  expect(readFileSync("components/ui/tokens.css", "utf8")).toContain("--paper: light-dark(#fff, #101316);");
  expect(papers).toEqual({ light: "#ffffff", dark: "#101316" });
});

it.each(["#ffff00", "#ff8800", "#00ff00", "#aaaaaa", "#c7d2fe", "#ffffff", "#000000", "#0000ff", "#777777", "#1a1a80"])("%s: the shade offered can be read, and is no further off than it must be", (colour) => {
  for (const light of ["light", "dark"] as const) {
    const shade = readableShade(colour, light);
    expect(shade).toMatch(/^#[0-9a-f]{6}$/);
    expect(isReadable(shade, light)).toBe(true);
    if (isReadable(colour, light)) expect(shade).toBe(colour);
    else expect(contrast(shade, papers[light])).toBeLessThan(4.75);
  }
});
