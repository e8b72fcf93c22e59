/** A stretch of text that stayed, came or went. */
export type ToldPassage = { kind: "kept" | "inserted" | "deleted"; text: string };

/** One change: where, what became of it in sentences, and its text line by line. */
export type ToldChange = { where: string; said: string[]; lines: ToldPassage[][] };

/** What bringing work in would change in a story, for a page that knows no blocks. `language` is the story's. */
export type ComparedWork = { language: string; changes: ToldChange[] };
