import { expect, it } from "vitest";
import { isFocusKey } from "@/components/desk/editor/focus-mode/focus-keys";
import { everyShortcut } from "@/components/desk/editor/menus/every-shortcut";

const press = (more: object) => isFocusKey({ ctrlKey: true, metaKey: false, shiftKey: true, altKey: false, code: "Period", key: ">", ...more });

it("is Ctrl or ⌘, Shift and the full stop, on any keyboard, and nothing else", () => {
  expect(press({})).toBe(true);
  expect(press({ ctrlKey: false, metaKey: true })).toBe(true);
  expect(press({ code: "Semicolon", key: "." })).toBe(true);
  for (const other of [{ ctrlKey: false }, { shiftKey: false }, { altKey: true }, { code: "Comma", key: "<" }, { key: "/" }]) expect(press(other)).toBe(false);
});

it("stands among the keys, each of which does one thing", () => {
  const keys = everyShortcut.flatMap((group) => group.shortcuts.map((shortcut) => shortcut.keys));
  expect(keys).toContain("Mod-Shift-.");
  expect(new Set(keys).size).toBe(keys.length);
});
