import { Slice } from "@tiptap/pm/model";
import { expect, it } from "vitest";
import { copiedText } from "@/components/desk/editor/copied-text";
import { storySchema } from "@/lib/content/schema";

const words = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const copied = (...content: object[]) => copiedText(new Slice(storySchema().nodeFromJSON({ type: "doc", content }).content, 0, 0));
const cell = (text: string, type = "tableCell") => ({ type, content: [text ? words(text) : { type: "paragraph" }] });

it("keeps rows on lines and cells apart, and items on lines of their own", () => {
  const table = { type: "table", content: [{ type: "tableRow", content: [cell("Port", "tableHeader"), cell("Boats", "tableHeader")] }, { type: "tableRow", content: [cell("Ellery"), cell("")] }] };
  const list = { type: "bulletList", content: [{ type: "listItem", content: [words("one"), { type: "bulletList", content: [{ type: "listItem", content: [words("within")] }] }] }, { type: "listItem", content: [words("two")] }] };
  expect(copied(words("Before."), table, list, words("After."))).toBe("Before.\n\nPort\tBoats\nEllery\t\n\none\nwithin\ntwo\n\nAfter.");
});

it("says of a stash what it is, unless it alone was copied", () => {
  const stash = { type: "stash", content: [words("His name."), words("His street.")] };
  expect(copied(words("Before."), stash)).toBe("Before.\n\n[Not for publication: His name.\nHis street.]");
  expect(copied(stash)).toBe("His name.\n\nHis street.");
});

it("gives words out of the midst of a paragraph as they are", () => {
  const doc = storySchema().nodeFromJSON({ type: "doc", content: [words("One two three.")] });
  expect(copiedText(doc.slice(5, 8))).toBe("two");
});
