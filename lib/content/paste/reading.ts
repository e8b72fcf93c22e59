import type { Block } from "@/lib/content/document";
import type { LinkOptions } from "@/lib/content/paste/links";
import type { Marks } from "@/lib/content/paste/read-inline";
import type { Tally } from "@/lib/content/paste/receipt";

/** A picture that the clipboard showed and that may be uploaded; nothing is ever shown from elsewhere. */
export type OfferedPicture = { src: string; alt: string; caption?: string };

/** What one reading of a clipboard needs and gathers. */
export type Reading = {
  tally: Tally;
  links: LinkOptions;
  pictures: OfferedPicture[];
  /** Pictures that came as data, by the number that stands for them in the document. */
  pictureData: readonly string[];
  /** Whether `lang` says something: writing programs set it on every word. */
  trustsLanguage: boolean;
  /** Reads what an element holds: lists, tables and quotations read their insides with it. */
  readBlocks(root: Element, reading: Reading, marks: Marks, depth: number): Block[];
};
