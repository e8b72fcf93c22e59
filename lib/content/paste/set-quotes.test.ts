import { expect, it } from "vitest";
import type { Language } from "@/db/vocabulary";
import { type Clipboard, type PasteOptions, readClipboard } from "@/lib/content/paste/paste";
import { receiptInWords } from "@/lib/content/paste/receipt";
import { textNodesOf } from "@/lib/content/references";
import { parseOnServer } from "@/lib/imports/documents/server-tree";

function pasted(clipboard: Clipboard, language: Language = "en", options: Partial<PasteOptions> = {}) {
  const result = readClipboard(clipboard, { parse: parseOnServer, language, ...options });
  if (!result.ok) throw new Error(result.failure.message);
  return { text: result.value.body.map((block) => textNodesOf(block).map((node) => node.text).join("")).join("\n"), told: receiptInWords(result.value.receipt) };
}

it.each<[string, Language, string, string]>([
  ["quotation marks and apostrophes", "en", `"It's late," she said. 'Go.'`, "“It’s late,” she said. ‘Go.’"],
  ["in German", "de", `Sie sagte: "Wir fahren bald."`, "Sie sagte: „Wir fahren bald.“"],
  ["in French, with its spaces", "fr", `"Vraiment ?" dit-il`, "«\u202fVraiment\u202f?\u202f» dit-il"],
  ["dashes and dots", "en", "The boat -- the last one -- left... late, 1990--95", "The boat – the last one – left… late, 1990–95"],
  ["what is set already", "en", "“Late,” she said – ‘go’…", "“Late,” she said – ‘go’…"],
  ["feet and inches", "en", `He is 6'2" tall, a board of 12"`, `He is 6'2" tall, a board of 12"`],
  ["a quotation that ends in a figure", "en", `"It was 1911" he said`, "“It was 1911” he said"],
  ["addresses and options", "en", `See https://example.org/a--b'c and run it with --watch`, `See https://example.org/a--b'c and run it with --watch`],
  ["a line of code", "en", `const a = "b";`, `const a = "b";`],
])("%s (%s)", (_, language, text, set) => {
  expect(pasted({ text }, language).text).toBe(set);
  expect(pasted({ html: `<p style="color:red">${text.replaceAll("&", "&amp;")}</p>` }, language).text).toBe(set);
});

it("follows a mark over the borders of bold words, and begins anew with each block", () => {
  expect(pasted({ html: `<p>He said "<b>go</b>".</p><p>"No"</p><ul><li>"a"</li></ul><p>One<br>"two"</p>` }).text).toBe("He said “go”.\n“No”\n“a”\nOne “two”");
});

it("leaves code and passages in another language, where the source's word on languages counts", () => {
  expect(pasted({ html: `<p>Type <code>"x"</code> or "y"; <span lang="fr">"c'est ça"</span></p><p>It's</p>` }).text).toBe(`Type "x" or “y”; "c'est ça"\nIt’s`);
});

it("says how many it set, and sets nothing of bare text or without a language", () => {
  const text = `"It's" late`;
  expect(pasted({ text }).told).toBe("3 quotation marks, apostrophes, dashes or spaces set as the language does");
  expect(pasted({ text }, "en", { as: "bare" })).toEqual({ text, told: "" });
  expect(pasted({ text }, "en", { language: null })).toEqual({ text, told: "" });
});
