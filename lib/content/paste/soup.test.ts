import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseBody } from "@/lib/content/body";
import { type PasteOptions, readClipboard } from "@/lib/content/paste/paste";
import { sources } from "@/lib/content/paste/receipt";
import { textNodesOf } from "@/lib/content/references";
import { parseOnServer } from "@/lib/imports/documents/server-tree";

const options: PasteOptions = { parse: parseOnServer, ownOrigins: ["https://ellery.example"] };

const names = ["p", "div", "span", "b", "i", "a", "h1", "h2", "h6", "ul", "ol", "li", "table", "tr", "td", "th", "caption", "blockquote", "pre", "br", "hr", "img", "figure", "figcaption", "script", "style", "svg", "math", "iframe", "template", "noscript", "form", "button", "del", "ins", "sup", "q", "o:p", "v:shape", "font", "dl", "dt", "cite", "footer", "aside", "details", "xmp", "title", "base", "object", "s"];
const addresses = ["https://good.example/?utm_source=x", "javascript:alert(1)", " java\tscript:alert(1)", "&#106;avascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "//evil.example", "/path", "#_ftn1", "file:///etc/passwd", "blob:https://x/y", "mailto:desk@paper.example", "tel:+4712", "https://user:pw@evil.example/", "https://www.google.com/url?q=javascript:alert(1)", "https://x.safelinks.protection.outlook.com/?url=vbscript%3Ax", "https://ellery.example/town/x", "https://\ud800/", "https://good.example/\u202egpj"];
const styles = ["font-weight:bold", "font-style:italic", "mso-list:l0 level9 lfo1", "mso-list:Ignore", "display:none", "vertical-align:super", "white-space:pre", "position:fixed;inset:0", "text-decoration:line-through", "background:url(javascript:alert(1))", "mso-element:footnote-list", "mso-hide:all", "mso-outline-level:7"];
const texts = ["Nurses take it", " and bakers ", "* * *", "\u0000\u0001", "\ud800", "\u00ad\u200b\ufeff", "—", "٣.", "[1]", "\n\n", "&lt;script&gt;", "   ", "🙂", "\u202e", "x".repeat(700), "\ue000"];

const attribute = fc.oneof(
  fc.constantFrom(...addresses).map((one) => `href="${one}"`),
  fc.constantFrom(...addresses).map((one) => `src="${one}"`),
  fc.constantFrom(...styles).map((one) => `style="${one}"`),
  fc.constantFrom(...addresses).map((one) => `cite="${one}"`),
  fc.constantFrom('onclick="alert(1)"', "onerror=alert(1)", 'class="MsoListParagraph fixed"', "class=MsoQuote", 'id="_ftn1"', 'name="attributes"', 'id="ftn1"', 'lang="fr"', 'lang="../x"', 'dir="rtl"', 'colspan="99999999"', 'rowspan="-4"', 'start="1e99"', 'start="-3"', 'value="x"', 'data-asset-id="javascript:alert(1)"', 'data-embed-id="x"', 'data-pm-slice="0 0 []"', "data-correction-note", "data-stash", 'data-story="x"', 'data-source="\u0000"', 'alt="IMG_1.jpg"', "hidden", 'role="presentation"', 'data-aria-level="7"', 'class="ListContainerWrapper OutlineElement"'),
);
const soup: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...names), fc.array(attribute, { maxLength: 3 })).map(([name, attributes]) => `<${[name, ...attributes].join(" ")}>`) },
      { weight: 3, arbitrary: fc.constantFrom(...names).map((name) => `</${name}>`) },
      { weight: 3, arbitrary: fc.constantFrom(...texts) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
      { weight: 1, arbitrary: fc.constantFrom("<!--", "-->", "<![if !supportLists]>", "<![endif]>", "<![CDATA[", "]]>", "<!doctype html>", "<", ">", "&", "\"", "<!--StartFragment-->", "docs-internal-guid-1", "mso-", "<?xml version='1.0'?>", "</html>", "</body>") },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

function expectHarmless(result: ReturnType<typeof readClipboard>): void {
  if (!result.ok) throw new Error(result.failure.message);
  const { body, images } = result.value;
  expect(parseBody({ type: "doc", content: body })).not.toBeNull();
  for (const node of body.flatMap(textNodesOf)) {
    for (const mark of node.marks ?? []) if (mark.type === "link") expect(mark.attrs.href).toMatch(/^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|[#?])/);
  }
  for (const image of images) expect(image.src).toMatch(/^(?:https?:\/\/|data:image\/(?:png|jpe?g|gif|webp|avif);base64,)/i);
  expect(attributesIn(body).filter((name) => !allowed.has(name))).toEqual([]);
}

const allowed = new Set(["level", "start", "source", "sourceUrl", "caption", "note", "href", "code", "style", "attribution", "role", "fromBlockId", "colspan", "rowspan", "colwidth", "tone", "collapsed", "title", "layout", "story", "label", "assetId", "alt", "decorative", "credit", "focal", "crop", "embedId", "provider", "url", "isRequired"]);

function attributesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(attributesIn);
  if (typeof value !== "object" || value === null) return [];
  const { attrs, content, marks } = value as { attrs?: object; content?: unknown; marks?: unknown };
  return [...Object.keys(attrs ?? {}), ...attributesIn(content), ...attributesIn(marks)];
}

describe("any clipboard", () => {
  it("of HTML soup gives a body that a story may hold, whatever program it claims to come from", () => {
    fc.assert(
      fc.property(soup, fc.constantFrom(undefined, ...sources), (html, as) => {
        expectHarmless(readClipboard({ html, text: "" }, { ...options, ...(as ? { as } : {}) }));
      }),
      { numRuns: 1500 },
    );
  });

  it("of text gives a body that a story may hold, however it is read", () => {
    const line = fc.oneof(fc.constantFrom(...texts, "# Heading", "- item", "  - inner", "3. third", "> quoted", "| a | b |", "|---|---|", "```", "***", "BERLIN (AP) — Text", "ENDS", "-30-", "(more)", "EMBARGO: noon", "Slug: x", "[a](javascript:alert(1))", "![x](data:text/html,x)", "[^1]: note", "text[^1]", "<script>alert(1)</script>", "Notes to editors", "**a *b** c*", "https://good.example/?fbclid=1).", "com-", "\f12"), fc.string({ unit: "binary", maxLength: 40 }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom(undefined, "pdf", "wire", "markdown", "plain", "bare"), (lines, as) => {
        expectHarmless(readClipboard({ text: lines.join("\n") }, { ...options, ...(as ? { as: as as "pdf" } : {}) }));
      }),
      { numRuns: 1500 },
    );
  });

  it("keeps every word that its paragraphs, headings, items and cells say", () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/);
    const wrap = fc.constantFrom("p", "div", "h2", "h5", "blockquote", "section");
    const piece = fc.oneof(
      fc.tuple(wrap, word, word).map(([tag, one, other]) => ({ html: `<${tag}>${one} <b>${other}</b></${tag}>`, words: [one, other] })),
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => ({ html: `<ul>${words.map((one) => `<li><p>${one}</p></li>`).join("")}</ul>`, words })),
      fc.array(word, { minLength: 4, maxLength: 4 }).map((words) => ({ html: `<table>${[0, 2].map((at) => `<tr><td>${words[at]}</td><td>${words[at + 1]}</td></tr>`).join("")}</table>`, words })),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 10 }), (pieces) => {
        const result = readClipboard({ html: pieces.map((one) => one.html).join("\n"), text: "" }, options);
        if (!result.ok) throw new Error(result.failure.message);
        const text = result.value.body.map((block) => textNodesOf(block).map((node) => node.text).join(" ")).join(" ");
        expect(text.split(/\s+/).filter(Boolean).join(" ")).toBe(pieces.flatMap((one) => one.words).join(" "));
      }),
    );
  });
});
