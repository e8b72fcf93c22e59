import { createHash } from "node:crypto";
import type { CommentBody, CommentText } from "@/lib/content/comment-body";

/** So many different tokens of one text are looked at. */
const most = 400;

/** A word, a pair of words or a piece of an address, as a reader would name it, by the hash under which it is counted. */
export type Tokens = ReadonlyMap<string, string>;

const hash = (token: string) => createHash("sha256").update(`spam:${token}`).digest("base64url").slice(0, 12);
const wordsOf = (text: string) => text.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? [];

/** What a comment is judged by: its words, pairs of neighbours, and the pieces of the addresses that it links to. */
export function tokensOf(body: CommentBody): Tokens {
  const lines: CommentText[][] = body.blocks.flatMap((block) => (block.type === "list" ? block.items : block.type === "quote" ? block.content.map(({ content }) => content) : [block.content]));
  const found = new Map<string, string>();
  const take = (named: string, token = named) => {
    if (found.size < most) found.set(hash(token), named);
  };
  for (const line of lines) {
    const words = wordsOf(line.map(({ text }) => text).join(""));
    for (const [place, word] of words.entries()) {
      if (word.length <= 40) take(word);
      const before = words[place - 1];
      if (before && before.length + word.length <= 60) take(`${before} ${word}`);
    }
    for (const { href } of line) if (href && URL.canParse(href)) for (const piece of piecesOf(new URL(href))) take(piece, `address:${piece}`);
  }
  return found;
}

const piecesOf = ({ hostname, pathname }: URL) => [hostname.replace(/^www\./, ""), ...pathname.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((piece) => piece.length > 2 && piece.length <= 40)];
