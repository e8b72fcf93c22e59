import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";

/** In lists and tables Tab is the text's own; after Escape it is the page's again, and leaves the text from anywhere. */
export const leaveText = Extension.create({
  name: "leaveText",
  addProseMirrorPlugins() {
    let leaving = false;
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown(_, event) {
              const leaves = leaving && event.key === "Tab" && !event.ctrlKey && !event.altKey && !event.metaKey;
              // On the way to Shift+Tab.
              if (event.key !== "Shift") leaving = event.key === "Escape";
              return leaves;
            },
            blur() {
              leaving = false;
              return false;
            },
          },
        },
      }),
    ];
  },
});
