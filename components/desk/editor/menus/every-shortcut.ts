import { insertables } from "@/components/desk/editor/menus/insertable";
import { type Shortcut, type ShortcutGroup, shortcutGroups } from "@/components/desk/editor/menus/shortcuts";

const inserts: readonly Shortcut[] = insertables.flatMap((one) => (one.keys ? [{ keys: one.keys, does: one.id === "pull-quote" ? `${one.label}; with text chosen, made from it` : one.label }] : []));

/** Every key of the editor, once, as the sheet shows them. */
export const everyShortcut: readonly ShortcutGroup[] = [{ title: "Put in", shortcuts: inserts }, ...shortcutGroups];
