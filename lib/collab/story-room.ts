import * as Y from "yjs";
import { documentBytes } from "@/lib/collab/limits";
import { tryUpdate } from "@/lib/collab/try-update";
import type { WorkingLog } from "@/lib/collab/working-log";
import { migrateWorkingCopy, readAsWritten } from "@/lib/content/working-copy";

/**
 * Why an update was not taken. `refused`: it would have broken the document. `stale`: the epoch is over. `incomplete`: it leans on
 * others that have not come (a browser that was cut off may send its last one first); the sender must begin anew with what is missing.
 */
export type Refusal = "refused" | "stale" | "incomplete";

/** What became of an update: null, taken as it was; `settled`, taken, with a change of ours behind it that everybody must get (`catchUp`). */
export type Taken = Refusal | "settled" | null;

/**
 * One open story, or copy of one: the scratch copy on which every update is tried before it is committed, and the line in which updates wait.
 * The scratch copy is exactly the committed log; the document that people see is fed only after the commit.
 */
export class StoryRoom {
  private scratch: Y.Doc;
  private line: Promise<unknown> = Promise.resolve();
  /** False after something was tried on the scratch copy that is not in the log. */
  private scratchIsTrue = true;
  private bytesTaken = 0;

  private constructor(
    private readonly log: WorkingLog,
    readonly epoch: number,
    scratch: Y.Doc,
    private throughUpdate: number,
  ) {
    this.scratch = scratch;
  }

  /** Opens the story from its log, in the present format, or throws: a room that cannot be read must stay closed. */
  static async open(log: WorkingLog): Promise<StoryRoom> {
    const copy = await log.read();
    const bytes = migrateWorkingCopy(copy.doc);
    if (!readAsWritten(copy.doc)) throw new Error(`${log.name} is not a story.`);
    if (!bytes) return new StoryRoom(log, copy.epoch, copy.doc, copy.throughUpdate);
    const written = await log.append({ epoch: copy.epoch, bytes, authorId: null });
    if (written === null) throw new Error(`${log.name} may not be written in any more.`);
    return new StoryRoom(log, copy.epoch, copy.doc, copy.throughUpdate);
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

  /** Later updates that others wrote to the log (a restore), applied here; returns their bytes for the open document. */
  catchUp(): Promise<Uint8Array[]> {
    const caught = this.line.then(() => this.readLog());
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
    const id = await this.log.append({ epoch: this.epoch, bytes: tried.settled ? Y.mergeUpdates([bytes, tried.settled]) : bytes, authorId });
    if (id === null) return "stale";
    this.scratchIsTrue = true;
    return tried.settled ? "settled" : null;
  }

  private fits(bytes: Uint8Array): boolean {
    this.bytesTaken += bytes.byteLength;
    if (this.bytesTaken < documentBytes / 4) return true;
    this.bytesTaken = documentBytes / 4;
    return Y.encodeStateAsUpdate(this.scratch).byteLength <= documentBytes;
  }

  private async reopen(): Promise<void> {
    const copy = await this.log.read();
    this.scratch.destroy();
    this.scratch = copy.doc;
    this.throughUpdate = copy.throughUpdate;
    this.scratchIsTrue = true;
  }

  private async readLog(): Promise<Uint8Array[]> {
    const rows = await this.log.later(this.epoch, this.throughUpdate);
    for (const row of rows) Y.applyUpdate(this.scratch, row.bytes);
    this.throughUpdate = rows.at(-1)?.id ?? this.throughUpdate;
    return rows.map((row) => row.bytes);
  }
}
