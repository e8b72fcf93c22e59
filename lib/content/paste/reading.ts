import type { Block } from "@/lib/content/document";
import type { LinkOptions } from "@/lib/content/paste/links";
import type { Marks } from "@/lib/content/paste/read-inline";
import type { Tally } from "@/lib/content/paste/receipt";

/** A picture that the clipboard showed and that may be uploaded; nothing is ever shown from elsewhere. It stood behind so many blocks of the body. */
export type OfferedPicture = { src: string; alt: string; caption?: string; after: number };

/** What one reading of a clipboard needs and gathers. */
export type Reading = {
  tally: Tally;
  links: LinkOptions;
  pictures: OfferedPicture[];
  /** The block behind which each of them stood, as far as the reading has come; null for the beginning. */
  behind: Map<OfferedPicture, Block | null>;
  /** Lines of code: each is a block of its own, also where others would be joined. */
  code: Set<Block>;
  /** The block that was read last. */
  latest: Block | null;
  /** Pictures that came as data, by the number that stands for them in the document. */
  pictureData: readonly string[];
  /** Whether `lang` says something: writing programs set it on every word. */
  trustsLanguage: boolean;
  /** Reads what an element holds: lists, tables and quotations read their insides with it. */
  readBlocks(root: Element, reading: Reading, marks: Marks, depth: number): Block[];
};
