export type TextPart = { at: number; text: string; href: string | null };

/** A text cut at its web addresses: http and https alone, without the full stop or bracket that only follows one. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  const add = (at: number, piece: string, href: string | null) => piece && parts.push({ at, text: piece, href });
  for (const { 0: found, index } of text.matchAll(/https?:\/\/[^\s<>"]{1,2000}/gi)) {
    const address = withoutEnd(found);
    if (!URL.canParse(address)) continue;
    add(from, text.slice(from, index), null);
    add(index, address, new URL(address).href);
    from = index + address.length;
  }
  add(from, text.slice(from), null);
  return parts;
}

const closing = new Set([".", ",", ";", ":", "!", "?", ")", "]", "”", "’", "'"]);

function withoutEnd(address: string): string {
  let end = address.length;
  while (end > 0 && closing.has(address.charAt(end - 1))) end--;
  return address.slice(0, end);
}
