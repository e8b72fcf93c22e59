import { insertables } from "@/components/desk/editor/menus/insertable";
import { type Shortcut, type ShortcutGroup, shortcutGroups } from "@/components/desk/editor/menus/shortcut-groups";

/** Where a key does more, or less, than the name in the menus says. */
const longer: Readonly<Record<string, string>> = { "pull-quote": "Pull quote; with text chosen, made from it", bare: "Paste as bare text", correction: "Correction, of a story that is public", note: "Note on the chosen words, the block or the field" };

const inserts: readonly Shortcut[] = insertables.flatMap((one) => (one.keys ? [{ keys: one.keys, does: longer[one.id] ?? one.label }] : []));

/** Every key of the editor, once, as the sheet shows them. */
export const everyShortcut: readonly ShortcutGroup[] = [{ title: "Put in", shortcuts: inserts }, ...shortcutGroups];
