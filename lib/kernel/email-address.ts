/** The longest address that mail servers take (RFC 5321). */
export const longestAddress = 254;

const local = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;

/**
 * Whether a text is one address and nothing else: no list, no name, no quoting, no comment, no address literal, no line end. What is refused here
 * may be an address by the letter of RFC 5322; nobody has one, and each has sent somebody's mail to somebody else.
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > longestAddress || !text.isWellFormed()) return false;
  const at = text.indexOf("@");
  if (at < 1 || !local.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split(".");
  const last = labels.at(-1) ?? "";
  return labels.length >= 2 && labels.every((one) => label.test(one)) && last.length >= 2 && !/^\d+$/.test(last);
}

/** An address with the name of whose it is; empty where none is said. */
export type Mailbox = { name: string; address: string };

/** "desk@paper.example" or "The Paper <desk@paper.example>", or null where it is neither. */
export function readMailbox(text: string): Mailbox | null {
  const whole = text.trim();
  if (isEmailAddress(whole)) return { name: "", address: whole };
  const open = whole.lastIndexOf("<");
  if (open < 1 || !whole.endsWith(">") || whole.length > 400) return null;
  const address = whole.slice(open + 1, -1);
  const name = whole.slice(0, open).trim().replace(/^"(.*)"$/, "$1");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  return isEmailAddress(address) && name !== "" && name.length <= 100 && name.isWellFormed() && !/[\u0000-\u001f\u007f<>"]/.test(name) ? { name, address } : null;
}
