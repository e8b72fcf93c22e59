import { closeSync, openSync, readFileSync, writeSync } from "node:fs";

/** What an editor did: words are written into the story or struck out again; `acknowledged` says how many of these acts the newsroom has called saved. */
type Line = { act: "write" | "strike"; word: string } | { acknowledged: number };

/**
 * An editor's own record, in a file outside everything that is killed: each line is handed to the system before the next thing happens.
 * (Not synced to the disk: what is killed is the newsroom, not the machine.)
 */
export class Journal {
  private readonly handle: number;

  constructor(readonly file: string) {
    this.handle = openSync(file, "a", 0o600);
  }

  note(line: Line): void {
    writeSync(this.handle, `${JSON.stringify(line)}\n`);
  }

  close(): void {
    closeSync(this.handle);
  }
}

/** What follows from journals: words that must be stored, and those that may be. */
export type Expected = { must: ReadonlySet<string>; may: ReadonlySet<string> };

/**
 * Reads journals: a word whose writing was acknowledged must be stored unless somebody has begun to strike it out; one whose striking
 * was acknowledged must not be; anything else that was ever written may be.
 */
export function expectedOf(files: readonly string[]): Expected {
  const must = new Set<string>();
  const may = new Set<string>();
  for (const file of files) {
    const lines = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as Line);
    const acknowledged = lines.reduce((most, line) => ("acknowledged" in line ? Math.max(most, line.acknowledged) : most), 0);
    const acts = lines.filter((line) => "act" in line);
    for (const [at, { act, word }] of acts.entries()) {
      const isSaved = at < acknowledged;
      if (act === "write") may.add(word);
      if (act === "write" && isSaved) must.add(word);
      if (act === "strike") must.delete(word);
      if (act === "strike" && isSaved) may.delete(word);
    }
  }
  return { must, may };
}
