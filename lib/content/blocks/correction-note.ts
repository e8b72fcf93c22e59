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
};
