import { type Editor, Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { findBlock } from "@/components/desk/editor/blocks/find-block";
import { embedAddress, type Embedded } from "@/components/desk/editor/embeds/ask-embed";
import { isOneAddress } from "@/components/desk/editor/paste/clipboard-kinds";
import { asOneStep } from "@/components/desk/editor/paste/undo-paste";
import { embedProviderNames } from "@/lib/content/blocks/embed";
import { insteadOf, recognise } from "@/lib/embeds/providers";

/**
 * The address of something that can be embedded, pasted alone on an empty line, becomes an embed. It is a link first, as a step of its own:
 * so it stays one where the embedding fails, and one undo makes it one again.
 */
export const pasteEmbed = Extension.create({
  name: "pasteEmbed",
  // Before the links' own paste, which would take the address for good.
  priority: 1001,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        key: new PluginKey("pasteEmbed"),
        props: {
          handlePaste(_, event) {
            const address = event.clipboardData?.getData("text/plain").trim() ?? "";
            if (!isOneAddress(address) || !(recognise(address) || insteadOf(address))) return false;
            const { $from, empty } = editor.state.selection;
            const id = $from.depth === 1 && $from.parent.type.name === "paragraph" && $from.parent.content.size === 0 ? $from.parent.attrs.id : null;
            if (!empty || !id) return false;
            void linkThenEmbed(editor, id, address);
            return true;
          },
        },
      }),
    ];
  },
});

async function linkThenEmbed(editor: Editor, id: string, address: string): Promise<void> {
  const { schema, view } = editor;
  const { notices } = editor.storage.storyPaste;
  const link = schema.marks.link ? [schema.marks.link.create({ href: address })] : [];
  asOneStep(view, () => view.dispatch(editor.state.tr.setMeta("preventAutolink", true).replaceSelectionWith(schema.text(address, link), false).setStoredMarks([])));
  const answer = await embedAddress(address);
  if (editor.isDestroyed) return;
  if ("failure" in answer) return notices.show({ kind: "told", message: `It stays a link. ${answer.failure.message}` });
  const change = embedInPlace(editor, id, address, answer.value);
  if (!change) return;
  asOneStep(view, () => view.dispatch(change));
  notices.show({ kind: "told", message: `Embedded from ${embedProviderNames[answer.value.provider]}. Undo makes it a link again.` });
}

/** The embed in place of the line that still holds the address and nothing else; null where somebody has written on. */
function embedInPlace({ state }: Editor, id: string, address: string, { id: embedId, provider, url }: Embedded): Transaction | null {
  const line = findBlock(state.doc, id);
  const { embed, paragraph } = state.schema.nodes;
  if (!line || line.parent !== state.doc || line.node.textContent !== address || !embed || !paragraph) return null;
  const wasHere = state.selection.$from.parent === line.node;
  const transaction = state.tr.replaceWith(line.at, line.end, embed.create({ embedId, provider, url }));
  const after = line.at + 1;
  if (after === transaction.doc.content.size) transaction.insert(after, paragraph.create());
  return wasHere ? transaction.setSelection(TextSelection.near(transaction.doc.resolve(after), 1)) : transaction;
}
