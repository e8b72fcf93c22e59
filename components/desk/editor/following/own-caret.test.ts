import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { type Binding, keepCaret } from "@/components/desk/editor/following/own-caret";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const story = (...lines: string[]) => schema.node("doc", null, lines.map((line) => schema.node("paragraph", null, line ? [schema.text(line)] : [])));

it("forgets a place behind the end of the text, as an undo remembers it from when there was more: the binding would look for it, throw and leave the page as it was", () => {
  const doc = new Y.Doc();
  const type = doc.getXmlFragment("body");
  updateYFragment(doc, type, story("A long line that goes."), initProseMirrorDoc(type, schema).meta);
  const gone = Y.createRelativePositionFromTypeIndex((type.get(0) as Y.XmlElement).get(0) as Y.XmlText, 12);
  type.delete(0, 1);
  updateYFragment(doc, type, story("Short"), initProseMirrorDoc(type, schema).meta);
  const selected = { type: "text", anchor: gone, head: gone, absAnchor: 14 as number | undefined, absHead: 3 as number | undefined };
  const binding = { doc, type, mapping: null as never, beforeTransactionSelection: selected, prosemirrorView: { state: { doc: story("Short") } } } satisfies Binding;
  const end = keepCaret(binding);
  type.insert(0, [new Y.XmlElement("paragraph")]);
  end();
  expect([selected.absAnchor, selected.absHead]).toEqual([undefined, 3]);
});
