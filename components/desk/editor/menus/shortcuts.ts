/**
 * The keys of the editor besides those that put something in, which stand with what they put in (`insertables`); as ProseMirror writes them
 * ("Mod" is ⌘ on a Mac and Ctrl elsewhere). Bound, shown on buttons and listed (`shortcut-groups.ts`) from here: Ctrl or ⌘ alone stays the
 * browser's, but for what every editor does with it.
 */
export const keys = {
  strong: "Mod-b",
  emphasis: "Mod-i",
  link: "Mod-k",
  subscript: "Mod-,",
  superscript: "Mod-.",
  language: "Mod-Shift-l",
  moveUp: "Alt-Shift-ArrowUp",
  moveDown: "Alt-Shift-ArrowDown",
  duplicate: "Mod-Shift-d",
  remove: "Mod-Shift-Backspace",
  blockMenu: "Alt-Enter",
  keep: "Mod-s",
  undo: "Mod-z",
  redo: "Mod-Shift-z",
  find: "Mod-f",
  replace: "Mod-Alt-f",
  history: "Mod-Alt-Shift-h",
  focus: "Mod-Shift-.",
  suggest: "Mod-Alt-Shift-x",
  nextNote: "Alt-ArrowDown",
  previousNote: "Alt-ArrowUp",
  toolbar: "Alt-F10",
  sheet: "Mod-/",
} as const;

/** What writes a note, in the text as in a field or a panel; it is listed with what can be put in. */
export const noteKeys = "Mod-Alt-Shift-m";
/** What writes a note in other programs: it is heard, too, but Macs keep it for themselves. */
export const noteElsewhere = "Mod-Alt-m";

type Platform = "mac" | "windows" | "other";

/** Whose keyboard this is, as far as the browser says. */
export function platformNow(): Platform {
  const name = typeof navigator === "undefined" ? "" : navigator.platform;
  return /Mac|iPhone|iPad/.test(name) ? "mac" : /Win/.test(name) ? "windows" : "other";
}

const partsOf = (shortcut: string): string[] => shortcut.split(/-(?=.)/);

/** The keys as `aria-keyshortcuts` writes them. */
export function ariaKeys(shortcut: string, platform: Platform = platformNow()): string {
  const mod = platform === "mac" ? "Meta" : "Control";
  return partsOf(shortcut).map((part) => (part === "Mod" ? mod : part.length === 1 ? part.toUpperCase() : part)).join("+");
}

const names: Record<string, [plain: string, mac: string]> = { Mod: ["Ctrl", "⌘"], Alt: ["Alt", "⌥"], Shift: ["Shift", "⇧"], ArrowUp: ["↑", "↑"], ArrowDown: ["↓", "↓"], Backspace: ["Backspace", "⌫"], Escape: ["Esc", "Esc"], Enter: ["Enter", "↩"] };
/** The order in which Macs print them. */
const macOrder = ["Alt", "Shift", "Mod"];

/** The keys as they are printed on this person's keyboard. */
export function spokenKeys(shortcut: string, platform: Platform = platformNow()): string {
  const mac = platform === "mac";
  const parts = partsOf(shortcut);
  const held = mac ? macOrder.filter((part) => parts.slice(0, -1).includes(part)) : parts.slice(0, -1);
  return [...held, ...parts.slice(-1)].map((part) => names[part]?.[mac ? 1 : 0] ?? (part.length === 1 ? part.toUpperCase() : part)).join(mac ? "" : "+");
}

/** What a button says of itself: its name, where it has one its key, and why it cannot be used where that is so. */
export const titleWithKeys = (label: string, shortcut: string | undefined, refusal: string | null = null): string => `${label}${shortcut ? ` (${spokenKeys(shortcut)})` : ""}${refusal ? `. ${refusal}` : ""}`;

type Pressed = Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "key" | "code">;

/**
 * Whether these keys were pressed. A letter by what the keyboard writes where that is a Latin one, else by its place: Persian keyboards write
 * others, Macs write signs with Alt. A digit by its place. A sign by what is written, with or without Shift, but never by the key of a
 * digit: on a German keyboard Shift and 7 write the stroke, and Mod-Shift-7 is meant.
 */
export function isPressed(event: Pressed, shortcut: string): boolean {
  const parts = partsOf(shortcut);
  const last = parts.at(-1) ?? "";
  const held = (part: string) => parts.slice(0, -1).includes(part);
  const isSign = last.length === 1 && !/[a-z\d]/.test(last);
  if ((event.ctrlKey || event.metaKey) !== held("Mod") || event.altKey !== held("Alt")) return false;
  if (event.shiftKey !== held("Shift") && !(isSign && event.shiftKey && !event.code.startsWith("Digit"))) return false;
  if (/^\d$/.test(last)) return event.code === `Digit${last}`;
  if (/^[a-z]$/.test(last) && !/^[a-z]$/i.test(event.key)) return event.code === `Key${last.toUpperCase()}`;
  return event.key === last || event.key.toLowerCase() === last;
}

/**
 * The names under which ProseMirror has to know a key. On Windows it takes Ctrl with Alt for AltGr and does not look where on the keyboard
 * a letter is; with Shift it then hears the large letter.
 */
export function boundAs(shortcut: string, platform: Platform = platformNow()): string[] {
  const [, letter] = /^Mod-Alt-Shift-([a-z])$/.exec(shortcut) ?? [];
  return letter && platform === "windows" ? [shortcut, `Mod-Alt-${letter.toUpperCase()}`] : [shortcut];
}
