import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Libraries that know their own things by `instanceof`: with a second copy, blocks and letters of the one are strangers to the other. */
const once = ["yjs", "y-protocols", "lib0", "prosemirror-model", "prosemirror-state", "prosemirror-transform", "prosemirror-view", "@tiptap/core", "@tiptap/pm", "@tiptap/y-tiptap"];

it("what the editor and the shared document are made of is installed once, and every part of the editor in one version", () => {
  const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8")) as { packages: Record<string, { version?: string }> };
  for (const name of once) expect(Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`)), name).toEqual([`node_modules/${name}`]);
  const versions = Object.entries(packages).filter(([path]) => /^node_modules\/@tiptap\/(?!y-tiptap$)/.test(path)).map(([, { version }]) => version);
  expect(versions.length).toBeGreaterThan(10);
  expect(new Set(versions).size).toBe(1);
});
