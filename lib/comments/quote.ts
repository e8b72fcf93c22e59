import type { CommentBody, CommentText } from "@/lib/content/comment-body";

/** What a comment said, as somebody quotes it in an answer: its own words, without what it quoted itself. */
export function quoted(body: CommentBody): string {
  const plain = (content: readonly CommentText[]) => content.map(({ text }) => text).join("");
  const paragraphs = body.blocks.flatMap((block) => (block.type === "paragraph" ? [plain(block.content)] : block.type === "list" ? block.items.map(plain) : []));
  return paragraphs.length > 0 ? `${paragraphs.map((text) => `> ${text.replaceAll("\n", "\n> ")}`).join("\n\n")}\n\n` : "";
}
