import { EditorState, type Transaction } from "@tiptap/pm/state";
import { expect, it } from "vitest";
import { takeOutFetched } from "@/components/desk/editor/paste/take-out-fetched";
import type { Upload } from "@/components/desk/editor/pictures/upload-queue";
import { storySchema } from "@/lib/content/schema";

const schema = storySchema();
const figure = (id: string) => ({ type: "figure", attrs: { id, assetId: "0197a000-0000-7000-8000-000000000001" } });
const upload = (name?: string) => ({ figure: name }) as Upload;

it("takes out the pictures that a paste brought, and no other of the same file", () => {
  let state = EditorState.create({ schema, doc: schema.nodeFromJSON({ type: "doc", content: [figure("aaaaaaaaaa"), { type: "paragraph", attrs: { id: "pppppppppp" } }, figure("bbbbbbbbbb"), figure("cccccccccc")] }) });
  let made = 0;
  const dispatch = (change: Transaction) => {
    made += 1;
    state = state.apply(change);
  };
  const editor = () => ({ state, view: { dispatch } }) as unknown as Parameters<typeof takeOutFetched>[0];
  takeOutFetched(editor(), [upload("bbbbbbbbbb"), upload(), upload("gone000000"), upload("cccccccccc")]);
  expect(state.doc.children.map((node) => node.attrs.id)).toEqual(["aaaaaaaaaa", "pppppppppp"]);
  takeOutFetched(editor(), [upload("bbbbbbbbbb")]);
  expect(made).toBe(1);
});
