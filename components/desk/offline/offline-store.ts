import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { offlineDatabase } from "@/components/desk/editor/device/database-name";
import type { Sealed } from "@/components/desk/editor/device/device-store";
import type { Language } from "@/db/vocabulary";

/** For whom this browser may seal what is written without the server. Nothing of it is secret. `askedAt` is in milliseconds. */
export type Bearer = { name: string; person: string; publicKey: string; language: Language; askedAt: number };

/** A story that was begun without the server: only `sealed` holds words. Times are milliseconds. */
export type OfflineStory = { id: string; person: string; begunAt: number; savedAt: number; ephemeral: Uint8Array<ArrayBuffer>; sealed: Sealed };

interface Schema extends DBSchema {
  bearer: { key: "own"; value: Bearer };
  stories: { key: string; value: OfflineStory };
}

/** What a sealed story is bound to: moved to another person or story it does not open. */
export const placeOf = ({ id, person }: Pick<OfflineStory, "id" | "person">) => `${person}:${id}`;

// Written through to the disk before it is called kept.
const strictly = { durability: "strict" } as const;

/** What this browser keeps of stories that one person began without the server. Every method rejects where the browser has no room or the database is gone. */
export class OfflineStore {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  /** Opens it as it is; `onGone` is called where it is deleted or lost later. Rejects where the browser keeps nothing. */
  static async open(onGone: () => void): Promise<OfflineStore> {
    const db = await openDB<Schema>(offlineDatabase, 1, {
      upgrade(made) {
        made.createObjectStore("bearer");
        made.createObjectStore("stories", { keyPath: "id" });
      },
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
        onGone();
      },
      terminated: onGone,
    });
    return new OfflineStore(db);
  }

  /** The same for one person: what somebody else left is deleted first. */
  static async openFor(person: string, onGone: () => void): Promise<OfflineStore> {
    const store = await OfflineStore.open(onGone);
    const bearer = await store.bearer();
    if (!bearer || bearer.person === person) return store;
    store.close();
    await deleteDB(offlineDatabase);
    return OfflineStore.open(onGone);
  }

  bearer(): Promise<Bearer | undefined> {
    return this.db.get("bearer", "own");
  }

  async putBearer(bearer: Bearer): Promise<void> {
    await this.db.put("bearer", bearer, "own");
  }

  /** The oldest first. */
  async stories(): Promise<OfflineStory[]> {
    return (await this.db.getAll("stories")).sort((one, other) => one.begunAt - other.begunAt);
  }

  /** Keeps a story as it stands. When this resolves it is on the disk. */
  async put(story: OfflineStory): Promise<void> {
    const tx = this.db.transaction("stories", "readwrite", strictly);
    await tx.store.put(story);
    await tx.done;
  }

  /** Lets go of a story that has come in, unless it was written in since it was read. */
  async remove(story: Pick<OfflineStory, "id" | "savedAt">): Promise<void> {
    const tx = this.db.transaction("stories", "readwrite", strictly);
    const now = await tx.store.get(story.id);
    if (now && now.savedAt <= story.savedAt) await tx.store.delete(story.id);
    await tx.done;
  }

  close(): void {
    this.db.close();
  }
}
