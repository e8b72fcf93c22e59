import { EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import { settingsWritten, withSettings } from "@/components/desk/editor/blocks/write-settings";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const assetId = "0190b5a0-0000-7000-8000-00000000000a";
const figure = (id: string) => ({ type: "figure", attrs: { id, assetId } });
const paragraph = { type: "paragraph", attrs: { id: "pppppppppp" }, content: [{ type: "text", text: "Text." }] };
const stateOf = (...content: unknown[]) => EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content }) });
const has = (type: string) => type === "figure" || type === "gallery";
const said = (state: EditorState) => state.doc.children.map((node) => `${node.attrs.id}: ${node.attrs.alt ?? ""}`);

describe("settings that are written after the typing rests", () => {
  const opened = () => {
    const state = stateOf(figure("ffffffffff"), figure("gggggggggg"), paragraph);
    const chosen = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 2)));
    const [settings] = withSettings(chosen, has);
    if (!settings) throw new Error("The figure has settings.");
    return { state: chosen, settings };
  };
  const write = (state: EditorState, settings: ReturnType<typeof opened>["settings"]) => {
    const transaction = settingsWritten(state, settings, { alt: "A lighthouse" });
    return transaction && said(state.apply(transaction));
  };

  it("land on their block after a colleague's change above replaced the whole document", () => {
    const { state, settings } = opened();
    const grown = state.apply(state.tr.replaceWith(0, state.doc.content.size, [schema.nodeFromJSON(figure("hhhhhhhhhh")), ...state.doc.children]));
    expect(write(grown, settings)).toEqual(["hhhhhhhhhh: ", "ffffffffff: ", "gggggggggg: A lighthouse", "pppppppppp: "]);
  });

  it("land on it after the caret went to another of its kind, and after it was moved", () => {
    const { state, settings } = opened();
    const elsewhere = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 0)));
    expect(write(elsewhere, settings)?.[1]).toBe("gggggggggg: A lighthouse");
    const moved = state.apply(state.tr.delete(2, 4).insert(0, schema.nodeFromJSON(figure("gggggggggg"))));
    expect(write(moved, settings)?.slice(0, 2)).toEqual(["gggggggggg: A lighthouse", "ffffffffff: "]);
  });

  it("land nowhere where the block is gone", () => {
    const { state, settings } = opened();
    expect(write(state.apply(state.tr.delete(2, 4)), settings)).toBeNull();
  });
});

describe("whose settings are open", () => {
  it("are the picture's and its gallery's, and of another block only the innermost's", () => {
    const gallery = { type: "gallery", attrs: { id: "ssssssssss" }, content: [figure("ffffffffff"), figure("gggggggggg")] };
    const state = stateOf(paragraph, gallery);
    const within = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 9)));
    expect(withSettings(within, has).map((one) => one.id)).toEqual(["ffffffffff", "ssssssssss"]);
    const whole = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 7)));
    expect(withSettings(whole, has).map((one) => one.id)).toEqual(["ssssssssss"]);
    expect(withSettings(state, has)).toEqual([]);
  });
});
