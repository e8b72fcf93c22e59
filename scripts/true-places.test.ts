import { SourceMap } from "node:module";
import { expect, it } from "vitest";
import { withTruePlaces } from "@/scripts/true-places";

/** One line of a script, whose 11th letter was the 3rd of the 5th line of a source. */
const map = new SourceMap({ version: 3, file: "built.js", sources: ["turbopack:///[project]/lib/stories.ts"], sourcesContent: [""], names: [], mappings: "UAIE", sourceRoot: "" });

it("tells where in the sources something failed", () => {
  const said = "Error: no story\n    at a (/srv/paper/.next/server/chunks/ssr/[root-of-the-server]__12._.js:1:11)\n    at next (/srv/paper/node_modules/next/x.js:4:5)";
  expect(withTruePlaces(said, () => map)).toBe("Error: no story\n    at a (lib/stories.ts:5:3)\n    at next (/srv/paper/node_modules/next/x.js:4:5)");
});

it("leaves a place alone that no map knows", () => {
  const said = "    at a (/srv/paper/.next/server/chunks/ssr/12._.js:1:11)";
  expect(withTruePlaces(said, () => null)).toBe(said);
});
