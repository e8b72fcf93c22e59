import { deskWorker, deviceDatabase, offlineDatabase, workerCaches } from "@/components/desk/editor/device/database-name";

/** Takes the desk's worker out of this browser, and all that it cached; what was written stays. Never rejects: where there is none, none is taken out. */
export async function removeWorker(): Promise<void> {
  const [registrations, names] = await Promise.all([navigator.serviceWorker?.getRegistrations() ?? [], globalThis.caches?.keys() ?? []]).catch(() => [[], []] as const);
  const ours = registrations.filter(({ scope }) => new URL(scope).pathname === deskWorker.scope);
  await Promise.allSettled([...ours.map((one) => one.unregister()), ...names.filter((name) => name.startsWith(workerCaches)).map((name) => caches.delete(name))]);
}

/** Deletes what this browser keeps of stories that were begun without the server. Open pages let go of it first. */
export function forgetOffline(): void {
  // Where the browser gives no storage, nothing lies there.
  globalThis.indexedDB?.deleteDatabase(offlineDatabase);
}

/** Deletes all that this browser keeps of stories and of the desk. */
export function forgetDevice(): void {
  globalThis.indexedDB?.deleteDatabase(deviceDatabase);
  forgetOffline();
  void removeWorker();
}
