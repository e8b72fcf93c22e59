import { expect, it } from "vitest";
import { everyShortcut } from "@/components/desk/editor/menus/every-shortcut";
import { insertables } from "@/components/desk/editor/menus/insertable";
import { shortcutGroups } from "@/components/desk/editor/menus/shortcut-groups";
import { ariaKeys, boundAs, isPressed, keys, spokenKeys } from "@/components/desk/editor/menus/shortcuts";

const all = everyShortcut.flatMap((group) => group.shortcuts.map((shortcut) => shortcut.keys));
const canonical = (shortcut: string) => shortcut.split(/-(?=.)/).sort().join("-").toLowerCase();

it("gives no key to two things", () => {
  expect(all.filter((one, at) => all.findIndex((other) => canonical(other) === canonical(one)) !== at)).toEqual([]);
});

/** What never reaches a page, or should not: windows and tabs of browsers, the systems' own, developer tools. */
const reserved = [
  ..."nwtqhm".split("").flatMap((letter) => [`Mod-${letter}`, `Mod-Shift-${letter}`]), "Mod-l", "Mod-r", "Mod-p", "Mod-o", "Mod-Shift-r", "Mod-Shift-p", "Mod-Tab", "Mod-Shift-Tab", "Mod-PageUp", "Mod-PageDown", "Alt-F4", "F5", "F11", "F12", ..."0123456789".split("").map((digit) => `Mod-${digit}`), "Mod-Shift-3", "Mod-Shift-4", "Mod-Shift-5",
  // macOS: hide others, minimise all, close all, the Dock, log out, quit by force.
  "Mod-Alt-h", "Mod-Alt-m", "Mod-Alt-w", "Mod-Alt-d", "Mod-Alt-Shift-q", "Mod-Alt-Escape", "Mod-Alt-Space",
  // Linux desktops: a terminal, the lock, work spaces. Windows: its own.
  "Mod-Alt-t", "Mod-Alt-l", "Mod-Alt-ArrowUp", "Mod-Alt-ArrowDown", "Mod-Alt-ArrowLeft", "Mod-Alt-ArrowRight", "Mod-Alt-Delete", "Mod-Alt-Tab", "Alt-Tab", "Alt-Space",
  // Developer tools.
  "Mod-Alt-i", "Mod-Alt-j", "Mod-Alt-u", "Mod-Alt-c", "Mod-Shift-i", "Mod-Shift-j", "Mod-Shift-c", "Mod-Shift-k",
];

it("takes no key that browsers and systems keep for themselves", () => {
  const kept = new Set(reserved.map(canonical));
  expect(all.filter((one) => kept.has(canonical(one)))).toEqual([]);
});

it("has a key for everything that can be put in, and one list of all keys", () => {
  expect(insertables.filter((one) => !one.keys).map((one) => one.id)).toEqual([]);
  const listed = shortcutGroups.flatMap((group) => group.shortcuts.map((shortcut) => shortcut.keys));
  for (const one of Object.values(keys)) expect(listed, one).toContain(one);
});

it.each([
  ["Mod-b", "Ctrl+B", "⌘B", "Control+B", "Meta+B"],
  ["Mod-Alt-Shift-p", "Ctrl+Alt+Shift+P", "⌥⇧⌘P", "Control+Alt+Shift+P", "Meta+Alt+Shift+P"],
  ["Mod-/", "Ctrl+/", "⌘/", "Control+/", "Meta+/"],
  ["Alt-Shift-ArrowUp", "Alt+Shift+↑", "⌥⇧↑", "Alt+Shift+ArrowUp", "Alt+Shift+ArrowUp"],
  ["Mod-Alt-Enter", "Ctrl+Alt+Enter", "⌥⌘↩", "Control+Alt+Enter", "Meta+Alt+Enter"],
  ["Alt-F10", "Alt+F10", "⌥F10", "Alt+F10", "Alt+F10"],
])("says %s as the keyboard prints it", (shortcut, plain, mac, aria, ariaMac) => {
  expect([spokenKeys(shortcut, "other"), spokenKeys(shortcut, "mac")]).toEqual([plain, mac]);
  expect([ariaKeys(shortcut, "windows"), ariaKeys(shortcut, "mac")]).toEqual([aria, ariaMac]);
});

const event = (key: string, code: string, ...held: ("ctrlKey" | "metaKey" | "altKey" | "shiftKey")[]) => ({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...Object.fromEntries(held.map((one) => [one, true])) });

it("knows its keys when they are pressed, also where a Mac writes another sign", () => {
  expect(isPressed(event("k", "KeyK", "ctrlKey"), keys.link)).toBe(true);
  expect(isPressed(event("K", "KeyK", "metaKey"), keys.link)).toBe(true);
  expect(isPressed(event("k", "KeyK", "ctrlKey", "altKey"), keys.link)).toBe(false);
  expect(isPressed(event("Ó", "KeyH", "metaKey", "altKey", "shiftKey"), keys.history)).toBe(true);
  expect(isPressed(event("L", "KeyL", "ctrlKey", "shiftKey"), keys.language)).toBe(true);
  expect(isPressed(event("F10", "F10", "altKey"), keys.toolbar)).toBe(true);
  expect(isPressed(event("F10", "F10"), keys.toolbar)).toBe(false);
});

it("tells apart on a German keyboard the numbered list, which is typed as a stroke there, and the list of keys", () => {
  const pressed = event("/", "Digit7", "ctrlKey", "shiftKey");
  expect([isPressed(pressed, keys.sheet), isPressed(pressed, "Mod-Shift-7")]).toEqual([false, true]);
  expect(isPressed(event("/", "NumpadDivide", "ctrlKey"), keys.sheet)).toBe(true);
  // French: the stroke is above the colon.
  expect(isPressed(event("/", "Period", "ctrlKey", "shiftKey"), keys.sheet)).toBe(true);
});

it("takes a letter by its place where the keyboard writes no Latin ones, and by what it writes where it does", () => {
  expect(isPressed(event("ن", "KeyK", "ctrlKey"), keys.link)).toBe(true);
  expect(isPressed(event("ب", "KeyF", "ctrlKey", "altKey"), keys.replace)).toBe(true);
  // Dvorak has its K where others have V.
  expect(isPressed(event("k", "KeyV", "ctrlKey"), keys.link)).toBe(true);
  expect(isPressed(event("t", "KeyK", "ctrlKey"), keys.link)).toBe(false);
});

it("binds a large letter where Windows hears one", () => {
  expect(boundAs("Mod-Alt-Shift-p", "windows")).toEqual(["Mod-Alt-Shift-p", "Mod-Alt-P"]);
  expect(boundAs("Mod-Alt-Shift-p", "mac")).toEqual(["Mod-Alt-Shift-p"]);
  expect(boundAs("Mod-Alt-p", "windows")).toEqual(["Mod-Alt-p"]);
});
