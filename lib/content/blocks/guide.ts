import type { BlockName } from "@/lib/content/blocks/registry";

/** What a member of staff should know of a block: what it is for, under which names the Insert menu has it, what holds for it. */
export type BlockGuide = { is: string; inserts: readonly string[]; otherwise?: string; rules: readonly string[] };

const pictureRules = ["Alt text says what a reader would see; or it is said that the picture only decorates.", "A credit, the picture’s own or another one.", "A day on which it may be used, where its rights name days.", "At least 460 pixels across; from 1,200 on it is sharp everywhere."] as const;

/** The guide to every block of the registry. A block that is forgotten here is a type error. */
export const blockGuide: Readonly<Record<BlockName, BlockGuide>> = {
  paragraph: { is: "Running text. The first may stand larger, as an opening paragraph; a place may stand on a line of its own.", inserts: ["Paragraph", "Opening paragraph", "Dateline in the text"], rules: ["More than 120 words are better as two.", "Empty ones are left out for readers."] },
  heading: { is: "Opens a part of the story. The headline is level 1 and no block; these are levels 2 to 4.", inserts: ["Heading", "Smaller heading", "Smallest heading"], rules: ["Never empty.", "No level is skipped: screen readers list headings like a table of contents.", "At most 90 characters.", "Loud by itself: it takes emphasis, links and foreign words, and nothing else."] },
  list: { is: "Things one under the other, with dashes or with figures.", inserts: ["List", "Numbered list"], rules: ["No empty item.", "At most three levels deep."] },
  blockquote: { is: "Somebody’s words set apart, with their source.", inserts: ["Quotation"], rules: ["No empty paragraph."] },
  pullQuote: { is: "A sentence of the story, loud. Feeds leave it out, since it repeats the text.", inserts: ["Pull quote"], otherwise: "Choose text and press Ctrl or ⌘, Alt and O: the quote is made from it.", rules: ["Never empty, at most 300 characters; from 120 on it is no longer loud.", "Its words stand in the text; its settings lead to them."] },
  figure: { is: "A picture in the text, with a caption that everybody can write in.", inserts: ["Picture", "From the library"], otherwise: "Drop a file on the text, or paste a picture.", rules: pictureRules },
  gallery: { is: "Several pictures together, side by side or one after the other.", inserts: ["Gallery"], rules: ["Two pictures or more.", ...pictureRules] },
  factBox: { is: "Figures, a timeline, a profile or questions and answers beside the story; open, or closed under its title.", inserts: ["Fact box", "Timeline", "Profile", "Questions and answers"], rules: ["It has a title.", "More than 250 words may be a story of their own.", "No box within a box."] },
  table: { is: "Figures in rows and columns.", inserts: ["Table"], rules: ["The first row names each column; the first column may name each row.", "A caption says what it shows.", "At most 12 columns and 100 rows; no joined cells."] },
  embed: { is: "A video, a post, a chart of somebody else’s, as a snapshot of ours. Its provider hears of a reader only after a press.", inserts: ["Embed"], rules: ["A description, for those who do not load it.", "Only from providers that Standfirst knows.", "Where the story makes no sense without it, nothing goes out before its snapshot is there."] },
  relatedCard: { is: "Another story of the paper, where it stands now: one line, or with its picture.", inserts: ["Related story"], rules: ["The other story is public when this one goes out.", "Once in a story."] },
  correctionNote: { is: "A correction on record, as it stands in the text.", inserts: [], otherwise: "The publish panel makes it: Correct.", rules: ["Nobody can change it afterwards."] },
  sectionBreak: { is: "A pause between two parts.", inserts: ["Section break"], otherwise: "Type --- on a line of its own.", rules: ["Neither first nor last, nor two in a row."] },
  stash: { is: "Text kept beside the story: cuts, numbers, what is still to be asked.", inserts: ["Stash"], rules: ["It is never published, in no form."] },
};
