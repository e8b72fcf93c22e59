/** Most people in one story at once. */
export const peoplePerStory = 60;
/** Largest frame a browser may send, in bytes. */
export const frameBytes = 2 * 1024 * 1024;
/** Largest working copy, in bytes of its encoded state. */
export const documentBytes = 5 * 1024 * 1024;
/** Messages one socket may send: a bucket that holds so many and fills at so many a second. */
export const messageBucket = { size: 400, perSecond: 60 } as const;
/** A store happens so long after the last change, and at the latest so long after the first, in milliseconds. */
export const storeAfter = { quiet: 2000, latest: 10_000 } as const;
/** An automatic revision is cut after so much time of change, in milliseconds. */
export const autosaveEvery = 10 * 60 * 1000;
/** How often open sockets are asked again whether they may still be open, in milliseconds; events do it at once. */
export const recheckEvery = 30_000;
/** A browser has so long to answer when the server closes its socket, in milliseconds. */
export const goodbyeWithin = 1000;
/** Other processes are told of a story at most so often, in milliseconds: one word stands for everything typed since the last. */
export const tellAtMostEvery = 80;
/** An open story is caught up with its log so often, whoever told or did not tell of it, in milliseconds. */
export const catchUpEvery = 3000;
/** The server lets itself be heard on each line so often, in milliseconds; a browser gives up one that has been silent for three times as long. */
export const heartbeatEvery = 3500;
/** A browser that has left so many questions of that kind unanswered, and sent nothing else, is gone, and its people are in no story any more: within 15 s. */
export const mostUnanswered = 3;
