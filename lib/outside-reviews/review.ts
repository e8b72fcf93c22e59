import type { Language } from "@/db/vocabulary";
import { type Token, tokensOf } from "@/lib/comparison/running-text";
import { commonSubsequence } from "@/lib/content/common-subsequence";
import type { Block, StoryContent, TextField } from "@/lib/content/document";
import { join, signature, textNode } from "@/lib/content/readable-text";
import type { TextMark, TextNode } from "@/lib/content/stored/inline";
import { textOfBlock } from "@/lib/content/to-text";

/** The fields that a reviewer from outside sees, beside the text. Nothing else of a story is hers: no slug, no tags, no words for search engines. */
export const reviewedFields = ["kicker", "headline", "standfirst", "dateline"] as const satisfies readonly TextField[];

/** Where a remark may stand; null for what is no such place of this version. A stash is nobody's but the writers'. */
export function placeIn(content: StoryContent, part: string): { block: Block | null; /** What stands there, where it can be put in other words. */ text: string | null } | null {
  if (part === "story") return { block: null, text: null };
  const field = reviewedFields.find((name) => part === `field:${name}`);
  if (field) return content[field] ? { block: null, text: content[field] } : null;
  const at = /^block:(\d{1,4})$/.exec(part)?.[1];
  const block = at === undefined ? undefined : content.body.content[Number(at)];
  if (!block || block.type === "stash" || block.type === "sectionBreak") return null;
  return { block, text: block.type === "paragraph" || block.type === "heading" ? textOfBlock(block) : null };
}

/** The version with other words at one place: all that stays keeps its links and marks, wherever it stands. Null where that place has no words of its own, or says the same. Pure. */
export function withInstead(content: StoryContent, part: string, words: string): StoryContent | null {
  const place = placeIn(content, part);
  if (!place || place.text === null || place.text === words) return null;
  const { block } = place;
  if (!block) return { ...content, [part.slice("field:".length)]: words };
  if (block.type !== "paragraph" && block.type !== "heading") return null;
  const changed = { ...block, content: inOtherWords(block.content ?? [], words, content.language) };
  return { ...content, body: { ...content.body, content: content.body.content.map((one) => (one === block ? changed : one)) as Block[] } };
}

/** Words of one paragraph: line breaks and runs of plain spaces are one space. Those that do not break are typography and stay. */
export const oneLine = (text: string): string => text.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");

/** So many steps the search for what stays may take, some milliseconds; of what takes more, only what both texts begin and end with stays. */
const mostSteps = 400_000;

/**
 * Running text in other words, word by word: what stays keeps its marks, what is put in its place has the marks that all of it had, and what is put
 * between has those of both sides; but for links, since where one would lead from other words is not for us to say. A link of which less than half
 * is left is none any more.
 */
function inOtherWords(nodes: readonly TextNode[], words: string, language: Language): TextNode[] {
  const [was, is] = [tokensOf(nodes, language), tokensOf([textNode(words, undefined)], language)];
  const said = ({ text }: Token) => (/^[ \t\r\n]+$/.test(text) ? " " : text);
  const pairs = commonSubsequence(was.map(said), is.map(said), { left: mostSteps });
  const isLinked = linkedStill(was, new Set(pairs.map(([at]) => at)));
  const made: TextNode[] = [];
  let [from, to] = [0, 0];
  for (const [at, place] of [...pairs, [was.length, is.length] as const]) {
    const put = is.slice(to, place).map(({ text }) => text).join("");
    if (put) join(made, textNode(put, marksOfAll(from < at ? was.slice(from, at) : [...was.slice(Math.max(0, from - 1), from), ...was.slice(at, at + 1)])));
    for (const piece of was[at]?.pieces ?? []) join(made, isLinked(piece) ? piece : textNode(piece.text, withoutLink(piece)));
    [from, to] = [at + 1, place + 1];
  }
  return made;
}

const linkOf = ({ marks }: TextNode) => marks?.find(({ type }) => type === "link");
const withoutLink = ({ marks = [] }: TextNode) => marks.filter(({ type }) => type !== "link");

function marksOfAll(tokens: readonly Token[]): TextMark[] {
  const [first, ...others] = tokens.flatMap(({ pieces }) => pieces);
  return first ? withoutLink(first).filter((mark) => others.every(({ marks = [] }) => marks.some((one) => signature([one]) === signature([mark])))) : [];
}

/** Which pieces may keep their link: those of a link of which at least half stays. */
function linkedStill(tokens: readonly Token[], stays: ReadonlySet<number>): (piece: TextNode) => boolean {
  const runs: { link: string; letters: number; kept: number; pieces: TextNode[] }[] = [];
  for (const [at, { pieces }] of tokens.entries())
    for (const piece of pieces) {
      const own = linkOf(piece);
      const link = own ? signature([own]) : "";
      const last = runs.at(-1);
      const run = last?.link === link ? last : { link, letters: 0, kept: 0, pieces: [] };
      if (run !== last) runs.push(run);
      run.letters += piece.text.length;
      if (stays.has(at)) run.kept += piece.text.length;
      run.pieces.push(piece);
    }
  const lost = new Set(runs.filter(({ link, letters, kept }) => link !== "" && kept * 2 < letters).flatMap(({ pieces }) => pieces));
  return (piece) => !lost.has(piece);
}
