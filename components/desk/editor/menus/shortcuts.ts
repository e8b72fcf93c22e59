/** A key that the editor knows, as ProseMirror writes it ("Mod" is ⌘ on a Mac and Ctrl elsewhere). */
export type Shortcut = { keys: string; does: string };
export type ShortcutGroup = { title: string; shortcuts: readonly Shortcut[] };

/** The keys of the editor besides those that put something in, which stand with what they put in (`insertables`). */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: "Text",
    shortcuts: [
      { keys: "Mod-b", does: "Strong" },
      { keys: "Mod-i", does: "Emphasis" },
      { keys: "Mod-k", does: "Link" },
      { keys: "Mod-,", does: "Subscript" },
      { keys: "Mod-.", does: "Superscript" },
      { keys: "Mod-Shift-l", does: "Foreign words: say their language" },
      { keys: "Mod-Shift-v", does: "Paste as bare text" },
    ],
  },
  {
    title: "Blocks",
    shortcuts: [
      { keys: "/", does: "Insert something, at the start of a block or after a space" },
      { keys: "Alt-Shift-ArrowUp", does: "Move the block up" },
      { keys: "Alt-Shift-ArrowDown", does: "Move the block down" },
      { keys: "Mod-Shift-d", does: "Duplicate the block" },
      { keys: "Mod-Shift-Backspace", does: "Delete the block" },
      { keys: "Alt-Enter", does: "Open the block’s menu" },
      { keys: "Enter", does: "With a whole block chosen: its settings; Escape goes back" },
    ],
  },
  {
    title: "Story",
    shortcuts: [
      { keys: "Mod-s", does: "Keep a version" },
      { keys: "Mod-z", does: "Undo your own typing" },
      { keys: "Mod-Shift-z", does: "Redo" },
      { keys: "Mod-f", does: "Find in the whole story; pressed twice, the browser’s own" },
      { keys: "Mod-Alt-f", does: "Find and replace" },
      { keys: "Mod-Alt-Shift-h", does: "History" },
      { keys: "Mod-Shift-.", does: "Focus on the text, and back" },
    ],
  },
  {
    title: "Getting about",
    shortcuts: [
      { keys: "Alt-F10", does: "To the toolbar; with a picture chosen, to the tools on it" },
      { keys: "Escape", does: "Back to the text; then Tab leaves it" },
      { keys: "Mod-/", does: "This list" },
    ],
  },
];

/** Typed as in a plain text, these become what they look like. */
export const typedShortcuts: readonly Shortcut[] = [
  { keys: "## ", does: "Heading" },
  { keys: "- ", does: "List" },
  { keys: "1. ", does: "Numbered list" },
  { keys: "> ", does: "Quotation" },
  { keys: "---", does: "Section break" },
  { keys: "**x**", does: "Strong" },
];

/** The keys as `aria-keyshortcuts` writes them. */
export const ariaKeys = (keys: string): string => keys.replace("Mod", "Control").split("-").map((part) => (part.length === 1 ? part.toUpperCase() : part)).join("+");

const isMac = () => typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);

const names: Record<string, [plain: string, mac: string]> = { Mod: ["Ctrl", "⌘"], Alt: ["Alt", "⌥"], Shift: ["Shift", "⇧"], ArrowUp: ["↑", "↑"], ArrowDown: ["↓", "↓"], Backspace: ["Backspace", "⌫"], Escape: ["Esc", "Esc"], Enter: ["Enter", "↩"] };

/** The keys as they are printed on this person's keyboard. */
export function spokenKeys(keys: string): string {
  const mac = isMac();
  const parts = keys === "/" || keys === "Mod-/" ? keys.split(/-(?=\/)/) : keys.split("-");
  return parts.map((part) => names[part]?.[mac ? 1 : 0] ?? (part.length === 1 ? part.toUpperCase() : part)).join(mac ? "" : "+");
}
