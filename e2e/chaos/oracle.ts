import type { Paper } from "@/e2e/chaos/paper";
import { expectedOf } from "@/e2e/chaos/journal";
import { type SimulatedEditor, stateOf, wordsOf } from "@/e2e/chaos/simulated-editor";

/** A promise that was broken. */
export class Broken extends Error {}

const few = (words: readonly string[]) => `${words.slice(0, 5).join(", ")}${words.length > 5 ? ` and ${words.length - 5} more` : ""}`;

/** Acknowledged ⊆ stored ⊆ sent, and nothing twice: what PostgreSQL holds, beside what the journals say. Throws `Broken`. */
export async function judgeStored(paper: Paper, articleId: string, journals: readonly string[]): Promise<void> {
  // The journals are read first: what is acknowledged later does not matter here. What is sent later may be stored.
  const { must } = expectedOf(journals);
  const doc = await paper.committed(articleId);
  const stored = wordsOf(doc);
  doc.destroy();
  const { must: still, may } = expectedOf(journals);
  const once = new Set(stored);
  const lost = [...must].filter((word) => still.has(word) && !once.has(word));
  if (lost.length > 0) throw new Broken(`Acknowledged and not stored: ${few(lost)}.`);
  if (once.size !== stored.length) throw new Broken(`Stored twice: ${few(stored.filter((word, at) => stored.indexOf(word) !== at))}.`);
  // Struck out and acknowledged since the journals were first read: it stood there when we looked.
  const strange = [...once].filter((word) => !may.has(word) && !must.has(word));
  if (strange.length > 0) throw new Broken(`Stored and not sent, or struck out and back again: ${few(strange)}.`);
}

/** Waits until everybody's work is saved and everybody sees the same. Returns how long it took, in milliseconds. Throws `Broken` after the limit. */
export async function settle(editors: readonly SimulatedEditor[], withinMs = 45_000): Promise<number> {
  const began = performance.now();
  for (;;) {
    if (editors.every(({ isSaved }) => isSaved) && new Set(editors.map(({ doc }) => stateOf(doc).toString("base64"))).size === 1) return performance.now() - began;
    if (performance.now() - began > withinMs) throw new Broken(`Not the same text for everybody after ${withinMs / 1000} s: ${editors.filter(({ isSaved }) => !isSaved).length} of ${editors.length} are not saved, ${new Set(editors.map(({ doc }) => stateOf(doc).toString("base64"))).size} different states. ${editors.map(({ closes, refusals }) => [...closes.slice(-3), ...refusals].join(" ")).join("; ")}`);
    await new Promise((done) => setTimeout(done, 40));
  }
}

/** At rest: the same bytes for everybody and in PostgreSQL, nothing lost, nothing twice, nothing that nobody wrote. Returns how long it took to come to rest. Throws `Broken`. */
export async function judgeAtRest(paper: Paper, articleId: string, editors: readonly SimulatedEditor[], journals: readonly string[]): Promise<number> {
  for (const editor of editors) editor.rest();
  const took = await settle(editors);
  const [first] = editors;
  const doc = await paper.committed(articleId);
  const same = first && stateOf(first.doc).equals(stateOf(doc));
  doc.destroy();
  if (!same) throw new Broken("What everybody sees is not what PostgreSQL holds.");
  await judgeStored(paper, articleId, journals);
  return took;
}

/** Things that no process may ever print, whatever is done to it. A connection to PostgreSQL that breaks under a query is an answer, not a surprise; one that breaks under nobody's hands is. */
export function judgeSaid(said: string): void {
  const surprises = said.split("\n").filter((line) => /"level":60|an uncaught error|the database connection broke|UnhandledPromise|Uncaught|heap out of memory/.test(line));
  if (surprises.length > 0) throw new Broken(`${surprises.length} surprises in what the newsroom printed, the first: ${surprises[0]?.slice(0, 600)}`);
}

/** What was printed as an error, counted by what it says. */
export function complaintsIn(said: string): Map<string, number> {
  const counted = new Map<string, number>();
  for (const line of said.split("\n")) {
    if (!/"level":50/.test(line)) continue;
    const message = /"msg":"([^"]*)"/.exec(line)?.[1] ?? line.slice(0, 120);
    counted.set(message, (counted.get(message) ?? 0) + 1);
  }
  return counted;
}
