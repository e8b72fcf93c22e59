import { keys } from "@/components/desk/editor/menus/shortcuts";

/** A key that the editor knows, and what it does. */
export type Shortcut = { keys: string; does: string };
export type ShortcutGroup = { title: string; shortcuts: readonly Shortcut[] };

/** What stands in the sheet of keys, besides what puts something in: it comes with the sheet. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: "Text",
    shortcuts: [
      { keys: keys.strong, does: "Strong" },
      { keys: keys.emphasis, does: "Emphasis" },
      { keys: keys.link, does: "Link" },
      { keys: keys.subscript, does: "Subscript" },
      { keys: keys.superscript, does: "Superscript" },
      { keys: keys.language, does: "Foreign words: say their language" },
    ],
  },
  {
    title: "Blocks",
    shortcuts: [
      { keys: "/", does: "Insert something, at the start of a block or after a space" },
      { keys: keys.moveUp, does: "Move up: an item in its list, a row in its table, else the chosen blocks" },
      { keys: keys.moveDown, does: "Move down, likewise" },
      { keys: keys.duplicate, does: "Duplicate the item of a list, else the chosen blocks" },
      { keys: keys.remove, does: "Delete the chosen blocks" },
      { keys: keys.blockMenu, does: "Open the block’s menu" },
      { keys: "Enter", does: "With a whole block chosen: its settings; Escape goes back" },
    ],
  },
  {
    title: "Story",
    shortcuts: [
      { keys: keys.keep, does: "Keep a version" },
      { keys: keys.undo, does: "Undo your own typing" },
      { keys: keys.redo, does: "Redo" },
      { keys: keys.find, does: "Find in the whole story; pressed twice, the browser’s own" },
      { keys: keys.replace, does: "Find and replace" },
      { keys: keys.history, does: "History" },
      { keys: keys.focus, does: "Focus on the text, and back" },
    ],
  },
  {
    title: "Notes",
    shortcuts: [
      { keys: keys.suggest, does: "Suggest other words for those that are chosen" },
      { keys: keys.nextNote, does: "To the next note in the text" },
      { keys: keys.previousNote, does: "To the one before" },
    ],
  },
  {
    title: "Getting about",
    shortcuts: [
      { keys: keys.toolbar, does: "To the toolbar; with a picture chosen, to the tools on it" },
      { keys: "Escape", does: "Back to the text; then Tab leaves it" },
      { keys: keys.sheet, does: "This list" },
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
