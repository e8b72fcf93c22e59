// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot carry them, so they are named here.
const outsideXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** Text as it may stand in XML, element or attribute: escaped, without characters outside XML 1.0. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(outsideXml, "").replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** One element with escaped text; nothing where there is no text. */
export function element(name: string, text: string | null | undefined, attributes: Record<string, string> = {}): string {
  if (text === null || text === undefined || text === "") return "";
  return `<${name}${attributesOf(attributes)}>${xmlText(text)}</${name}>`;
}

/** One empty element with its attributes. */
export function empty(name: string, attributes: Record<string, string>): string {
  return `<${name}${attributesOf(attributes)}/>`;
}

function attributesOf(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join("");
}
