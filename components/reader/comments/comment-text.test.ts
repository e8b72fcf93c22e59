import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CommentTextView } from "@/components/reader/comments/comment-text";
import { gateText } from "@/lib/comments/gate";
import { parseComment } from "@/lib/content/comment-markdown";

const drawn = (text: string): string => renderToStaticMarkup(createElement(CommentTextView, { body: parseComment(text) }));

/** All that a comment may be made of. */
const subset = /<\/?(?:p|ul|li|blockquote|strong|em)>|<a href="https?:\/\/[^"<>\s]*" rel="ugc nofollow noopener">|<\/a>/g;

/** What is typed to break out: pieces of markup, of addresses and of Markdown, between letters of any script and marks that hide. */
const pieces = ["<script>", "</p>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "data:text/html,<b>", "https://example.org/", "http://a.example/\"onmouseover=\"alert(1)", "https://<b>", "**", "*", "> ", "- ", "• ", "\n", "\n\n", "&lt;", "&#x3c;", "\u202e", "\u200b", "\u0000", "\ud800", "'", '"', "`", "]]>", "<!--", "‮", "﷽", "\u0301".repeat(9), "[a](javascript:b)", "<svg/onload=alert(1)>", "https://x.example/?a=1&b=<c>"];
const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 30 }).map((parts) => parts.join("")),
);

it("never becomes anything but the subset, whatever is typed, through the gate or past it", () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const gated = gateText(typed);
      for (const text of "text" in gated ? [gated.text, typed] : [typed]) expect(drawn(text).replace(subset, "")).not.toMatch(/[<>"]/);
    }),
    { numRuns: 300 },
  );
});

it("leads nowhere but to pages of the web", () => expect(drawn("javascript:alert(1) data:text/html,x vbscript:x https://a.example/x).")).toBe('<p>javascript:alert(1) data:text/html,x vbscript:x <a href="https://a.example/x" rel="ugc nofollow noopener">https://a.example/x</a>).</p>'));
