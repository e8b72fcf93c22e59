import * as Y from "yjs";
import { appDatabase, type Database, type Transaction } from "@/db/client";
import type { CommittedCopy } from "@/lib/articles/update-log";
import { documentBytes } from "@/lib/collab/limits";
import { soundCopy } from "@/lib/collab/sound-copy";
import { tryUpdate } from "@/lib/collab/try-update";
import type { WorkingLog } from "@/lib/collab/working-log";
import { isSound, mendWorkingCopy } from "@/lib/content/sound-copy";
import { readAsWritten, settleWorkingCopy } from "@/lib/content/working-copy";

/**
 * Why an update was not taken. `refused`: it would have broken the document. `stale`: the epoch is over. `incomplete`: it leans on
 * others that have not come (a browser that was cut off may send its last one first); the sender must begin anew with what is missing.
 */
export type Refusal = "refused" | "stale" | "incomplete";

/** What became of an update: null, taken as it was; `settled`, taken, with a change of ours behind it that everybody must get (`catchUp`). */
export type Taken = Refusal | "settled" | null;

/**
 * One open story, or copy of one: the scratch copy on which every update is tried before it is committed, and the line in which updates wait.
 * The scratch copy holds nothing but the committed log; the document that people see is fed only after the commit. Another process may
 * have the same story open: what it takes comes through the log (`catchUp`), and the log is the one truth of both.
 */
export class StoryRoom {
  private scratch: Y.Doc;
  private line: Promise<unknown> = Promise.resolve();
  /** False after something was tried on the scratch copy that is not in the log. */
  private scratchIsTrue = true;
  private bytesTaken = 0;
  /** What of the log the open document got from its own people since it was last told of others' updates. */
  private own: number[] = [];

  private constructor(
    private readonly log: WorkingLog,
    readonly epoch: number,
    scratch: Y.Doc,
    /** Of the log up to here, nothing is news to the open document. */
    private toldThrough: number,
  ) {
    this.scratch = scratch;
  }

  /**
   * Opens the story from its log, in the present format, or throws: a room that cannot be read must stay closed. Two processes may both have gone
   * before either heard of the other, so what they left is made sound here as it is in an open room.
   */
  static async open(log: WorkingLog): Promise<StoryRoom> {
    const copy = await log.read(appDatabase());
    const { doc, epoch, throughUpdate } = mendWorkingCopy(copy.doc) ? await appDatabase().transaction((tx) => mended(tx, log)) : copy;
    if (!readAsWritten(doc)) throw new Error(`${log.name} is not a story.`);
    return new StoryRoom(log, epoch, doc, throughUpdate);
  }

  /** The committed state, for a document that opens. */
  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.scratch);
  }

  /**
   * Takes one update: tries it on the scratch copy, validates the whole story, commits it to the log. When this resolves with null or
   * `settled` the update is saved. Updates of one story are taken one after the other. Throws where the database cannot be reached; the sender must
   * then come back and send again.
   */
  take(bytes: Uint8Array, authorId: string): Promise<Taken> {
    const taken = this.line.then(() => this.tryAndCommit(bytes, authorId));
    this.line = taken.catch(() => undefined);
    return taken;
  }

  /**
   * Later updates that others wrote to the log (a restore, the people at another process), applied here, and what had to be settled since
   * they do not go together with ours; returns the bytes for the open document.
   */
  catchUp(): Promise<Uint8Array[]> {
    const caught = this.line.then(() => this.hearOthers());
    this.line = caught.catch(() => undefined);
    return caught;
  }

  /** Waits until nothing is under way. */
  async settled(): Promise<void> {
    await this.line;
  }

  close(): void {
    this.scratch.destroy();
  }

  private async tryAndCommit(bytes: Uint8Array, authorId: string): Promise<Taken> {
    if (!this.scratchIsTrue) await this.reopen();
    this.scratchIsTrue = false;
    const tried = tryUpdate(this.scratch, bytes);
    if (tried === "nothing new") {
      this.scratchIsTrue = true;
      return null;
    }
    if (typeof tried === "string") return tried;
    if (!this.fits(bytes)) return "refused";
    // Where this throws, whether it was committed is unknown; the next one reads the log first.
    const id = await this.log.append(appDatabase(), { epoch: this.epoch, bytes: tried.settled ? Y.mergeUpdates([bytes, tried.settled]) : bytes, authorId });
    if (id === null) return "stale";
    this.scratchIsTrue = true;
    // What was settled is news to whoever sent it, too.
    if (!tried.settled) this.own.push(id);
    return tried.settled ? "settled" : null;
  }

  private fits(bytes: Uint8Array): boolean {
    this.bytesTaken += bytes.byteLength;
    if (this.bytesTaken < documentBytes / 4) return true;
    this.bytesTaken = documentBytes / 4;
    return Y.encodeStateAsUpdate(this.scratch).byteLength <= documentBytes;
  }

  private async reopen(): Promise<void> {
    const copy = await this.log.read(appDatabase());
    this.scratch.destroy();
    this.scratch = copy.doc;
    this.scratchIsTrue = true;
  }

  private async hearOthers(): Promise<Uint8Array[]> {
    if (!this.scratchIsTrue) await this.reopen();
    const before = this.toldThrough;
    try {
      const news = await this.readLog(appDatabase());
      if (news.length === 0 || isSound(this.scratch)) return news;
      this.scratchIsTrue = false;
      const more = await appDatabase().transaction((tx) => this.settle(tx));
      this.scratchIsTrue = isSound(this.scratch);
      return [...news, ...more];
    } catch (error) {
      // Nobody has been told of it: it is read again.
      this.toldThrough = before;
      throw error;
    }
  }

  /**
   * What each process took was sound by itself. Whichever has the story's row first makes the whole sound and writes that down; the
   * other finds it in the log.
   */
  private async settle(tx: Transaction): Promise<Uint8Array[]> {
    await this.log.lock(tx);
    const news = await this.readLog(tx);
    const bytes = isSound(this.scratch) ? null : settleWorkingCopy(this.scratch);
    if (!bytes || !isSound(this.scratch)) return news;
    const id = await this.log.append(tx, { epoch: this.epoch, bytes, authorId: null });
    if (id === null) return news;
    this.toldThrough = id;
    return [...news, bytes];
  }

  /** What is news in the log, applied to the scratch copy. Numbers of one story are committed in order: below one that is seen, none can come any more. */
  private async readLog(tx: Database | Transaction): Promise<Uint8Array[]> {
    const rows = await this.log.later(tx, this.epoch, this.toldThrough, this.own);
    for (const row of rows) Y.applyUpdate(this.scratch, row.bytes);
    this.toldThrough = Math.max(this.toldThrough, this.own.at(-1) ?? 0, rows.at(-1)?.id ?? 0);
    this.own = [];
    return rows.map((row) => row.bytes);
  }
}

/** The committed copy made sound, where nobody else has done it meanwhile. */
async function mended(tx: Transaction, log: WorkingLog): Promise<CommittedCopy> {
  await log.lock(tx);
  return soundCopy(tx, log);
}
