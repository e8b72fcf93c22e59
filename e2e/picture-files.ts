import sharp from "sharp";

export type PictureFile = { name: string; mimeType: string; buffer: Buffer };

/** A picture that says of itself what agencies write into theirs: alt text, caption and credit; `width` and `colour` tell several apart. */
export async function pictureFile(name: string, words: { alt?: string; caption?: string; credit?: string } = {}, { width = 720, height = 480, colour = "#345" } = {}): Promise<PictureFile> {
  const said = (field: string, text: string | undefined) => (text ? `<${field}><rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt></${field}>` : "");
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:Credit="${words.credit ?? ""}">${said("dc:description", words.caption)}${said("Iptc4xmpCore:AltTextAccessibility", words.alt)}</rdf:Description></rdf:RDF></x:xmpmeta>`;
  const buffer = await sharp({ create: { width, height, channels: 3, background: colour } }).withXmp(xmp).jpeg().toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}
