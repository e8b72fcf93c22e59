/** A line of words that a block holds as an attribute: it is written among the settings, and read with the story all the same. */
export type LineOfWords = {
  /** What its field is called. */
  label: string;
  /** Most characters. */
  limit: number;
  /** Whether it is read before what is written in the block, or behind it. */
  stands: "before" | "behind";
  /** Whether the block's plain text has it: then the checks count in it. */
  isText: boolean;
  /** A flag of the block with which nobody reads it. */
  unless?: string;
};
