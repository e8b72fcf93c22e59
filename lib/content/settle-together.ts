import type { Node } from "@tiptap/pm/model";
import { divideOverfull } from "@/lib/content/divide-overfull";
import { parseBody, type StoredDocument } from "@/lib/content/body";
import { fitted } from "@/lib/content/fitted";
import { joinBlocks } from "@/lib/content/join-blocks";
import { evenTables, hasUnevenTable } from "@/lib/content/even-tables";
import { hasNameTwice, namedOnce } from "@/lib/content/named-once";
import type { Part } from "@/lib/content/parts";
import { storySchema } from "@/lib/content/schema";

/** Whether a body that can be stored is to be settled all the same: a table whose rows are not of one length is read wrongly, and a name that two blocks have leads to the wrong one. */
export const isUnsettled = (body: StoredDocument): boolean => hasUnevenTable(body) || hasNameTwice(body);

/**
 * A body in which the changes of two people came together, each of them sound, made storable: what they emptied is filled, what they overfilled is
 * divided, what came to stand twice is joined, and names given twice are told apart. The very same value where nothing had to change or it is nobody's writing.
 */
export function settleTogether(raw: unknown): unknown {
  return [fittedBody, divideOverfull, evenTables, joinBlocks, namedOnce].reduce((body, step) => step(body), raw);
}

/** Every part as its kind allows. What stands in the text as a whole is what it was, where that is sound. */
function fittedBody(raw: unknown): unknown {
  if (parseBody(raw)) return raw;
  const blocks = (raw as { content?: unknown } | null)?.content;
  if (!Array.isArray(blocks)) return raw;
  try {
    return { type: "doc", content: blocks.flatMap(fittedBlock) };
  } catch {
    // A kind that we do not know, or that cannot be so: no browser of ours wrote that.
    return raw;
  }
}

function fittedBlock(block: Part): unknown[] {
  if (parseBody({ type: "doc", content: [block] })) return [block];
  if (block.type !== "gallery") return [nodeOf(block).toJSON()];
  // A picture without a file is what ProseMirror puts where the last one was.
  const pictures = ((block.content ?? []) as Part[]).filter(({ attrs }) => attrs?.assetId);
  return pictures.length > 0 ? [nodeOf({ ...block, content: pictures }).toJSON()] : titleAlone(block);
}

/** A gallery without pictures is none, and its title is text. */
function titleAlone({ attrs }: Part): unknown[] {
  const title = String(attrs?.title ?? "").trim();
  return title ? [{ type: "paragraph", content: [{ type: "text", text: title }] }] : [];
}

function nodeOf(part: Part): Node {
  const schema = storySchema();
  if (part.type === "text") return schema.nodeFromJSON(part);
  const type = schema.nodes[part.type];
  const node = type && fitted(type, part.attrs ?? null, ((part.content ?? []) as Part[]).map(nodeOf));
  if (!node) throw new Error(`No ${part.type} can be made of that.`);
  return node;
}
