import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import type { NotesInText } from "@/components/desk/editor/notes/note-slot";
import { threadsRead } from "@/lib/content/note-mark";

/** The threads in some content. */
export function threadsIn(content: Fragment): Set<string> {
  const found = new Set<string>();
  content.descendants(({ marks }) => {
    for (const mark of marks) if (mark.type.name === "note") found.add(mark.attrs.t);
  });
  return found;
}

function without(content: Fragment, isKept: (thread: string) => boolean): Fragment {
  return Fragment.from(content.content.map((node: Node) => node.copy(without(node.content, isKept)).mark(node.marks.filter((mark) => mark.type.name !== "note" || isKept(mark.attrs.t)))));
}

/** Words that are cut out take their notes along to where they are pasted; words that are copied, or come from another story, bring none. Until this is here no note is read from a clipboard at all. */
export function noteClipboard(): Pick<NotesInText, "taken" | "pasted"> {
  let cut = new Set<string>();
  return {
    taken({ state }, how) {
      cut = how === "cut" ? threadsIn(state.selection.content().content) : new Set();
      // Also those that one may not read oneself.
      for (const thread of cut) threadsRead.add(thread);
    },
    pasted(slice, { dragging, state }) {
      if ((dragging as { move?: boolean } | null)?.move) return slice;
      const here = threadsIn(state.doc.content);
      return new Slice(without(slice.content, (thread) => cut.has(thread) && !here.has(thread)), slice.openStart, slice.openEnd);
    },
  };
}
