/** Who is said to have written a text that is tried. */
export const triedAsNames = { guest: "A guest", newcomer: "A reader who is new", known: "A reader of whom two comments were approved", trusted: "A reader who is known well" } as const;
export type TriedAs = keyof typeof triedAsNames;
export const triedAs = Object.keys(triedAsNames) as [TriedAs, ...TriedAs[]];
