/** The name of the browser's database in which it keeps what one person has written. */
export const deviceDatabase = "standfirst-device";

/** Deletes all that this browser keeps of stories. Open editors let go of it first. */
export function forgetDevice(): void {
  // Where the browser gives no storage, nothing lies there.
  globalThis.indexedDB?.deleteDatabase(deviceDatabase);
}
