import type { Editor } from "@tiptap/core";
import type { Transaction } from "yjs";
import type { StoryConnection } from "@/components/desk/editor/connection";
import { followText } from "@/components/desk/editor/following/follow-text";
import { waitWhileComposing } from "@/components/desk/editor/following/wait-while-composing";

/** Keeps what this writer types together, whatever others do with her text meanwhile; `before` is what she did before this was here. Ends with the function that it gives. */
export function whileOthersWrite(editor: Editor, connection: StoryConnection, before: readonly Transaction[]): () => void {
  const { dom, composing } = editor.view;
  const { provider } = connection;
  const ends = [followText(editor, connection, before), waitWhileComposing(dom, provider, { composes: composing, tell: (waits) => connection.wait("body", waits ? "composing" : null) })];
  return () => {
    for (const end of ends) end();
  };
}
