import type { Language } from "@/db/vocabulary";
import { type Budget, commonSubsequence, type Pair } from "@/lib/content/common-subsequence";
import { join, readableText, signature, textNode } from "@/lib/content/readable-text";
import type { TextNode } from "@/lib/content/stored/inline";
import { countWords } from "@/lib/kernel/text";

/**
 * A stretch of running text: kept, put in, taken out, or kept with other marks (bold, a link…). `before` is how it read, `after` how it
 * reads; what was put in has no before, what was taken out no after.
 */
export type Passage = { kind: "kept" | "inserted" | "deleted" | "marked"; before: TextNode[]; after: TextNode[] };

/** A word, a space or a sign; never a part of what a reader sees as one character. With its pieces, where its marks differ within it. */
export type Token = { text: string; pieces: TextNode[]; marks: string };
type Change = { kept: Pair[]; deleted: number[]; inserted: number[] };

/** Below this share of kept words a passage was written anew: word by word it could not be read. */
const writtenAnew = 0.25;

const segmenters = new Map<Language, Intl.Segmenter>();

function segmenterOf(language: Language): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, known);
  return known;
}

const together = (tokens: readonly Token[]): TextNode[] => {
  const nodes: TextNode[] = [];
  for (const token of tokens) for (const piece of token.pieces) join(nodes, piece);
  return nodes;
};

/** Running text cut into its words, spaces and signs, as its language does it. */
export function tokensOf(nodes: readonly TextNode[], language: Language): Token[] {
  const tokens: Token[] = [];
  let [at, within] = [0, 0];
  for (const { segment } of segmenterOf(language).segment(nodes.map((node) => node.text).join(""))) {
    const pieces: TextNode[] = [];
    let missing = segment.length;
    while (missing > 0) {
      const node = nodes[at];
      if (!node) break;
      const part = node.text.slice(within, within + missing);
      pieces.push(textNode(part, node.marks));
      missing -= part.length;
      within += part.length;
      if (within === node.text.length) [at, within] = [at + 1, 0];
    }
    tokens.push({ text: segment, pieces, marks: pieces.map((piece) => signature(piece.marks)).join("|") });
  }
  return tokens;
}

/**
 * What became of running text, word by word as its language tells words apart. In order, the kept and deleted passages are the text
 * before, the kept and inserted ones the text after; of a change what was taken out comes first. `coarse` compares it as one piece;
 * so is done where the budget, which words, spaces and signs are taken from as well as steps, is spent.
 */
export function compareText(before: readonly TextNode[] | undefined, after: readonly TextNode[] | undefined, language: Language, { coarse = false, budget }: { coarse?: boolean; budget?: Budget } = {}): Passage[] {
  const [was, is] = [readableText(before), readableText(after)];
  if (signatureOfText(was) === signatureOfText(is)) return is.length > 0 ? [{ kind: "kept", before: was, after: is }] : [];
  if (coarse || budget?.left === 0) return [...passage("deleted", was, []), ...passage("inserted", [], is)];
  const [left, right] = [tokensOf(was, language), tokensOf(is, language)];
  if (budget) budget.left = Math.max(0, budget.left - left.length - right.length);
  const pairs = commonSubsequence(left.map((token) => token.text), right.map((token) => token.text), budget);
  if (isWrittenAnew(left, right, pairs)) return [...passage("deleted", was, []), ...passage("inserted", [], is)];
  return changesOf(left, right, pairs).flatMap(({ kept, deleted, inserted }) => [
    ...keptPassages(left, right, kept),
    ...passage("deleted", together(deleted.flatMap((at) => left[at] ?? [])), []),
    ...passage("inserted", [], together(inserted.flatMap((at) => right[at] ?? []))),
  ]);
}

const signatureOfText = (nodes: readonly TextNode[]) => nodes.map((node) => `${node.text}\0${signature(node.marks)}`).join("\0\0");

const passage = (kind: Passage["kind"], before: TextNode[], after: TextNode[]): Passage[] => (before.length + after.length > 0 ? [{ kind, before, after }] : []);

const lettersOf = (tokens: readonly Token[]) => tokens.reduce((sum, token) => sum + (countWords(token.text) > 0 ? token.text.length : 0), 0);

