import { createElement } from "react";
import { type Answer, ask } from "@/components/desk/editor/api";
import { compareWork, proposeWork } from "@/components/desk/editor/device/send-work";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { hiccup, keptFor, keptInWords, type NotKept, whatBecomes } from "@/components/desk/editor/device/copy-rules";
import { DeviceNotice } from "@/components/desk/editor/device/device-notice";
import { copyId, DeviceStore, type KeptChanges } from "@/components/desk/editor/device/device-store";
import { keyFrom, seal, unseal } from "@/components/desk/editor/device/seal";
import type { ComparedWork } from "@/lib/comparison/compared-work";
import type { StoryState } from "@/lib/articles/desk-views";
import type { AsideReason, DeviceCopyAnswer } from "@/lib/articles/device-copy";
import type { EditorSurroundings } from "@/lib/articles/reads/desk";
import { schemaVersion } from "@/lib/content/schema";

/** Work that lies aside. `bytes` is null where it cannot be deciphered any more; `base` is the document it was written in, where that is not the one of today or lacks what the work leans on. */
export type AsideWork = { reason: AsideReason; changes: number; firstAt: number; lastAt: number; keys: number[]; bytes: Uint8Array | null; base: Uint8Array | null; isOfThisDocument: boolean };

/** Work that was made a proposal: by its name. */
export type ProposedWork = { id: string };

export type DeviceState = { asides: readonly AsideWork[]; proposed: readonly ProposedWork[]; kept: number; waiting: number; notKept: NotKept | null };

/** Which story, in which document, for whom. `now` is the clock, in milliseconds. */
export type CopyOf = { article: string; epoch: number; person: string; now?: () => number };

type Change = { bytes: Uint8Array; at: number; changes: number };
type Kept = { bytes: Uint8Array; changes: number; firstAt: number; lastAt: number; published: string | null };

/** After a change it is written so many milliseconds later, with what came meanwhile: enciphering and writing take the rest of a quarter of a second. */
const gatherFor = 100;
/** So many pieces are put together into one. */
const mostPieces = 60;
const tryAgainAfter = 5000;
const askAgainEvery = 5 * 60_000;
const fullFor = 30_000;

/** By this origin one knows what came from the device: it lies there already. */
export const fromDevice = Symbol("from the device");

/** What was laid aside where the browser keeps nothing: it lives as long as the tab. */
const asideInTab = new Map<string, AsideWork[]>();

const askBeforeLeaving = (event: Event) => {
  if ([...asideInTab.values()].some((works) => works.length > 0)) event.preventDefault();
};

/**
 * What this device keeps of one open story. Each change of one's own that is not committed within a moment is written, enciphered, to the
 * browser's database, and deleted once the server has committed it. What an earlier tab left is brought in, or lies aside where the
 * story went on without it. Never throws: where something cannot be kept, the words say so.
 */
export class DeviceCopy {
  private store: DeviceStore | null = null;
  private key: CryptoKey | null = null;
  /** Which version is public; undefined until the server was asked. */
  private published: string | null | undefined;
  private notKept: NotKept | null = null;
  private waiting: Change[] = [];
  private readonly kept = new Map<number, Kept>();
  private asides: AsideWork[] = [];
  /** What was made proposals since the page was opened. */
  private proposed: ProposedWork[] = [];
  /** What is written or deleted waits for what came before. */
  private line: Promise<unknown> = Promise.resolve();
  private opening: Promise<void> | null = null;
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;
  private readonly asking: ReturnType<typeof setInterval>;
  /** How often everything was committed: what was on its way to the disk then need not lie there. */
  private commits = 0;
  /** Set while everything that comes is laid aside. */
  private asideNow: AsideReason | null = null;
  private ended = false;
  /** Whether what an earlier tab left was seen to. */
  private isTakenUp = false;
  private lastSaid: string;
  private state: DeviceState = { asides: [], proposed: [], kept: 0, waiting: 0, notKept: null };
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[];
  private readonly now: () => number;
  private readonly Notice = () => createElement(DeviceNotice, { copy: this });

