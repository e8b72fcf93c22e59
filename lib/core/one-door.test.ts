import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/* Imports of undici, https and their like are refused by the import rules (lib/conventions.test.ts). */

/** Ways past the door, each of which the linter must see in a file of the server. */
const ways = {
  "the fetch of the platform": 'export const answer = fetch("https://elsewhere.example");',
  "a socket of the platform": 'export const socket = new WebSocket("wss://elsewhere.example");',
  "a request of node:http": 'import { request } from "node:http";\nexport const asked = request("http://elsewhere.example");',
  "all of node:http": 'import http from "node:http";\nexport const asked = http.get("http://elsewhere.example");',
  "a connection of node:net": 'import { connect } from "node:net";\nexport const socket = connect(80, "elsewhere.example");',
};
const places = ["lib/stories/greedy.ts", "server/greedy.ts", "app/api/v1/greedy/route.ts", "app/desk/greedy/page.tsx"];

/** What the linter cannot see. */
const hidden = /\bglobalThis\s*(?:\.|\?\.|\[\s*["'`])\s*(?:fetch|WebSocket|EventSource)\b|process\.binding|getBuiltinModule/;

describe("nobody goes outside but through the one door", () => {
  let folder: string;
  let found: { location: { path: string }; category: string }[];
  const fileOf = (place: string, way: number) => place.replace(/(\.tsx?)$/, `-${way}$1`).replace(/(route|page)-(\d)(\.tsx?)$/, "$2/$1$3");
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "standfirst-door-"));
    for (const place of places)
      for (const [way, text] of Object.values(ways).entries()) {
        const file = join(folder, fileOf(place, way));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${text}\n`);
      }
    writeFileSync(join(folder, "biome.json"), JSON.stringify({ ...JSON.parse(readFileSync("biome.json", "utf8")), $schema: undefined, vcs: undefined }));
    symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
    let report: string;
    try {
      report = execFileSync(process.execPath, [resolve("node_modules/@biomejs/biome/bin/biome"), "lint", "--reporter=json", "--max-diagnostics=none", "."], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    } catch (refused) {
      // It found something, which is what it was asked for.
      report = (refused as { stdout: string }).stdout;
    }
    found = (JSON.parse(report) as { diagnostics: typeof found }).diagnostics;
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(places.flatMap((place) => Object.keys(ways).map((way, index) => [way, fileOf(place, index)] as const)))("by %s in %s", (_, file) => {
    expect(found.filter((one) => one.category.startsWith("lint/style/noRestricted") && one.location.path === file)).not.toEqual([]);
  });

  it("by a way that the linter does not see", () => {
    for (const way of ["globalThis.fetch(x)", 'globalThis["fetch"](x)', "globalThis?.WebSocket", 'process.getBuiltinModule("http")']) expect(hidden.test(way), way).toBe(true);
    const files = globSync("{app,db,lib,server}/**/*.{ts,tsx}", { exclude: (name) => name.includes("node_modules") }).filter((file) => !/\.test\.tsx?$/.test(file));
    expect(files.length).toBeGreaterThan(150);
    expect(files.filter((file) => hidden.test(readFileSync(file, "utf8")))).toEqual([]);
  });
});
