/** How many days a link may last, and how many are offered first. */
export const reviewDays = { most: 30, first: 7 } as const;
/** Longest name, word to the reviewer, and remark, in characters. */
export const reviewLengths = { name: 80, word: 1000, said: 5000, instead: 20_000 } as const;
/** Most links of one story that stand open at once, browsers by one link, and remarks by one link. */
export const reviewMost = { links: 20, readers: 30, remarks: 300 } as const;
