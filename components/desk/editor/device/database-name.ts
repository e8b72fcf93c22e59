/** The name of the browser's database in which it keeps what one person has written in stories and what has not gone up. */
export const deviceDatabase = "standfirst-device";
/** The name of the one in which it keeps stories that she begins without the server. */
export const offlineDatabase = "standfirst-offline";
/** How the caches of the desk's worker are called, each with its build behind it. */
export const workerCaches = "standfirst-desk-";
/** Where the desk's worker stands, and what of the site it may look at. */
export const deskWorker = { script: "/desk-worker.js", scope: "/desk" } as const;
