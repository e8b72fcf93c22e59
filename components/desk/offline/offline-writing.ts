import * as Y from "yjs";
import { type Bearer, OfflineStore, placeOf } from "@/components/desk/offline/offline-store";
import { type SealsTo, sealsTo } from "@/components/desk/offline/seal-to";

/** After a change it is written so many milliseconds later, with what came meanwhile: sealing and writing take the rest of a quarter of a second. */
const gatherFor = 100;

/** Where a story that is written without the server lies; only `kept` says that it is on the disk. */
export type Keeping = "nothing" | "keeping" | "kept" | "full" | "unavailable" | "signed_out";

/** One story that is begun without the server: its document in this tab, and on the disk, sealed, what was written in it. Never throws: what cannot be kept is said. */
export class OfflineWriting {
  readonly doc = new Y.Doc();
  readonly id = crypto.randomUUID();
  /** How often anything was changed in it. */
  changes = 0;
  private readonly begunAt = Date.now();
  private savedAt = 0;
  private state: Keeping = "nothing";
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private line: Promise<unknown> = Promise.resolve();
  private readonly seals: Promise<SealsTo>;
  private isGone = false;
  private isIn = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly store: OfflineStore,
    readonly bearer: Bearer,
  ) {
    this.seals = sealsTo(bearer.publicKey);
    // A key that is none is found out when something is to be kept.
    this.seals.catch(() => undefined);
    this.doc.on("update", () => this.note());
  }

  snapshot = (): Keeping => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Whether anything was written. */
  get hasWords(): boolean {
    return this.doc.getText("headline").length > 0 || this.doc.getText("standfirst").length > 0 || /[^\s]/.test(this.doc.getXmlFragment("body").toString().replace(/<[^>]*>/g, ""));
  }

  /** All that was written, for whoever brings it in; on the disk by then, where it can be. */
  async whole(): Promise<Uint8Array> {
    await this.flush();
    return Y.encodeStateAsUpdate(this.doc);
  }

  /** Whether closing the tab now would cost words. */
  get isAtRisk(): boolean {
    return !this.isIn && this.state !== "kept" && this.hasWords;
  }

  /** It is in the newsroom: lets go of what lies on the disk. */
  async forget(): Promise<void> {
    this.isIn = true;
    await this.line;
    await this.store.remove({ id: this.id, savedAt: this.savedAt }).catch(() => undefined);
  }

  /** Signed out in another tab: nothing of it is on the device any more. */
  gone(): void {
    this.isGone = true;
    this.say("signed_out");
  }

  private note(): void {
    this.changes++;
    if (this.savedAt === 0 && !this.hasWords) return;
    if (this.state === "nothing" || this.state === "kept") this.say("keeping");
    this.gathering ??= setTimeout(() => void this.flush(), gatherFor);
  }

  /** Writes what is not written yet. */
  flush(): Promise<unknown> {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    this.line = this.line.then(() => this.write());
    return this.line;
  }

  private async write(): Promise<void> {
    if (this.isGone || (this.savedAt === 0 && !this.hasWords)) return;
    try {
      if (!this.hasWords) {
        await this.store.remove({ id: this.id, savedAt: this.savedAt });
        this.savedAt = 0;
        return this.say("nothing");
      }
      const { ephemeral, seal } = await this.seals;
      const place = { id: this.id, person: this.bearer.person };
      const savedAt = Math.max(Date.now(), this.savedAt + 1);
      await this.store.put({ ...place, begunAt: this.begunAt, savedAt, ephemeral, sealed: await seal(placeOf(place), Y.encodeStateAsUpdate(this.doc)) });
      this.savedAt = savedAt;
      if (!this.gathering) this.say("kept");
    } catch (error) {
      if (!this.isGone) this.say(error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "unavailable");
    }
  }

  private say(state: Keeping): void {
    if (state === this.state) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** For whom this browser may keep what is written without the server, and how many stories wait in it; null where it may for nobody. */
export async function openedHere(onGone: () => void): Promise<{ store: OfflineStore; bearer: Bearer; waiting: number } | null> {
  const store = await OfflineStore.open(onGone);
  const [bearer, stories] = await Promise.all([store.bearer(), store.stories()]);
  if (bearer) return { store, bearer, waiting: stories.length };
  store.close();
  return null;
}
