/** Most that one paste may bring: letters on the clipboard with and without its pictures, tags, and blocks. */
export const pasteLimits = { raw: 20_000_000, letters: 2_000_000, tags: 100_000, blocks: 500 } as const;
export type PasteLimits = { raw: number; letters: number; tags: number; blocks: number };

/** So many letters of a text, from its beginning, tell what it is and where it comes from: more would only take longer to judge. */
export const lettersThatTell = 200_000;
