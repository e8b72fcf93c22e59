import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sourceHash } from "./source-hash.mjs";

let folder: string;
const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "standfirst-sources-"));
  write("app/page.tsx", "one");
  write("lib/new-feature/rule.ts", "one");
  write("package-lock.json", "{}");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("a downloaded archive, which no git knows, is built once", () => {
  const first = sourceHash(folder);
  expect(sourceHash(folder)).toBe(first);
  const copy = mkdtempSync(join(tmpdir(), "standfirst-sources-copy-"));
  cpSync(folder, copy, { recursive: true });
  expect(sourceHash(copy)).toBe(first);
  rmSync(copy, { recursive: true });
});

it("a file edited in a folder that is new, whatever its size and date say, is built again", () => {
  const before = sourceHash(folder);
  write("lib/new-feature/rule.ts", "two");
  utimesSync(join(folder, "lib/new-feature/rule.ts"), 0, 0);
  const edited = sourceHash(folder);
  expect(edited).not.toBe(before);
  utimesSync(join(folder, "lib/new-feature/rule.ts"), 1, 1);
  expect(sourceHash(folder)).toBe(edited);
});

it.each<[string, () => void]>([
  ["a file that came", () => write("app/about/page.tsx", "")],
  ["a file that went", () => rmSync(join(folder, "app/page.tsx"))],
  ["a file that moved", () => cpSync(join(folder, "app"), join(folder, "server"), { recursive: true })],
  ["other packages", () => write("package-lock.json", '{ "name": "x" }')],
])("is built again after %s", (_, change) => {
  const before = sourceHash(folder);
  change();
  expect(sourceHash(folder)).not.toBe(before);
});

it("what is not a source asks for no build", () => {
  const before = sourceHash(folder);
  write("data/secret", "x");
  write("app/.DS_Store", "x");
  write("docs/README.md", "x");
  expect(sourceHash(folder)).toBe(before);
});
