/* Reading a Word part tag by tag. Word, LibreOffice, Pages and Google Docs all write the prefix `w:`. */

/** The value of `w:val` and its like in one opening tag. */
export function valueIn(tag: string, name = "w:val"): string | null {
  return new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag)?.slice(1).find((value) => value !== undefined) ?? null;
}

/** The value of the first element of that name; null where there is none. */
export function firstValue(xml: string, element: string): string | null {
  const tag = new RegExp(`<${element}\\s[^<>]{0,500}>`).exec(xml)?.[0];
  return tag === undefined ? null : valueIn(tag);
}

/** Whether a switch such as `<w:vanish/>` is on. */
export function isOn(xml: string, element: string): boolean {
  const tag = new RegExp(`<${element}(?:\\s[^<>]{0,200})?/?>`).exec(xml)?.[0];
  return tag !== undefined && !/^(?:0|false|off)$/.test(valueIn(tag) ?? "1");
}

/** Each element of a name with all that it holds, one after the other; none of them holds another of its kind. */
export function elementsOf(xml: string, element: string): string[] {
  const found: string[] = [];
  replaceElements(xml, element, (whole) => {
    found.push(whole);
    return whole;
  });
  return found;
}

/** The text with each element of a name written anew. Where one holds another of its kind, it is the inner one. Every letter is read once. */
export function replaceElements(xml: string, element: string, write: (whole: string, inside: string) => string): string {
  const tags = new RegExp(`<(/?)${element}(?:\\s[^<>]{0,5000})?>`, "g");
  let written = "";
  let done = 0;
  let open: { at: number; inside: number } | null = null;
  for (const { index, 0: tag, 1: slash } of xml.matchAll(tags)) {
    if (tag.endsWith("/>")) continue;
    if (!slash) open = { at: index, inside: index + tag.length };
    else if (open) {
      const end = index + tag.length;
      written += xml.slice(done, open.at) + write(xml.slice(open.at, end), xml.slice(open.inside, index));
      done = end;
      open = null;
    }
  }
  return written + xml.slice(done);
}
