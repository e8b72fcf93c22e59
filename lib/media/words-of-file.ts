import exifReader, { type ExpandedTags } from "exifreader";
import sharp from "sharp";
import { fieldLimits } from "@/lib/content/limits";
import { singleLine } from "@/lib/kernel/text";
import type { UsableDays } from "@/lib/media/rights";

/** What a file says of itself, for the desk to begin with. `takenOn` is a day, since cameras do not know their zone. */
export type FileWords = { alt: string; caption: string; credit: string; creator: string; copyright: string; takenOn: string } & UsableDays;

export const noWords: FileWords = { alt: "", caption: "", credit: "", creator: "", copyright: "", takenOn: "", usableFrom: null, usableUntil: null };

/** No honest photograph says more of itself than this, in bytes. */
const longest = 512 * 1024;
/** What cameras write where nobody has written anything. */
const cameraTalk = /^(?:[A-Z ]+ DIGITAL CAMERA|DCIM|SAMSUNG|DIGITAL IMAGE|SONY DSC|default|untitled|screenshot)$/i;

/**
 * Creator, credit line, copyright, caption, description for those who do not see it, and day, from XMP before IPTC before Exif.
 * Never throws: a file that says nothing, or says it brokenly, has no words. The place where it was taken is not even looked at.
 */
export async function wordsOfFile(bytes: Uint8Array): Promise<FileWords> {
  try {
    const { exif, iptc, xmp } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if ([exif, iptc, xmp].some((part) => (part?.byteLength ?? 0) > longest)) return noWords;
    return wordsOfTags(exifReader.load(Buffer.from(bytes), { expanded: true, async: false, excludeTags: { gps: true, thumbnail: true, makerNotes: true } }));
  } catch {
    // Broken metadata in a sound picture: the picture is what counts.
    return noWords;
  }
}

function wordsOfTags({ xmp, iptc, exif }: ExpandedTags): FileWords {
  const from = (xmpName: string, iptcName: string | null, exifName: string | null) => said(xmp, xmpName) || said(iptc, iptcName) || said(exif, exifName);
  const creator = within(fieldLimits.credit, from("creator", "By-line", "Artist"));
  return {
    // Written for those who do not see it, by whoever saw it: the one field that may begin the alt text.
    alt: within(fieldLimits.alt, said(xmp, "AltTextAccessibility")),
    caption: unlessCameraTalk(within(fieldLimits.caption, from("description", "Caption/Abstract", "ImageDescription"))),
    credit: within(fieldLimits.credit, said(xmp, "Credit") || said(iptc, "Credit")) || creator,
    creator,
    copyright: within(fieldLimits.credit, from("rights", "Copyright Notice", "Copyright")),
    takenOn: day(from("DateCreated", "Date Created", "DateTimeOriginal")),
    // PLUS and PRISM in XMP, and the fields that agencies have filled for longer.
    usableFrom: day(said(xmp, "LicenseStartDate") || said(xmp, "embargoDate") || said(iptc, "Release Date")) || null,
    usableUntil: day(said(xmp, "LicenseEndDate") || said(xmp, "expirationDate") || said(iptc, "Expiration Date")) || null,
  };
}

/** Cut before it is cleaned: the cut may have halved a character. */
const within = (limit: number, text: string) => singleLine(text.slice(0, limit));
const unlessCameraTalk = (text: string) => (cameraTalk.test(text) ? "" : text);

function said(tags: object | undefined, name: string | null): string {
  const tag = name ? (tags as Record<string, { description?: unknown } | undefined> | undefined)?.[name] : undefined;
  return typeof tag?.description === "string" ? tag.description.trim() : "";
}

function day(text: string): string {
  const [, year, month, date] = /^(\d{4})[:-]?(\d{2})[:-]?(\d{2})/.exec(text) ?? [];
  const found = `${year}-${month}-${date}`;
  return year && !Number.isNaN(Date.parse(found)) ? found : "";
}
