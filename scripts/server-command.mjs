/**
 * What Node is given to run the newsroom, from the project's root. A page made anew leaves several megabytes behind it, and the 16 MB that Node
 * keeps for what is young fill within a few of them; what happened to be alive then is copied, twice, and grows old for nothing. With 64 MB
 * there are fewer and cheaper pauses, at about 15 MB more of resident memory (docs/performance.md).
 */
export const serverCommand = ["--max-semi-space-size=64", "--import", "tsx", "server/index.ts"];
