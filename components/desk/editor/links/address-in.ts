import { safeHref } from "@/lib/content/links";

/** An address that stands in a word, and where a link on it leads. */
export type Address = { start: number; end: number; href: string };

/** What opens before an address or closes behind it, and is no part of it. */
const opens = /^[([{<"'“”‘’„‚«»‹›]+/u;
const closes = /[.,;:!?\])}>"'“”‘’„‚«»‹›…]$/u;

const withScheme = /^https?:\/\/[^/?#.]+\.[^/?#]/i;
const withoutScheme = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,24})(?::\d{1,5})?(?=$|[/?#])/i;
const mail = /^[a-z0-9.!#$%&*+/=?^_{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/i;

/** Endings that no sentence makes: a country’s may be a word behind a full stop ("ended.it"), and wants a path or "www." with it. */
const plainEndings = new Set(["com", "org", "net", "edu", "gov", "int", "info", "eu"]);

/** The address in a word as people write them: with its scheme, with "www.", a mail address, or a bare domain; null where there is none. */
export function addressIn(word: string): Address | null {
  const start = opens.exec(word)?.[0].length ?? 0;
  let address = word.slice(start);
  while (closes.test(address) && !isItsOwnBracket(address)) address = address.slice(0, -1);
  const target = targetOf(address);
  return target !== null && safeHref(target) !== null ? { start, end: start + address.length, href: target } : null;
}

/** Encyclopaedias end their addresses with a bracket that opened within. */
const isItsOwnBracket = (address: string): boolean => address.endsWith(")") && address.split("(").length >= address.split(")").length;

function targetOf(address: string): string | null {
  if (withScheme.test(address)) return address;
  if (mail.test(address)) return `mailto:${address}`;
  const domain = withoutScheme.exec(address);
  if (!domain) return null;
  const isMeant = /^www\./i.test(address) || plainEndings.has(domain[1]?.toLowerCase() ?? "") || address[domain[0].length] === "/";
  return isMeant ? `https://${address}` : null;
}
