import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { pageStyles } from "@/server/page-styles";

const root = mkdtempSync(join(tmpdir(), "standfirst-styles-"));
afterAll(() => rmSync(root, { recursive: true }));

function styleSheet(name: string, css: string): string {
  mkdirSync(join(root, ".next/static/css"), { recursive: true });
  writeFileSync(join(root, ".next/static/css", name), css);
  return `/_next/static/css/${name}`;
}

it("gives a style sheet of the build, with the name by which the policy lets it in", () => {
  const style = pageStyles(root)(styleSheet("a.css", "a{color:red}"));
  expect(style).toEqual({ css: "a{color:red}", hash: `'sha256-${createHash("sha256").update("a{color:red}").digest("base64")}'` });
});

it.each(["/elsewhere/a.css", "/_next/static/css/none.css", "/_next/static/../../package.json"])("knows no style sheet at %s", (href) => {
  expect(pageStyles(root)(href)).toBeNull();
});

it("takes no style sheet that would close its element", () => {
  expect(pageStyles(root)(styleSheet("hostile.css", "a{}</style><script>"))).toBeNull();
});