  constructor(
    private readonly connection: StoryConnection,
    private readonly of: CopyOf,
    readonly timeZone: string,
    /** Opens the story anew, without what was typed here. */
    private readonly reopen: () => void,
  ) {
    this.now = of.now ?? Date.now;
    this.lastSaid = connection.snapshot().save.kind;
    // What was typed before this was there is in the document, and nobody knows any more which part of it that is.
    if (connection.snapshot().ready && (connection.provider.unsyncedChanges > 0 || this.isHeld)) this.note(connection.yjs.encodeStateAsUpdate(connection.doc));
    connection.doc.on("update", this.update);
    connection.rejoin = () => this.mayRejoin();
    const hidden = () => document.visibilityState === "hidden" && void this.flush();
    document.addEventListener("visibilitychange", hidden);
    this.stops = [
      () => document.removeEventListener("visibilitychange", hidden),
      () => connection.doc.off("update", this.update),
      connection.onCommitted(() => this.isCommitted && this.committed()),
      connection.onStoryEvent(() => void this.askAgain()),
      connection.subscribe(() => this.follow()),
    ];
    this.asking = setInterval(() => void this.askAgain(), askAgainEvery);
    void this.open();
  }

  snapshot = (): DeviceState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Waits until nothing is on its way to the disk. */
  async settled(): Promise<void> {
    await this.line;
  }

  /** Ends it; what waits is still written. */
  end(): void {
    this.ended = true;
    for (const stop of this.stops) stop();
    clearInterval(this.asking);
    clearTimeout(this.again);
    void this.flush().then(() => this.store?.close());
  }

  private get id(): string {
    return copyId(this.of.person, this.of.article, this.of.epoch);
  }

  private get isCommitted(): boolean {
    const { provider } = this.connection;
    return provider.isSynced && provider.unsyncedChanges === 0 && !this.isHeld;
  }

  /** Whether the line has not been given yet what is being composed. */
  private get isHeld(): boolean {
    return this.connection.provider.holds?.held() ?? false;
  }

  private readonly update = (bytes: Uint8Array, origin: unknown): void => {
    if (origin !== this.connection.provider && origin !== fromDevice) this.note(bytes);
  };

  private note(bytes: Uint8Array, changes = 1): void {
    this.waiting.push({ bytes, at: this.now(), changes });
    this.gathering ??= setTimeout(() => void this.flush(), gatherFor);
  }

  private tell(): void {
    const kept = [...this.kept.values()].reduce((sum, { changes }) => sum + changes, 0);
    const waiting = this.waiting.reduce((sum, { changes }) => sum + changes, 0);
    this.state = { asides: this.asides, proposed: this.proposed, kept, waiting, notKept: this.notKept };
    if (!this.ended) this.connection.change({ kept: keptInWords(kept, waiting, this.notKept), Notice: this.asides.length > 0 || this.proposed.length > 0 || (this.notKept && this.notKept !== "full") ? this.Notice : null });
    for (const listener of this.listeners) listener();
  }

