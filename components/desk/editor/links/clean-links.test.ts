import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { leadTo } from "@/components/desk/editor/links/clean-links";
import { storySchema } from "@/lib/content/schema";

const tracked = "https://example.org/a?utm_source=x";
const clean = "https://example.org/a";
const linked = (text: string, href: string) => ({ type: "text", text, marks: [{ type: "link", attrs: { href, story: null } }] });

function led(address: string, to: string, ...content: object[]) {
  const schema = storySchema();
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [{ type: "paragraph", content }] }) });
  const change = leadTo(state, address, to);
  return change && state.apply(change).doc.child(0).children.map((node) => [node.text, node.marks[0]?.attrs.href ?? null]);
}

it("leads a link over words to the clean address, and prints that where the address was written out", () => {
  expect(led(tracked, clean, linked("The minutes", tracked), { type: "text", text: ", " }, linked(tracked, tracked), { type: "text", text: " and " }, linked("another", "https://example.org/b"))).toEqual([
    ["The minutes", clean],
    [", ", null],
    [clean, clean],
    [" and ", null],
    ["another", "https://example.org/b"],
  ]);
  expect(led(tracked, clean, { type: "text", text: tracked })).toBeNull();
});

it("leaves the letters of what may yet become an embed", () => {
  const video = "https://www.youtube.com/watch?v=dQw4w9WgXcQ";
  expect(led(`${video}&si=abc`, video, linked(`${video}&si=abc`, `${video}&si=abc`))).toEqual([[`${video}&si=abc`, video]]);
});
