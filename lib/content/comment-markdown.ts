import type { CommentBody, CommentText } from "@/lib/content/comment-body";
import { safeHref } from "@/lib/content/links";

/*
 * What commenters may write: paragraphs, **strong**, *em*, "> quotes", "- lists" and addresses that become links. Everything else is
 * text. One pass with linear patterns; no HTML is read or made.
 */

/** The tree of a comment's text. Never throws; any text gives a tree of the subset. */
export function parseComment(source: string): CommentBody {
  const blocks: CommentBody["blocks"] = [];
  for (const chunk of source.split(/\n{2,}/)) {
    const lines = chunk.split("\n").filter((line) => line.trim() !== "");
    if (lines.length === 0) continue;
    if (lines.every((line) => line.startsWith(">"))) {
      blocks.push({ type: "quote", content: [{ type: "paragraph", content: inline(lines.map((line) => line.slice(1).trim()).join(" ")) }] });
    } else if (lines.every((line) => /^[-•]\s/.test(line))) {
      blocks.push({ type: "list", items: lines.map((line) => inline(line.slice(1).trim())) });
    } else {
      for (const line of lines) blocks.push({ type: "paragraph", content: inline(line.trim()) });
    }
  }
  return { blocks };
}

const token = /(\*\*[^*\n]{1,500}\*\*|\*[^*\n]{1,500}\*|https?:\/\/[^\s<>"”’)]{1,500})/;

function inline(line: string): CommentText[] {
  return line.split(token).flatMap((part): CommentText[] => {
    if (part === "") return [];
    if (part.startsWith("**") && part.endsWith("**") && part.length > 4) return [{ type: "text", text: part.slice(2, -2), strong: true }];
    if (part.startsWith("*") && part.endsWith("*") && part.length > 2 && !part.startsWith("**")) return [{ type: "text", text: part.slice(1, -1), em: true }];
    const bare = part.replace(/[.,;:!?]+$/, "");
    const href = /^https?:\/\//.test(part) ? safeHref(bare) : null;
    if (href) return [{ type: "text", text: bare, href }, ...(bare.length < part.length ? [{ type: "text" as const, text: part.slice(bare.length) }] : [])];
    return [{ type: "text", text: part }];
  });
}

/** How many links a comment holds. */
export function countLinks(body: CommentBody): number {
  const texts = body.blocks.flatMap((block) => (block.type === "paragraph" ? block.content : block.type === "quote" ? block.content.flatMap((paragraph) => paragraph.content) : block.items.flat()));
  return texts.filter((text) => text.href).length;
}