  /** Does something with the database after what waits before it. */
  private inLine<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
    const done = this.line.then(act).catch((error: unknown) => this.failed(error));
    this.line = done;
    return done;
  }

  private failed(error: unknown): undefined {
    this.isTakenUp = false;
    this.notKept = error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "unavailable";
    if (this.notKept === "full" && !this.ended) {
      clearTimeout(this.again);
      this.again = setTimeout(() => {
        this.notKept = null;
        void this.flush();
      }, fullFor);
    }
    this.tell();
    return undefined;
  }

  /** Signed out in another tab, or somebody else came: nothing of it is on the device any more. */
  private readonly gone = (): void => {
    this.store?.close();
    this.store = null;
    this.key = null;
    this.isTakenUp = false;
    this.notKept = "signed_out";
    this.nothingLiesThere();
    this.tell();
  };

  private nothingLiesThere(): void {
    this.waiting.unshift(...[...this.kept.values()].map(({ bytes, changes, firstAt }) => ({ bytes, changes, at: firstAt })));
    this.kept.clear();
  }

  private open(): Promise<void> {
    this.opening ??= this.openNow().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private async openNow(): Promise<void> {
    clearTimeout(this.again);
    // Asked first whose browser it is by now: to open the database is to delete what another person keeps in it.
    const asked = await this.askServer();
    if (this.ended) return;
    let isLearned = !("failure" in asked) || asked.failure.code !== "unavailable";
    if ("value" in asked && asked.value.person !== this.of.person) this.gone();
    else if ("value" in asked) {
      await this.openStore();
      isLearned = await this.learn();
    }
    if (!isLearned) {
      if (!this.ended) this.again = setTimeout(() => void this.open(), tryAgainAfter);
      return;
    }
    // Browsers that are asked do not clear it when they run out of room.
    void navigator.storage?.persist?.().catch(() => false);
    await this.whenReady();
    await this.inLine(() => this.takeUp());
    await this.flush();
  }

  private async openStore(): Promise<void> {
    this.store?.close();
    try {
      this.store = await DeviceStore.open(this.of.person, this.gone);
      this.notKept = null;
    } catch {
      // No database in this browser, or a newer one than we know: said in words.
      this.store = null;
      this.notKept = "unavailable";
    }
  }

  private whenReady(): Promise<void> {
    if (this.connection.snapshot().ready) return Promise.resolve();
    return new Promise((ready) => {
      const stop = this.connection.subscribe(() => {
        if (!this.connection.snapshot().ready) return;
        stop();
        ready();
      });
    });
  }

  /** Asks the server whether this story may be kept, and drops what may not. False where it cannot be reached. */
  private async learn(): Promise<boolean> {
    const answer = await this.askServer();
    if ("failure" in answer) return answer.failure.code !== "unavailable";
    const { person, key, published, drop } = answer.value;
    this.published = published;
    if (person !== this.of.person) {
      // Somebody else has signed in in another tab. What was written in this one is not hers to find.
      this.key = null;
      this.gone();
      return true;
    }
    this.key = key === null ? null : await keyFrom(key);
    if (key === null) {
      this.notKept = "forbidden";
      this.nothingLiesThere();
    } else if (this.notKept === "forbidden") this.notKept = null;
    await this.inLine(async () => this.store?.drop(key === null ? [...drop, this.of.article] : drop));
    this.tell();
    return true;
  }

  private async askServer() {
    const kept = (await this.store?.articles().catch(() => [])) ?? [];
    return ask<DeviceCopyAnswer>(`/api/v1/articles/${this.of.article}/device-copy`, { device: this.store?.name ?? "A".repeat(22), kept: kept.slice(0, 500) });
  }

  private async askAgain(): Promise<void> {
    if (this.ended || !this.isCommitted) return;
    await (this.store && this.isTakenUp ? this.learn() : this.open());
  }

  /** Brings in what an earlier tab left, or lays it aside. */
  private async takeUp(): Promise<void> {
    const { store, key } = this;
    this.asides = asideInTab.get(this.of.article) ?? [];
    if (!store || !key) return this.tell();
    await store.forgetBefore(this.now() - keptFor);
    const copies = await store.copiesOf(this.of.article);
    if (copies.some(({ schema }) => schema > schemaVersion)) {
      // This page is older than what lies there. It would take what it does not know for nothing.
      this.notKept = "newer";
      return this.tell();
    }
    const left = (await store.changesOf(this.of.article)).filter((one) => !this.kept.has(one.key) && !this.asides.some(({ keys }) => keys.includes(one.key)));
    const other = left.filter((one) => one.copy !== this.id && one.aside === null);
    await store.layAside(other.map((one) => one.key), "epoch");
    for (const one of other) one.aside = "epoch";
    const fresh = left.filter((one) => one.aside === null);
    const [first] = fresh;
    if (first) {
      const reason = whatBecomes({ since: Math.min(...fresh.map(({ firstAt }) => firstAt)), published: first.published }, this.now(), this.published ?? null);
      const becomes = reason === "merge" ? await this.bringIn(fresh) : reason;
      if (becomes) {
        await store.layAside(fresh.map((one) => one.key), becomes);
        for (const one of fresh) one.aside = becomes;
      }
    }
    this.asides = [...this.asides, ...(await this.worksOf(left.filter((one) => one.aside !== null)))];
    await this.putSnapshot();
    this.isTakenUp = true;
    this.tell();
  }

  /** Puts changes of an earlier tab into the document, from where they go up. Gives back why they had better lie aside; null where they are in. */
  private async bringIn(changes: readonly KeptChanges[]): Promise<AsideReason | null> {
    const opened = await this.unsealed(changes);
    if (!opened) return "incomplete";
    if (!this.fits(this.connection.yjs.mergeUpdates(opened))) return "incomplete";
    for (const [at, { key, ...one }] of changes.entries()) {
      const bytes = opened[at];
      if (bytes) this.kept.set(key, { bytes, changes: one.changes, firstAt: one.firstAt, lastAt: one.lastAt, published: one.published });
    }
    this.apply(this.connection.yjs.mergeUpdates(opened));
    return null;
  }

  private apply(bytes: Uint8Array): void {
    this.connection.yjs.applyUpdate(this.connection.doc, bytes, fromDevice);
    // Another tab may have sent it already.
    if (this.isCommitted) this.committed();
  }

  /** Whether nothing is missing under these changes: half of them the server would never take, and the line would break at each attempt. */
  private fits(bytes: Uint8Array): boolean {
    const scratch = new this.connection.yjs.Doc();
    this.connection.yjs.applyUpdate(scratch, this.connection.yjs.encodeStateAsUpdate(this.connection.doc));
    this.connection.yjs.applyUpdate(scratch, bytes);
    const fits = scratch.store.pendingStructs === null && scratch.store.pendingDs === null;
    scratch.destroy();
    return fits;
  }

  private async unsealed(changes: readonly KeptChanges[]): Promise<Uint8Array[] | null> {
    const { key } = this;
    if (!key) return null;
    try {
      return await Promise.all(changes.map((one) => unseal(key, one.copy, one.sealed)));
    } catch {
      // Written with another key: the server has another secret by now.
      return null;
    }
  }

  private async worksOf(changes: readonly KeptChanges[]): Promise<AsideWork[]> {
    const together = Map.groupBy(changes, (one) => `${one.copy} ${one.aside}`);
    return Promise.all(
      [...together.values()].map(async (all) => {
        const opened = await this.unsealed(all);
        const copy = await this.store?.copy(all[0]?.copy ?? "");
        const isOfThisDocument = copy?.id === this.id;
        const bytes = opened && this.connection.yjs.mergeUpdates(opened);
        const base = copy?.snapshot && this.key && !(isOfThisDocument && bytes && this.fits(bytes)) ? await unseal(this.key, copy.id, copy.snapshot).catch(() => null) : null;
        return {
          reason: all[0]?.aside ?? "long",
          changes: all.reduce((sum, one) => sum + one.changes, 0),
          firstAt: Math.min(...all.map(({ firstAt }) => firstAt)),
          lastAt: Math.max(...all.map(({ lastAt }) => lastAt)),
          keys: all.map((one) => one.key),
          bytes,
          base,
          isOfThisDocument,
        };
      }),
    );
  }

  /** The document as it stands: what is not committed of it lies among the changes all the same. While work of it lies aside, the document that this was written in stays. */
  private async putSnapshot(): Promise<void> {
    const { store, key } = this;
    if (!store || !key || this.notKept) return;
    const isLeantOn = (await store.changesOf(this.of.article)).some((one) => one.copy === this.id && one.aside !== null);
    const before = isLeantOn ? (await store.copy(this.id))?.snapshot : null;
    const snapshot = before ?? (await seal(key, this.id, this.connection.yjs.encodeStateAsUpdate(this.connection.doc)));
    await store.putCopy({ id: this.id, person: this.of.person, article: this.of.article, epoch: this.of.epoch, schema: schemaVersion, openedAt: this.now(), snapshot });
  }

  private flush(): Promise<unknown> {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    return this.inLine(() => this.write());
  }

  private async write(): Promise<void> {
    const { store, key } = this;
    if (this.waiting.length === 0) return this.tell();
    if (this.isCommitted && !this.asideNow) {
      this.waiting = [];
      return this.tell();
    }
    if (this.waiting.length > mostPieces) this.waiting = [this.together(this.waiting)];
    if (!store || !key || this.notKept) return this.tell();
    const batch = this.waiting;
    const one = this.together(batch);
    this.waiting = [];
    const { commits } = this;
    const last = batch.at(-1)?.at ?? one.at;
    try {
      const stored = { copy: this.id, article: this.of.article, changes: one.changes, firstAt: one.at, lastAt: last, published: this.published ?? null, aside: this.asideNow, sealed: await seal(key, this.id, one.bytes) };
      const number = await store.append(stored);
      if (commits !== this.commits && !stored.aside) await store.remove([number]);
      else this.kept.set(number, { bytes: one.bytes, changes: one.changes, firstAt: one.at, lastAt: last, published: stored.published });
      if (this.kept.size > mostPieces) await this.compact(store, key);
    } catch (error) {
      if (commits === this.commits) this.waiting.unshift(...batch);
      throw error;
    }
    this.tell();
  }

  /** One piece in the place of many. */
  private async compact(store: DeviceStore, key: CryptoKey): Promise<void> {
    const [keys, all] = [[...this.kept.keys()], [...this.kept.values()]];
    const { commits } = this;
    const whole = { bytes: this.connection.yjs.mergeUpdates(all.map(({ bytes }) => bytes)), changes: all.reduce((sum, { changes }) => sum + changes, 0), firstAt: Math.min(...all.map(({ firstAt }) => firstAt)), lastAt: Math.max(...all.map(({ lastAt }) => lastAt)), published: all[0]?.published ?? null };
    const { bytes, ...told } = whole;
    const number = await store.replace(keys, { copy: this.id, article: this.of.article, ...told, aside: this.asideNow, sealed: await seal(key, this.id, bytes) });
    for (const old of keys) this.kept.delete(old);
    if (commits === this.commits) this.kept.set(number, whole);
    else await store.remove([number]);
  }

  /** Everything typed so far is in the database of the paper: the device need not keep it any more. */
  private committed(): void {
    this.commits += 1;
    this.waiting = [];
    const keys = [...this.kept.keys()];
    this.kept.clear();
    this.tell();
    if (keys.length > 0) void this.inLine(async () => this.store?.remove(keys));
  }

  private follow(): void {
    const { save } = this.connection.snapshot();
    const before = this.lastSaid;
    this.lastSaid = save.kind;
    if (save.kind === before) return;
    if (save.kind === "offline") void this.inLine(() => this.putSnapshot());
    // The server will not have it; at the next opening it lies aside instead of being sent again.
    if (save.kind === "refused" && save.why === "rejected") void this.layAll("refused");
    if ((save.kind === "saved" || save.kind === "saving") && (before === "offline" || before === "signed_out")) void this.askAgain();
  }

  /** Lays all that is unsent aside, on the device, or in this tab where the device keeps nothing. */
  private async layAll(reason: AsideReason): Promise<void> {
    this.asideNow = reason;
    await this.flush();
    await this.inLine(async () => this.store?.layAside([...this.kept.keys()], reason));
    if (this.waiting.length === 0) return;
    const one = this.together(this.waiting);
    const work: AsideWork = { reason, changes: one.changes, firstAt: one.at, lastAt: this.waiting.at(-1)?.at ?? one.at, keys: [], bytes: one.bytes, base: null, isOfThisDocument: true };
    asideInTab.set(this.of.article, [...(asideInTab.get(this.of.article) ?? []), work]);
    addEventListener("beforeunload", askBeforeLeaving);
    this.waiting = [];
  }

  /** Before the line is taken up again: waits until it is clear that the unsent may be merged. Where it may not, the story is opened anew without it, and this never resolves. */
  private async mayRejoin(): Promise<void> {
    const unsent = [...[...this.kept.values()].map(({ firstAt, published }) => ({ since: firstAt, published })), ...this.waiting.map(({ at }) => ({ since: at, published: this.published }))].sort((one, two) => one.since - two.since);
    const [first] = unsent;
    if (!first || (this.now() >= first.since && this.now() - first.since < hiccup)) return;
    let answer = await this.askServer();
    while ("failure" in answer && answer.failure.code === "unavailable" && !this.ended) {
      await new Promise((go) => setTimeout(go, tryAgainAfter / 5));
      answer = await this.askServer();
    }
    // The door itself says what is in the way.
    if ("failure" in answer || answer.value.epoch !== this.of.epoch || answer.value.person !== this.of.person) return;
    const reason = whatBecomes(first, this.now(), answer.value.published);
    if (reason === "merge" || this.ended) return;
    await this.layAll(reason);
    this.reopen();
    await new Promise(() => undefined);
  }

  /** Brings work in from aside. False where it cannot be: it is not of this document, or leans on what is gone. */
  async takeIn(work: AsideWork): Promise<boolean> {
    if (!work.bytes || !work.isOfThisDocument || !this.fits(work.bytes)) return false;
    const [number] = work.keys;
    await this.inLine(async () => this.store?.layAside(work.keys, null));
    if (number !== undefined) for (const key of work.keys) this.kept.set(key, { bytes: work.bytes, changes: key === number ? work.changes : 0, firstAt: this.now(), lastAt: work.lastAt, published: this.published ?? null });
    // It lay in the tab alone.
    if (number === undefined) this.note(work.bytes, work.changes);
    this.letGo(work);
    this.apply(work.bytes);
    return true;
  }

  /** Deletes work that lies aside, for good. */
  async throwAway(work: AsideWork): Promise<void> {
    await this.inLine(async () => this.store?.remove(work.keys));
    this.letGo(work);
  }

  private letGo(work: AsideWork): void {
    this.asides = this.asides.filter((one) => one !== work);
    asideInTab.set(this.of.article, (asideInTab.get(this.of.article) ?? []).filter((one) => one !== work));
    this.tell();
  }

  /** Makes work a proposal that colleagues see, and only then deletes it here. Asked again, by another tab or after a lost answer, it is the same one. Gives back why it was not made; null where it was. */
  async propose(work: AsideWork): Promise<string | null> {
    if (!work.bytes) return null;
    const answer = await proposeWork(this.of, await nameOf(work.bytes), this.whole(work), work);
    if ("failure" in answer) return answer.failure.message;
    this.proposed = [...this.proposed.filter(({ id }) => id !== answer.value.id), answer.value];
    await this.throwAway(work);
    return null;
  }

  /** What taking it in would change: the server compares, and keeps nothing of it. */
  compare(work: AsideWork): Promise<Answer<ComparedWork>> {
    return compareWork(this.of.article, this.whole(work), !work.isOfThisDocument);
  }

  /** Where the proposals of this story are read. */
  addressOf({ id }: ProposedWork): string {
    return `/desk/articles/${this.of.article}/proposals?p=${id}`;
  }

  private whole({ bytes, base }: AsideWork): Uint8Array {
    return this.connection.yjs.mergeUpdates([...(base ? [base] : []), ...(bytes ? [bytes] : [])]);
  }

  private together(changes: readonly Change[]): Change {
    return { bytes: this.connection.yjs.mergeUpdates(changes.map(({ bytes }) => bytes)), at: Math.min(...changes.map(({ at }) => at)), changes: changes.reduce((sum, one) => sum + one.changes, 0) };
  }
}

/** A name for work that is the same in every tab and after every reload. */
async function nameOf(bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as BufferSource));
  return btoa(String.fromCharCode(...hash)).replace(/[+/=]/g, (sign) => ({ "+": "-", "/": "_" })[sign] ?? "");
}

/** The open story, where it stands, what surrounds it, and how to open it anew without what was typed here. */
export type KeepCopy = [connection: StoryConnection, story: Pick<StoryState, "id" | "epoch">, surroundings: Pick<EditorSurroundings, "me" | "timeZone">, reopen: () => void];

/** Keeps a story on this device until the signal is raised. */
export function keepCopy([connection, { id, epoch }, { me, timeZone }, reopen]: KeepCopy, signal: AbortSignal): void {
  if (signal.aborted) return;
  const copy = new DeviceCopy(connection, { article: id, epoch, person: me.id }, timeZone, reopen);
  signal.addEventListener("abort", () => copy.end());
}
