import type { FileWords } from "@/lib/media/words-of-file";

const inXml = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/**
 * Who made a picture and whose it is, in the form (XMP) that every rendition carries along, so that it is known also where the picture
 * is found alone. Null where the file named nobody. Nothing else of the file's own data goes out.
 */
export function rightsPacket({ creator, credit, copyright }: Pick<FileWords, "creator" | "credit" | "copyright">): string | null {
  if (!creator && !credit && !copyright) return null;
  const list = (element: string, kind: string, attribute: string, text: string) => (text ? `<dc:${element}><rdf:${kind}><rdf:li${attribute}>${inXml(text)}</rdf:li></rdf:${kind}></dc:${element}>` : "");
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"${credit ? ` photoshop:Credit="${inXml(credit)}"` : ""}>${list("creator", "Seq", "", creator)}${list("rights", "Alt", ' xml:lang="x-default"', copyright)}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}
