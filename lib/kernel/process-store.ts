/**
 * Two copies of our modules live in one process: the server's own and the one inside Next's bundle. Whatever must exist once per
 * process (database clients, page cache, event hub, request store) is created by `server/` and found here by both.
 *
 * Each owner adds its entry by declaration merging:
 *
 *     declare module "@/lib/kernel/process-store" { interface ProcessStore { pageCache: PageCache } }
 */
// biome-ignore lint/suspicious/noEmptyInterface: owners add their entries by declaration merging.
export interface ProcessStore {}

const key = Symbol.for("standfirst");
type Holder = { [key]?: Partial<ProcessStore> };

/** The one store of this process; entries are absent until the server has provided them. */
export function processStore(): Partial<ProcessStore> {
  const holder = globalThis as Holder;
  holder[key] ??= {};
  return holder[key];
}

/** The entry, or a clear error where the server has not provided it (a script that forgot its bootstrap). */
export function fromProcess<Name extends keyof ProcessStore>(name: Name): ProcessStore[Name] {
  const entry = processStore()[name];
  if (entry === undefined) throw new Error(`Nothing has provided "${String(name)}" in this process.`);
  return entry as ProcessStore[Name];
}

/** Puts an entry into the store; the last one wins, so that tests can replace what they need. */
export function provide<Name extends keyof ProcessStore>(name: Name, entry: ProcessStore[Name]): void {
  (processStore() as ProcessStore)[name] = entry;
}
