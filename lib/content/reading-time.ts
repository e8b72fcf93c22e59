/** Words that a reader reads in a minute. */
const wordsInAMinute = 230;

/** How many minutes so many words take to read; never less than one. Of what counts as words, lib/content/to-text.ts says. */
export const minutesToRead = (words: number): number => Math.max(1, Math.round(words / wordsInAMinute));
