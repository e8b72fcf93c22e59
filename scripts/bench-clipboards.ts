import { readFileSync } from "node:fs";
import { DOMSerializer } from "@tiptap/pm/model";
import { parseHTML } from "linkedom";
import { exampledBlocks as blocks } from "@/lib/content/blocks/examples";
import { storySchema } from "@/lib/content/schema";

/* What the bench puts on the clipboard. */

const sentence = "The boat that leaves Lower Quay at 23:40 carries nurses, bakers and a double bass.";
const wordsInSentence = 15;

const sentences = (words: number): string => Array.from({ length: Math.max(1, Math.round(words / wordsInSentence)) }, () => sentence).join(" ");

/** So many words in paragraphs of seventy-five, as a web page has them. */
export function plainStory(words: number): string {
  return `<p>${sentences(75)}</p>`.repeat(Math.max(1, Math.round(words / 75)));
}

/** Blocks other than paragraphs, as the registry shows them; a correction is made by a command and cannot be pasted. */
const kinds = ["heading", "figure", "list", "pullQuote", "blockquote", "factBox", "table", "embed", "gallery", "relatedCard", "stash", "sectionBreak"] as const;
/** So many paragraphs stand before each of them. */
const paragraphsBetween = 3;

/** A story of about so many words in so many blocks of every kind, as a slice of our own editor. `asset` is a picture, `story` another story. */
export function mixedStory({ words, count, asset, story }: { words: number; count: number; asset: string; story: string }): string {
  const others = Math.floor(count / (paragraphsBetween + 1));
  const example = (at: number) => blocks[kinds[at % kinds.length] ?? "heading"].example;
  const inOthers = Array.from({ length: others }, (_, at) => JSON.stringify(example(at)).split(/\s+/).length).reduce((sum, one) => sum + one, 0);
  const each = Math.round((words - inOthers) / (count - others));
  const content = Array.from({ length: count }, (_, at) => ((at + 1) % (paragraphsBetween + 1) === 0 ? example(Math.floor(at / (paragraphsBetween + 1))) : { type: "paragraph", content: [{ type: "text", text: sentences(each) }] }));
  const own = JSON.stringify({ type: "doc", content }).replaceAll(blocks.figure.example.attrs.assetId, asset).replaceAll(blocks.relatedCard.example.attrs.story, story);
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const box = document.createElement("div");
  DOMSerializer.fromSchema(storySchema()).serializeFragment(storySchema().nodeFromJSON(JSON.parse(own)).content, { document: document as unknown as Document }, box as unknown as HTMLElement);
  box.firstElementChild?.setAttribute("data-pm-slice", "0 0 []");
  return box.innerHTML;
}

/** So many words as Word on Windows copies them: headings, spans of its own, links that are tracked, lists that are none. */
export function wordClipboard(words: number): string {
  const [head = ""] = readFileSync("lib/content/paste/corpus/word-win-story.html", "utf8").split("<!--StartFragment-->");
  const paragraph = `<p class=MsoNormal style='margin-bottom:0cm;line-height:normal'><b style='mso-bidi-font-weight:normal'>The boat</b><span
style='mso-spacerun:yes'>  </span><span lang=EN-US style='font-size:12.0pt;font-family:"Times New Roman",serif;mso-ansi-language:EN-US'>that leaves <a href="https://example.org/quay?utm_source=newsletter&amp;utm_medium=email"><span style='color:#0563C1'>Lower Quay</span></a> at 23:40 carries nurses, bakers and a double bass. ${sentences(60)}<o:p></o:p></span></p>\n`;
  const item = `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${sentence}<o:p></o:p></p>\n`;
  const part = `<h2>A vote that crossed the aisle<o:p></o:p></h2>\n${paragraph.repeat(8)}${item.repeat(3)}`;
  const wordsInPart = 6 + 8 * 75 + 3 * wordsInSentence;
  return `${head}<!--StartFragment-->${part.repeat(Math.round(words / wordsInPart))}<!--EndFragment--></body></html>`;
}