function isWrittenAnew(left: readonly Token[], right: readonly Token[], pairs: readonly Pair[]): boolean {
  const most = Math.max(lettersOf(left), lettersOf(right));
  return most > 0 && lettersOf(pairs.flatMap(([at]) => left[at] ?? [])) / most < writtenAnew;
}

function keptPassages(left: readonly Token[], right: readonly Token[], pairs: readonly Pair[]): Passage[] {
  const runs: { isMarked: boolean; pairs: Pair[] }[] = [];
  for (const pair of pairs) {
    const isMarked = left[pair[0]]?.marks !== right[pair[1]]?.marks;
    const last = runs.at(-1);
    if (last?.isMarked === isMarked) last.pairs.push(pair);
    else runs.push({ isMarked, pairs: [pair] });
  }
  return runs.flatMap((run) => passage(run.isMarked ? "marked" : "kept", together(run.pairs.flatMap(([at]) => left[at] ?? [])), together(run.pairs.flatMap(([, at]) => right[at] ?? []))));
}

/** The changes, each with what is kept before it; two that hardly anything lies between are one. */
function changesOf(left: readonly Token[], right: readonly Token[], pairs: readonly Pair[]): Change[] {
  const changes: Change[] = [];
  let kept: Pair[] = [];
  let [from, to] = [0, 0];
  for (const [was, is] of [...pairs, [left.length, right.length] as const]) {
    const change = { kept, deleted: range(from, was), inserted: range(to, is) };
    if (change.deleted.length + change.inserted.length > 0) {
      changes.push(change);
      kept = [];
    }
    if (was < left.length) kept.push([was, is]);
    [from, to] = [was + 1, is + 1];
  }
  return joined(slid([...changes, { kept, deleted: [], inserted: [] }], left, right), left);
}

/**
 * Of "a, b, c" without ", b" just as well "b, " may be said to be gone: what is all put in or all taken out slides back over what is kept
 * before it, where it then meets the change before and the two read as one.
 */
function slid(changes: readonly Change[], left: readonly Token[], right: readonly Token[]): Change[] {
  const result: Change[] = [];
  let carried: Pair[] = [];
  const isEqual = (tokens: readonly Token[], one: number | undefined, other: number | undefined) => one !== undefined && other !== undefined && tokens[one]?.text === tokens[other]?.text && tokens[one]?.marks === tokens[other]?.marks;
  for (const change of changes) {
    const kept = [...carried, ...change.kept];
    carried = [];
    const last = result.at(-1);
    const side = change.inserted.length === 0 ? 0 : change.deleted.length === 0 ? 1 : null;
    const tokens = side === 0 ? left : right;
    const run = [...(side === 0 ? change.deleted : change.inserted)];
    const behind: Pair[] = [];
    const gap = [...kept];
    if (last && side !== null && run.length > 0 && (side === 0 ? last.inserted : last.deleted).length === 0)
      for (let pair = gap.at(-1); pair && isEqual(tokens, pair[side], run.at(-1)); pair = gap.at(-1)) {
        const end = run.pop() ?? 0;
        run.unshift(pair[side]);
        behind.unshift(side === 0 ? [end, pair[1]] : [pair[0], end]);
        gap.pop();
      }
    if (last && gap.length === 0 && behind.length > 0) {
      (side === 0 ? last.deleted : last.inserted).push(...run);
      carried = behind;
    } else result.push({ ...change, kept });
  }
  return carried.length > 0 ? [...result, { kept: carried, deleted: [], inserted: [] }] : result;
}

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);

function joined(changes: readonly Change[], left: readonly Token[]): Change[] {
  const result: Change[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    const isChange = change.deleted.length + change.inserted.length > 0;
    // Two words that were both taken out stay two: between them nothing was put in.
    const isBoth = last && last.deleted.length + change.deleted.length > 0 && last.inserted.length + change.inserted.length > 0;
    if (last && isChange && isBoth && isShort(change.kept.map(([at]) => left[at]?.text ?? "").join(""))) {
      last.deleted.push(...change.kept.map(([at]) => at), ...change.deleted);
      last.inserted.push(...change.kept.map(([, at]) => at), ...change.inserted);
    } else result.push(change);
  }
  return result;
}

/** Three letters at most, with the spaces around them; over the end of a sentence nothing is joined. */
const isShort = (text: string) => text.trim().length <= 3 && !/[.!?؟。]/u.test(text);
