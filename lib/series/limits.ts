/** Longest introduction of a series, in characters. */
export const longestIntro = 600;

/** As many parts of a series as readers are shown: far more than any has. */
export const mostParts = 200;
