import type { Block, StoredDocument } from "@/lib/content/document";
import { bodyFromMarkdown } from "@/lib/content/from-markdown";
import type { FigureNode } from "@/lib/content/stored/figure";
import { newBlockId } from "@/lib/kernel/ids";

const pictureLine = /^\[\[([a-z-]+) \| ([^|]+?) \| ([^|]+?) \| ([^|]+?)\]\]$/;
const chunksOf = (source: string) => source.split(/\n{2,}/);
const isPictures = (chunk: string) => chunk.split("\n").every((line) => pictureLine.test(line));

/** The names of the pictures that a demo story's text shows. */
export function picturesIn(source: string): string[] {
  return chunksOf(source).filter(isPictures).flatMap((chunk) => chunk.split("\n").flatMap((line) => pictureLine.exec(line)?.[1] ?? []));
}

/** A demo story's body: Markdown, and pictures where a line names one; several lines together are a gallery. `pictures`: the id of each by its name. */
export function demoBody(source: string, pictures: ReadonlyMap<string, string>): StoredDocument {
  const content = chunksOf(source).flatMap((chunk): Block[] => {
    if (!isPictures(chunk)) return bodyFromMarkdown(chunk).content;
    const [first, ...more] = chunk.split("\n").map((line) => figure(line, pictures));
    return first && more.length > 0 ? [{ type: "gallery", attrs: { id: newBlockId() }, content: [first, ...more] }] : first ? [first] : [];
  });
  return { type: "doc", content };
}

function figure(line: string, pictures: ReadonlyMap<string, string>): FigureNode {
  const [, name = "", alt = "", caption = "", credit = ""] = pictureLine.exec(line) ?? [];
  const assetId = pictures.get(name);
  if (!assetId) throw new Error(`There is no picture ${name}.`);
  return { type: "figure", attrs: { id: newBlockId(), assetId, alt, credit }, content: [{ type: "text", text: caption }] };
}
