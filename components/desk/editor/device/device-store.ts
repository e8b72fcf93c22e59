import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { deviceDatabase } from "@/components/desk/editor/device/database-name";
import type { AsideReason } from "@/lib/articles/device-copy";

/** Something enciphered. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

/** One story in one epoch, as this device last had it; only `snapshot` holds words, and it is sealed. Times are milliseconds. */
export type StoredCopy = { id: string; person: string; article: string; epoch: number; /** The document format that wrote it. */ schema: number; openedAt: number; snapshot: Sealed | null };

/** Changes that have not gone up yet, or lie aside. */
export type StoredChanges = {
  copy: string;
  article: string;
  /** How many changes it holds, as a person counts: a key is one. */
  changes: number;
  firstAt: number;
  lastAt: number;
  /** Which version was public when they were made. */
  published: string | null;
  aside: AsideReason | null;
  sealed: Sealed;
};
export type KeptChanges = StoredChanges & { key: number };

interface Schema extends DBSchema {
  device: { key: "own"; value: { name: string; person: string } };
  copies: { key: string; value: StoredCopy };
  changes: { key: number; value: StoredChanges; indexes: { article: string } };
}

export const copyId = (person: string, article: string, epoch: number) => `${person}:${article}:${epoch}`;

// Written through to the disk before it is called kept.
const strictly = { durability: "strict" } as const;

/** A random name that a browser gives itself; no secret. */
export const nameAnew = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))).replace(/[+/=]/g, (sign) => ({ "+": "-", "/": "_" })[sign] ?? "");

/** What this browser keeps of one person's stories: one database, which is deleted when she signs out or somebody else comes. Every method rejects where the browser has no room or the database is gone. */
export class DeviceStore {
  private constructor(
    private readonly db: IDBPDatabase<Schema>,
    /** The name that this browser gave itself for this person; no secret. */
    readonly name: string,
  ) {}

  /** Opens it for a person, and deletes what somebody else left. `onGone` is called where it is deleted or lost later. Rejects where the browser keeps nothing. */
  static async open(person: string, onGone: () => void): Promise<DeviceStore> {
    const open = () =>
      openDB<Schema>(deviceDatabase, 1, {
        upgrade(db) {
          db.createObjectStore("device");
          db.createObjectStore("copies", { keyPath: "id" });
          db.createObjectStore("changes", { autoIncrement: true }).createIndex("article", "article");
        },
        blocking(_current, _wanted, event) {
          (event.target as IDBDatabase).close();
          onGone();
        },
        terminated: onGone,
      });
    let db = await open();
    if ((await db.get("device", "own"))?.person !== person) {
      const isOthers = (await db.count("device")) > 0;
      if (isOthers) {
        db.close();
        await deleteDB(deviceDatabase);
        db = await open();
      }
      await db.put("device", { name: nameAnew(), person }, "own");
    }
    const own = await db.get("device", "own");
    if (!own) throw new Error("The device has no name.");
    return new DeviceStore(db, own.name);
  }

  /** The stories of which something lies here. */
  async articles(): Promise<string[]> {
    const [copies, changes] = await Promise.all([this.db.getAll("copies"), this.db.getAll("changes")]);
    return [...new Set([...copies, ...changes].map(({ article }) => article))];
  }

  copy(id: string): Promise<StoredCopy | undefined> {
    return this.db.get("copies", id);
  }

  async copiesOf(article: string): Promise<StoredCopy[]> {
    return (await this.db.getAll("copies")).filter((copy) => copy.article === article);
  }

  async putCopy(copy: StoredCopy): Promise<void> {
    await this.db.put("copies", copy);
  }

  /** All changes of a story, in the order in which they were kept. */
  async changesOf(article: string): Promise<KeptChanges[]> {
    const kept: KeptChanges[] = [];
    for await (const { primaryKey, value } of this.db.transaction("changes").store.index("article").iterate(article)) kept.push({ ...value, key: primaryKey });
    return kept;
  }

  /** Keeps changes. When this resolves they are on the disk. */
  async append(changes: StoredChanges): Promise<number> {
    const tx = this.db.transaction("changes", "readwrite", strictly);
    const key = await tx.store.add(changes);
    await tx.done;
    return key;
  }

  /** Puts one set of changes in the place of several, all or none: they are said to be the same. */
  async replace(keys: readonly number[], changes: StoredChanges): Promise<number> {
    const tx = this.db.transaction("changes", "readwrite", strictly);
    const key = await tx.store.add(changes);
    for (const old of keys) await tx.store.delete(old);
    await tx.done;
    return key;
  }

  async remove(keys: readonly number[]): Promise<void> {
    if (keys.length === 0) return;
    const tx = this.db.transaction("changes", "readwrite", strictly);
    for (const key of keys) void tx.store.delete(key);
    await tx.done;
  }

  /** Lays changes aside, or takes them from there. Those that are gone stay gone. */
  async layAside(keys: readonly number[], aside: AsideReason | null): Promise<void> {
    const tx = this.db.transaction("changes", "readwrite", strictly);
    for (const key of keys) {
      const value = await tx.store.get(key);
      if (value) await tx.store.put({ ...value, aside }, key);
    }
    await tx.done;
  }

  /** Drops everything of these stories. */
  async drop(articles: readonly string[]): Promise<void> {
    if (articles.length === 0) return;
    const tx = this.db.transaction(["copies", "changes"], "readwrite", strictly);
    for (const article of articles) {
      for (const key of await tx.objectStore("changes").index("article").getAllKeys(article)) await tx.objectStore("changes").delete(key);
      for (const copy of await tx.objectStore("copies").getAll()) if (copy.article === article) await tx.objectStore("copies").delete(copy.id);
    }
    await tx.done;
  }

  /** Drops what was not opened since then. */
  async forgetBefore(instant: number): Promise<void> {
    const newest = new Map<string, number>();
    const [copies, changes] = await Promise.all([this.db.getAll("copies"), this.db.getAll("changes")]);
    for (const { article, at } of [...copies.map((copy) => ({ article: copy.article, at: copy.openedAt })), ...changes.map((one) => ({ article: one.article, at: one.lastAt }))]) newest.set(article, Math.max(at, newest.get(article) ?? 0));
    await this.drop([...newest].filter(([, at]) => at < instant).map(([article]) => article));
  }

  close(): void {
    this.db.close();
  }
}
