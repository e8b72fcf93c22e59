import { mergeAttributes, Node } from "@tiptap/core";
import { type CorrectionKind, correctionKinds } from "@/db/vocabulary";
import { asText, dataAttribute, oneOf } from "@/lib/content/blocks/attributes";
import { textOfInline } from "@/lib/content/blocks/inline";
import type { CorrectionNoteNode } from "@/lib/content/stored/correction-note";

export const correctionNote = {
  name: "correctionNote",
  label: "Correction",
  tiptap: [
    Node.create({
      name: "correctionNote",
      group: "block",
      content: "text*",
      marks: "link",
      isolating: true,
      addAttributes: () => ({ correctionId: dataAttribute("correctionId", "", asText), kind: dataAttribute<CorrectionKind>("kind", "correction", oneOf(correctionKinds)), at: dataAttribute("at", "", asText) }),
      // Never parsed from pasted HTML: nobody pastes a correction.
      parseHTML: () => [],
      renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes, { "data-correction-note": "", contenteditable: "false" }), ["p", 0]],
    }),
  ],
  text: (node: CorrectionNoteNode) => textOfInline(node.content),
  example: {
    type: "correctionNote",
    attrs: { correctionId: "0190b5a0-0000-7000-8000-00000000c001", kind: "correction", at: "2026-11-24T14:52:40.000Z" },
    content: [{ type: "text", text: "An earlier version said that the subsidy is 321,000 crowns a year. It is 312,000." }],
  } satisfies CorrectionNoteNode,
};
