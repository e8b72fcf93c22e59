import { EditorState } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { pictureReplaced } from "@/components/desk/editor/pictures/replace-picture";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const [ferry, light] = ["0190b5a0-0000-7000-8000-00000000000a", "0190b5a0-0000-7000-8000-00000000000b"];
const lit = { id: light, alt: "A lighthouse", caption: "Corran Point.", credit: "Halyard Graphics" } as Parameters<typeof pictureReplaced>[2];

function replaced(attrs: Record<string, unknown>, caption = "", ownAlt: string | null = "A ferry") {
  const content = caption ? [{ type: "text", text: caption }] : [];
  const figure = { type: "figure", attrs: { id: "f000000001", assetId: ferry, role: "wide", crop: { x: 0, y: 0, width: 0.5, height: 1 }, focal: { x: 0.1, y: 0.1 }, credit: "Ana Ruiz", ...attrs }, content };
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [figure] }) });
  const change = pictureReplaced(state, "f000000001", lit, ownAlt);
  return change && state.apply(change).doc.child(0);
}

it("keeps a figure's place and what was typed, and lets go of what belonged to the old picture", () => {
  const typed = replaced({ alt: "Typed." }, "Typed too.");
  expect(typed?.attrs).toMatchObject({ id: "f000000001", assetId: light, role: "wide", alt: "Typed.", crop: null, focal: null, credit: "" });
  expect(typed?.textContent).toBe("Typed too.");
  const untouched = replaced({ alt: "A ferry" });
  expect([untouched?.attrs.alt, untouched?.textContent]).toEqual(["A lighthouse", "Corran Point."]);
  expect(replaced({ alt: "", decorative: true })?.attrs).toMatchObject({ alt: "", decorative: true });
});

it("changes nothing where the figure is gone", () => {
  const state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [{ type: "paragraph" }] }) });
  expect(pictureReplaced(state, "f000000001", lit, null)).toBeNull();
});
