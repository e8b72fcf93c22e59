import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import type { NotesInText } from "@/components/desk/editor/notes/note-slot";
import { threadsRead } from "@/lib/content/note-mark";

/** The threads in some content. */
export const threadsIn = (content: Fragment): Set<string> => new Set(wordsOf(content).spots.map(({ thread }) => thread));

/** Letters of a text, counted from its beginning, that a note is about. */
type Spot = { from: number; to: number; thread: string };
type Words = { text: string; spots: readonly Spot[] };

function wordsOf(content: Fragment): Words {
  let text = "";
  const spots: Spot[] = [];
  content.descendants((node) => {
    const from = text.length;
    text += node.text ?? "";
    for (const mark of node.marks) if (mark.type.name === "note") spots.push({ from, to: text.length, thread: mark.attrs.t });
  });
  return { text, spots };
}

function withoutNotes(content: Fragment): Fragment {
  return Fragment.from(content.content.map((node: Node) => node.copy(withoutNotes(node.content)).mark(node.marks.filter((mark) => mark.type.name !== "note"))));
}

/** The same content with notes on these letters of it. */
function withNotes(content: Fragment, spots: readonly Spot[]): Fragment {
  const { schema } = content.firstChild?.type ?? {};
  const note = schema?.marks.note;
  if (!schema || !note) return content;
  const marked = new Transform(schema.topNodeType.create(null, content));
  let before = 0;
  content.descendants((node, at) => {
    const length = node.text?.length ?? 0;
    for (const { from, to, thread } of spots) {
      const [start, end] = [Math.max(from - before, 0), Math.min(to - before, length)];
      if (start < end) marked.addMark(at + start, at + end, note.create({ t: thread }));
    }
    before += length;
  });
  return marked.doc.content;
}

/**
 * Words that are cut out take their notes along to where they are pasted; words that are copied, or come from another story, bring none. The
 * clipboard itself holds nothing of them: they are kept here, and known again by the words. Until this is here no note comes with a paste at all.
 */
export function noteClipboard(): Pick<NotesInText, "taken" | "pasted"> {
  let cut: Words | null = null;
  return {
    taken({ state }, how) {
      cut = how === "cut" ? wordsOf(state.selection.content().content) : null;
      // Also those that one may not read oneself.
      for (const { thread } of cut?.spots ?? []) threadsRead.add(thread);
    },
    pasted(slice, { dragging, state }) {
      if ((dragging as { move?: boolean } | null)?.move) return slice;
      const bare = withoutNotes(slice.content);
      const here = threadsIn(state.doc.content);
      const spots = cut && cut.text === wordsOf(bare).text ? cut.spots.filter(({ thread }) => !here.has(thread)) : [];
      return new Slice(spots.length > 0 ? withNotes(bare, spots) : bare, slice.openStart, slice.openEnd);
    },
  };
}
