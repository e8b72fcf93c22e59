import * as Y from "yjs";
import { appDatabase } from "@/db/client";
import { appendUpdate, committedCopy } from "@/lib/articles/update-log";
import type { Block } from "@/lib/content/document";

/** Stands in a story that is to be left unsound. */
export const quotationOfTwo: Block = { type: "blockquote", attrs: { id: "qqqqqqqqqq", source: "The log" }, content: ["One.", "Two."].map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) };

/** The working copy as two processes leave it that each took one of the quotation's two paragraphs out and went before either heard of the other: a quotation without any. */
export async function leaveUnsound(articleId: string, authorId: string): Promise<void> {
  const halves: { bytes: Uint8Array; epoch: number }[] = [];
  for (const at of [0, 1]) {
    const { doc, epoch } = await committedCopy(appDatabase(), articleId);
    const before = Y.encodeStateVector(doc);
    const body = doc.getXmlFragment("body").toArray() as Y.XmlElement[];
    body.find(({ nodeName }) => nodeName === "blockquote")?.delete(at, 1);
    halves.push({ bytes: Y.encodeStateAsUpdate(doc, before), epoch });
    doc.destroy();
  }
  for (const half of halves) await appendUpdate(appDatabase(), { articleId, authorId, ...half });
}
