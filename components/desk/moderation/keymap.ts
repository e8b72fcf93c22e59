/** What the keyboard does in the console, with the key that it has at first and the words in which it is told. Two keys one after the other stand with a space between. */
export const keyActions = {
  next: { key: "j", says: "next comment" },
  previous: { key: "k", says: "comment before" },
  approve: { key: "a", says: "approve, show again" },
  reject: { key: "r", says: "reject, then 1–9 for the reason" },
  spam: { key: "s", says: "spam" },
  pick: { key: "p", says: "pick, unpick" },
  hold: { key: "h", says: "hide until somebody has looked again" },
  author: { key: "u", says: "about the author" },
  conversation: { key: "c", says: "the whole conversation" },
  escalate: { key: "e", says: "escalate" },
  newsroom: { key: "n", says: "for the newsroom: letter, lead, correction report" },
  choose: { key: "x", says: "choose, or not" },
  chooseTo: { key: "X", says: "choose all up to here" },
  undo: { key: "z", says: "take the last one back" },
  search: { key: "/", says: "search" },
  goHeld: { key: "g n", says: "go to Needs decision" },
  goReported: { key: "g r", says: "go to Reported" },
  goAppeals: { key: "g a", says: "go to Appeals" },
  help: { key: "?", says: "all keys" },
} as const satisfies Record<string, { key: string; says: string }>;

export type KeyAction = keyof typeof keyActions;
export const keyActionNames = Object.keys(keyActions) as KeyAction[];

/** Which keys somebody has; off, none does anything. */
export type Keymap = { on: boolean; keys: Record<KeyAction, string> };

export const usualKeys: Keymap = { on: true, keys: Object.fromEntries(keyActionNames.map((action) => [action, keyActions[action].key])) as Keymap["keys"] };

/** One or two characters; a character alone is never a control key, nor a digit, which chooses a reason. */
const keyPattern = /^[^\s\d](?: [^\s\d])?$/u;

/** Reads a keymap as it was kept; what cannot be read is as usual. */
export function readKeymap(kept: string | null): Keymap {
  try {
    const { on, keys } = JSON.parse(kept ?? "") as { on?: unknown; keys?: Record<string, unknown> };
    const own = Object.fromEntries(keyActionNames.flatMap((action) => (typeof keys?.[action] === "string" && keyPattern.test(keys[action]) ? [[action, keys[action]]] : []))) as Partial<Keymap["keys"]>;
    return { on: on !== false, keys: { ...usualKeys.keys, ...own } };
  } catch {
    // Nothing was kept yet, or nothing that this version wrote.
    return usualKeys;
  }
}

/** The keymap with another key for this action; null where the key cannot be one. Whatever else had the key, or began with it, takes the key that this action gives up. */
export function withKey(keymap: Keymap, action: KeyAction, key: string): Keymap | null {
  if (!keyPattern.test(key)) return null;
  const given = keymap.keys[action];
  const meets = (other: string) => other === key || other.startsWith(`${key} `) || key.startsWith(`${other} `);
  const others = keyActionNames.filter((name) => name !== action && meets(keymap.keys[name]));
  // One that only begins with it cannot take a key in exchange: two actions would have the same.
  if (others.length > 1 || (others.length === 1 && others.some((name) => keymap.keys[name] !== key))) return null;
  return { ...keymap, keys: { ...keymap.keys, ...Object.fromEntries(others.map((name) => [name, given])), [action]: key } };
}

export type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; /** The focus stands where one types. */ typing: boolean };

/**
 * What a key means after those that wait: an action, or the beginning of one (`waits`), or nothing. A key with Ctrl, Meta or Alt belongs to
 * the browser, and one that is typed to the text.
 */
export function meaningOf(keymap: Keymap, waiting: string, { key, ctrlKey, metaKey, altKey, typing }: Pressed): { action: KeyAction } | { waits: string } | null {
  if (!keymap.on || ctrlKey || metaKey || altKey || typing || [...key].length !== 1) return null;
  const pressed = waiting === "" ? key : `${waiting} ${key}`;
  const action = keyActionNames.find((name) => keymap.keys[name] === pressed);
  if (action) return { action };
  if (keyActionNames.some((name) => keymap.keys[name].startsWith(`${pressed} `))) return { waits: pressed };
  // What began nothing may still mean something alone.
  return waiting === "" ? null : meaningOf(keymap, "", { key, ctrlKey, metaKey, altKey, typing });
}
