import { Extension } from "@tiptap/core";
import type { NodeType } from "@tiptap/pm/model";

/**
 * Where two people's changes left a block that no schema allows, the binding takes it out of everybody's story, with every word. It is drawn as it
 * stands instead: the server settles it a moment later (lib/content/settle-together.ts).
 */
export const unsettledParts = Extension.create({
  name: "unsettledParts",
  onBeforeCreate() {
    const { schema } = this.editor;
    const make = schema.node.bind(schema);
    schema.node = (type, ...parts) => {
      try {
        return make(type, ...parts);
      } catch {
        // A kind that we do not know throws here, too.
        return (schema.nodes[type as string] ?? (type as NodeType)).create(...parts);
      }
    };
  },
});
