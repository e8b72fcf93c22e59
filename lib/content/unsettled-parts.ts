import { Extension } from "@tiptap/core";

/**
 * Where two people's changes left a block that no schema allows, the binding takes it out of everybody's story, with every word. It is drawn as it
 * stands instead: the server settles it a moment later (lib/content/settle-together.ts).
 */
export const unsettledParts = Extension.create({
  name: "unsettledParts",
  onBeforeCreate() {
    const { schema } = this.editor;
    const make = schema.node.bind(schema);
    schema.node = (type, attrs, content, marks) => {
      try {
        return make(type, attrs, content, marks);
      } catch (cause) {
        const known = typeof type === "string" ? schema.nodes[type] : type;
        if (!known) throw cause;
        return known.create(attrs, content, marks);
      }
    };
  },
});
